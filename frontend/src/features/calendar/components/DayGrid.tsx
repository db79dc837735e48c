import { useEffect, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent, type RefObject } from "react";
import type { CalendarDocument } from "@/api/documents";
import type { Job } from "@/api/things";
import { useT } from "@/lib/i18n";
import { HeldUpdates } from "@/ui/HeldUpdates";
import type { Moves } from "../live/useMoves";
import type { Dragging } from "../live/useDrag";
import { usePlan } from "../live/usePlan";
import { useScale } from "../live/useScale";
import { minutesBetween, type Day } from "../model/day";
import { neighbour } from "../model/neighbour";
import type { By } from "../model/plan";
import type { Grid } from "../model/spot";
import type { Asked } from "../live/useDrops";
import { DayColumn } from "./DayColumn";
import { ColumnHead } from "./ColumnHead";
import { Hours } from "./Hours";
import { NowLine } from "./NowLine";

const HEAD_PX = 52;
const FOOT_PX = 10;
/** What is seen above the moment that a day opens at. */
const ABOVE_PX = 200;

export type DayGridProps = {
  document: CalendarDocument;
  day: Day;
  by: By;
  now: number;
  jobs: Map<string, Job>;
  moves: Moves;
  dragging: Dragging;
  /** What waits for the person's word: a drop on a visit that was changed meanwhile. */
  asked: Asked | null;
  grid: RefObject<(() => Grid | null) | null>;
  scroller: RefObject<HTMLDivElement | null>;
  linkOf: (id: string) => string;
  at: string;
  onNew: (start: number, column: string) => void;
};

/** A day by columns and hours; arrow keys go from visit to visit. */
export function DayGrid({ document, day, by, now, jobs, moves, dragging, asked, grid, scroller, linkOf, at, onNew }: DayGridProps) {
  const t = useT();
  const { drag, pressed } = dragging;
  const plan = usePlan(document, day, by, pressed);
  const { columns, axis, places } = plan;
  const minutes = minutesBetween(axis.from, axis.to);
  const scale = useScale(scroller, minutes, HEAD_PX + FOOT_PX);
  const body = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const had = useRef(false);
  const visits = useMemo(() => new Map(plan.visits.map((visit) => [visit.id, visit])), [plan.visits]);
  const first = chosen && visits.has(chosen) ? chosen : neighbour(places, columns, null, "");

  useEffect(() => {
    grid.current = () => {
      const box = body.current?.getBoundingClientRect();
      return box && body.current ? { box, columns: columns.map((one) => one.id), axis, day, step: document.slot_step, scale, rtl: getComputedStyle(body.current).direction === "rtl" } : null;
    };
    return () => {
      grid.current = null;
    };
  }, [grid, columns, axis, day, scale, document.slot_step]);

  // A visit that went to another column took the focus away with it.
  const mark = places.map((place) => `${place.key}${place.column}`).join();
  useEffect(() => {
    if (had.current && window.document.activeElement === window.document.body && chosen) window.document.getElementById(`visit-${chosen}`)?.focus();
  }, [mark, chosen]);

  // A day opens at its present, any other at its first visit.
  const today = now >= day.start && now < day.end;
  useLayoutEffect(() => {
    const worth = today ? now : Math.min(...places.map((place) => place.from));
    if (scroller.current) scroller.current.scrollTop = Number.isFinite(worth) ? Math.max(0, minutesBetween(axis.from, worth) * scale - ABOVE_PX) : 0;
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once for each day shown
  }, [day.date, by]);

  const press = (event: KeyboardEvent) => {
    if (!event.key.startsWith("Arrow") || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (!(event.target instanceof HTMLElement) || !event.target.id.startsWith("visit-")) return;
    const rtl = body.current !== null && getComputedStyle(body.current).direction === "rtl";
    const arrow = rtl ? (({ ArrowLeft: "ArrowRight", ArrowRight: "ArrowLeft" })[event.key] ?? event.key) : event.key;
    const next = neighbour(places, columns, chosen, arrow);
    event.preventDefault();
    if (next) window.document.getElementById(`visit-${next}`)?.focus();
  };

  const template = { gridTemplateColumns: `repeat(${columns.length}, minmax(8.75rem, 1fr))` };
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys go from link to link
    <section
      aria-label={t(by === "bays" ? "calendar.day_by_bays" : "calendar.day_by_technicians")}
      onKeyDown={press}
      onFocus={() => (had.current = true)}
      onBlur={(event) => (had.current = event.relatedTarget === null)}
      className="relative flex min-h-0 min-w-0 flex-1 flex-col"
    >
      {plan.waiting > 0 && (
        <div className="absolute inset-x-0 top-14 z-30 flex h-0 justify-center overflow-visible"><HeldUpdates waiting={plan.waiting} onRelease={plan.release} /></div>
      )}
      <div ref={scroller} className="min-h-0 flex-1 overflow-auto overscroll-contain">
        <div className="grid min-w-max grid-cols-[3.25rem_minmax(0,1fr)]">
          <div className="sticky start-0 top-0 z-20 border-b bg-bg" style={{ height: HEAD_PX }} />
          <div className="sticky top-0 z-10 grid border-b bg-bg" style={{ ...template, height: HEAD_PX }}>
            {columns.map((column) => <ColumnHead key={column.id} {...{ column, document, by }} visits={plan.visits} day={day} linkOf={linkOf} />)}
          </div>
          <Hours axis={axis} scale={scale} now={today ? now : null} />
          <div ref={body} className="relative isolate grid" style={{ ...template, height: minutes * scale }}>
            {columns.map((column, index) => (
              <DayColumn
                key={column.id}
                {...{ column, document, by, axis, scale, now, jobs, moves, dragging, asked, linkOf, at, visits, onNew, first }}
                end={index >= columns.length / 2}
                day={day}
                places={places.filter((place) => place.column === column.id)}
                drag={drag?.column === column.id ? drag : null}
                onChoose={setChosen}
              />
            ))}
            {today && <NowLine top={minutesBetween(axis.from, now) * scale} />}
          </div>
        </div>
        <div style={{ height: FOOT_PX }} />
      </div>
    </section>
  );
}
