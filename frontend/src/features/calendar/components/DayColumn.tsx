import { useState, type MouseEvent, type PointerEvent } from "react";
import type { CalendarDocument } from "@/api/documents";
import type { Job, Slot } from "@/api/things";
import { cx } from "@/lib/cx";
import { useLocale } from "@/lib/i18n";
import { clockTime, useZone } from "@/lib/zone";
import { actionFor } from "@/live/actions";
import { troubled } from "@/live/intents";
import { useMe } from "@/live/me";
import { Sign } from "@/ui/icons";
import type { Drag, Dragging } from "../live/useDrag";
import type { Asked } from "../live/useDrops";
import type { Moves } from "../live/useMoves";
import { MINUTE, minutesBetween, snap, type Axis, type Day } from "../model/day";
import { markOf, overrun } from "../model/mark";
import type { By, Column, Place } from "../model/plan";
import { shadesOf } from "../model/shades";
import { Ghost } from "./Ghost";
import { Meanwhile } from "./Meanwhile";
import { Shading } from "./Shading";
import { Trouble } from "./Trouble";
import { VisitCard } from "./VisitCard";

/** How long a new visit is drawn until its services are known (minutes). */
const USUAL = 30;
/** A short visit keeps room for its plate. */
const LEAST_PX = 22;

type Props = {
  column: Column;
  document: CalendarDocument;
  day: Day;
  by: By;
  axis: Axis;
  scale: number;
  now: number;
  jobs: Map<string, Job>;
  visits: Map<string, Slot>;
  places: Place[];
  moves: Moves;
  dragging: Dragging;
  drag: Drag | null;
  asked: Asked | null;
  /** The visit in the order of tabs. */
  first: string | null;
  /** In the second half: what opens beside a card opens towards the beginning. */
  end: boolean;
  at: string;
  linkOf: (id: string) => string;
  onChoose: (id: string) => void;
  onNew: (start: number, column: string) => void;
};

/** One bay or technician: its shades, its visits, and what is being dragged over it. */
export function DayColumn({ column, document, day, by, axis, scale, now, jobs, visits, places, moves, dragging, drag, asked, first, end, at, linkOf, onChoose, onNew }: Props) {
  const locale = useLocale();
  const zone = useZone();
  const me = useMe();
  const [spot, setSpot] = useState<number | null>(null);
  const least = drag && Math.max(LEAST_PX, drag.minutes * scale);
  const px = (from: number, to: number) => minutesBetween(from, to) * scale;

  const startOf = (event: MouseEvent): number | null => {
    if (event.target !== event.currentTarget) return null;
    const at = axis.from + ((event.clientY - event.currentTarget.getBoundingClientRect().top) / scale) * MINUTE;
    const start = snap(at - (document.slot_step * MINUTE) / 2, document.slot_step, day);
    return start + document.slot_step * MINUTE > now ? start : null;
  };
  const hover = (event: PointerEvent) => event.pointerType === "mouse" && setSpot(event.buttons === 0 ? startOf(event) : null);
  const click = (event: MouseEvent) => {
    const start = startOf(event);
    if (start !== null) onNew(start, column.id);
  };

  return (
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- a press on an empty hour is the short way of "New visit", which has a key
    <div role="group" aria-label={column.name} onClick={click} onPointerMove={hover} onPointerLeave={() => setSpot(null)} className="hour-lines relative border-e first:border-s" style={{ backgroundSize: `100% ${60 * scale}px` }}>
      {shadesOf(document, column, axis).map((shade) => <Shading key={`${shade.why}${shade.from}`} why={shade.why} top={px(axis.from, shade.from)} height={px(shade.from, shade.to)} />)}
      {spot !== null && !drag && (
        <div className="num pointer-events-none absolute inset-x-0.5 flex items-start gap-1 rounded-sm border border-dashed border-accent! bg-accent-soft/70 px-1.5 pt-0.5 text-xs font-semibold text-accent" style={{ top: px(axis.from, spot), height: USUAL * scale }}>
          <Sign name="plus" size={11} className="mt-0.75" /> {clockTime(spot, zone, locale)}
        </div>
      )}
      {places.map((place) => {
        const visit = visits.get(place.key);
        const box = { top: px(axis.from, place.from), height: Math.max(LEAST_PX, px(place.from, place.to)), insetInlineStart: `${(place.lane / place.lanes) * 100}%`, inlineSize: `${100 / place.lanes}%` };
        // One that has left keeps its place while a card is held.
        if (!visit) return <div key={place.key} aria-hidden="true" className="absolute p-px" style={box}><div className="h-full rounded-sm border border-dashed" /></div>;
        const intents = moves.of(visit.id);
        const trouble = intents.find(troubled);
        const pending = intents.find((one) => !troubled(one));
        const movable = !pending && actionFor(visit, me, "reschedule") !== undefined;
        const question = asked?.id === visit.id ? asked : null;
        const over = overrun(visit, jobs.get(visit.id), now);
        return (
          <div key={place.key} className={cx("absolute p-px", (trouble || question) && "z-20")} style={box}>
            <VisitCard
              visit={visit}
              by={by}
              mark={markOf(visit, jobs.get(visit.id), now)}
              height={box.height - 2}
              to={linkOf(visit.id)}
              open={at === visit.id}
              tabbable={visit.id === first}
              movable={movable}
              dragged={dragging.drag?.visit.id === visit.id}
              pending={pending}
              onPress={(event, grip) => dragging.press(event, grip, visit, column.id)}
              onFocus={() => onChoose(visit.id)}
            />
            {over > 0 && <i aria-hidden="true" className="hatch-over pointer-events-none absolute start-0.5 top-full z-1 w-1.5 rounded-b-sm" style={{ height: Math.min(over * scale, px(place.to, axis.to)) }} />}
            {(trouble || question) && (
              <div className={cx("absolute top-full w-72 pt-1", end ? "end-0" : "start-0")} ref={(box) => box?.scrollIntoView?.({ block: "nearest", inline: "nearest" })}>
                {question ? <Meanwhile {...question} visit={visit} document={document} movable={movable} /> : trouble && <Trouble visit={visit} intent={trouble} moves={moves} />}
              </div>
            )}
          </div>
        );
      })}
      {drag && least && (
        <div className="pointer-events-none absolute inset-x-0.5 z-10" style={{ top: px(axis.from, drag.start), height: least }}>
          <Ghost drag={drag} height={least} now={visits.get(drag.visit.id)} />
        </div>
      )}
    </div>
  );
}
