import { Suspense, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { QueryKey } from "@tanstack/react-query";
import type { CalendarDocument } from "@/api/documents";
import type { Slot } from "@/api/things";
import { DeskBar } from "@/app/shells/DeskShell";
import { useT } from "@/lib/i18n";
import { useLocation, useNavigate, useParams } from "@/lib/router";
import { useZone } from "@/lib/zone";
import { actionFor } from "@/live/actions";
import type { Live } from "@/live/document";
import { useMe } from "@/live/me";
import { ButtonLink } from "@/ui/Button";
import { Sign } from "@/ui/icons";
import { LiveState } from "@/ui/LiveState";
import { Time, ZoneNote } from "@/ui/moments";
import { calendarKey } from "../api/calendar";
import { useCalendarDeeds } from "../live/useCalendarDeeds";
import { useDrag } from "../live/useDrag";
import { useDrops } from "../live/useDrops";
import { useLine } from "../live/useLine";
import { useUnserved } from "../live/useUnserved";
import { useMoves } from "../live/useMoves";
import { useOthers } from "../live/useOthers";
import type { Address } from "../live/useShown";
import { addressOf } from "../model/address";
import { dayIn } from "../model/day";
import { inColumn } from "../model/move";
import { standing } from "../model/plan";
import type { Grid } from "../model/spot";
import { lineOf, trayOf } from "../model/tray";
import type { CalendarPageProps } from "../pages/CalendarPage";
import type { Preset } from "./Answer";
import type { Known } from "./Conflicts";
import { DayGrid } from "./DayGrid";
import { LoadStrip } from "./LoadStrip";
import { MoveDialog } from "./MoveDialog";
import { NewsLine } from "./NewsLine";
import { Toolbar } from "./Toolbar";
import { TO_PLACE, TrayPanel } from "./TrayPanel";
import { VisitDrawer } from "./VisitDrawer";
import { WeekGrid } from "./WeekGrid";
import { openingOf } from "./words";

type Props = CalendarPageProps & {
  address: Address;
  /** Today's document, which lists every open request. */
  today: CalendarDocument;
  /** The days on screen; null while they are fetched. */
  document: CalendarDocument | null;
  documentKey: QueryKey;
  live?: Live<CalendarDocument>;
  /** Today's date, the one chosen, and the days around it. */
  present: string;
  date: string;
  days: string[];
  now: number;
};

/** The calendar with its tools, the tray beside it, and what is open over it. */
export function Workbench({ address, today, document, documentKey, live, present, date, days, now, jobs, open, onPreset, Trips, Drives, children }: Props) {
  const t = useT();
  const me = useMe();
  const go = useNavigate();
  const zone = useZone();
  const { id = "" } = useParams();
  const { pathname } = useLocation();
  const { by, view, over } = address;
  const shown = document ?? today;
  const day = useMemo(() => dayIn(zone, date), [zone, date]);
  const todayKey = useMemo(() => calendarKey(today.center.id), [today.center.id]);
  const shownKey = document ? documentKey : todayKey;
  const moves = useMoves(shown, shownKey, todayKey);
  const byVisit = useMemo(() => new Map(jobs.map((job) => [job.appointment_id, job])), [jobs]);
  const everything = useMemo(() => [...new Map([...today.appointments, ...shown.appointments].map((visit) => [visit.id, visit])).values()], [today, shown]);
  const tray = useMemo(() => trayOf(everything), [everything]);
  const known: Known = {
    center: today.center.id,
    conflicts: tray.conflicts,
    visits: everything,
    jobs: byVisit,
    keys: [todayKey, shownKey],
    onDone: () => window.document.getElementById(TO_PLACE)?.focus(),
  };
  const others = useOthers(shown, everything);
  const unserved = useUnserved(today, everything);
  const line = useMemo(() => lineOf(today.waiting), [today.waiting]);
  const lineDeeds = useLine(todayKey);
  const visits = useMemo(() => (document && view === "day" ? standing(document, day) : []), [document, view, day]);
  const [moving, setMoving] = useState<Slot | null>(null);
  const [preset, setPreset] = useState<{ id: string; preset: Preset } | null>(null);
  const [trayOpen, setTrayOpen] = useState(false);
  const grid = useRef<(() => Grid | null) | null>(null);
  const scroller = useRef<HTMLDivElement>(null);

  const linkOf = useCallback(
    (visitId: string) => {
      const visit = everything.find((one) => one.id === visitId);
      const job = visit?.job_id ?? byVisit.get(visitId)?.id;
      return over(job ? `/jobs/${job}` : `/visits/${visitId}`);
    },
    [everything, byVisit, over],
  );
  const dayLink = useCallback((to: string, path = "") => addressOf({ date: to, view: "day", by }, path), [by]);
  const { drop, asked } = useDrops({
    document: shown,
    by,
    moves,
    left: others.left,
    onAnswer: ({ visit }, { start, bay, technician }) => {
      setPreset({ id: visit.id, preset: { start, bay, technician } });
      setTrayOpen(false);
      go(over(`/visits/${visit.id}`));
    },
  });
  const dragging = useDrag({ grid: () => grid.current?.() ?? null, scroller: () => scroller.current, onDrop: drop });

  // The visit that has the focus, or whose drawer is open.
  const inHand = useCallback(() => {
    const focused = window.document.activeElement?.id.match(/^visit-(.+)$/)?.[1] ?? id;
    const visit = everything.find((one) => one.id === focused);
    if (visit && actionFor(visit, me, "reschedule")) setMoving(visit);
    else if (visit && actionFor(visit, me, "propose")) go(over(`/visits/${visit.id}`));
  }, [everything, id, me, go, over]);
  const listed = useMemo(() => [...tray.requests, ...visits], [tray.requests, visits]);
  useCalendarDeeds({ address, date, visits: listed, onMove: inHand });

  const close = useCallback(() => {
    setPreset(null);
    go(over());
  }, [go, over]);
  useFocusBack(pathname, id);
  // As it is now; one on another day is known by the tray alone.
  const moved = moving && (everything.find((one) => one.id === moving.id) ?? moving);
  const visitOpen = open === null && id !== "";
  const opened = everything.find((one) => one.id === id);

  return (
    <div className="flex min-h-0 flex-1">
      <div className="flex min-w-0 flex-1 flex-col">
        <DeskBar
          low
          title={t("nav.calendar")}
          note={
            <>
              <span className="min-w-0 truncate">{today.center.name}</span>
              <span className="shrink-0">· <Time at={now} show="day" /> · <Time at={now} className="font-semibold text-ink" /></span>
              <ZoneNote className="hidden self-center min-[88rem]:inline" />
            </>
          }
        >
          <ButtonLink to={over("/new")} tone="primary" size="desk"><Sign name="plus" size={14} />{t("calendar.new_visit")}</ButtonLink>
        </DeskBar>
        <Toolbar address={address} date={date} today={present} opening={document && view === "day" ? openingOf(document, date, t) : ""} waiting={tray.requests.length + tray.conflicts.length + unserved.length + line.filter((one) => one.offer).length} onTray={() => setTrayOpen(!trayOpen)} />
        {view === "day" && document && <LoadStrip document={document} day={day} linkOf={linkOf} />}
        {view === "day" && document && document.drivers.length > 0 && <Suspense><Drives document={document} date={date} linkOf={(visit) => over(`/visits/${visit}`)} /></Suspense>}
        <div className="relative flex min-h-0 flex-1">
          <NewsLine news={others.news} />
          {document ? (
            view === "day" ? (
              <DayGrid
                {...{ document, day, by, now, moves, dragging, asked, grid, scroller, linkOf }}
                jobs={byVisit}
                at={id}
                onNew={(start, column) => {
                  void onPreset(today.center, start, inColumn(by, column)).then(() => go(over("/new")));
                }}
              />
            ) : (
              <WeekGrid document={document} days={days} by={by} now={now} jobs={byVisit} dayLink={dayLink} />
            )
          ) : (
            <div className="min-w-0 flex-1">{live && <LiveState live={live}>{() => null}</LiveState>}</div>
          )}
          <TrayPanel
            {...{ tray, known, unserved, line, lineDeeds, now, moves, address, dayLink }}
            at={id}
            pressed={dragging.pressed}
            carrying={dragging.drag?.grip === "request"}
            open={trayOpen}
            onClose={() => setTrayOpen(false)}
            onPress={(event, visit) => {
              setPreset(null);
              if (view === "day") dragging.press(event, "request", visit, null);
            }}
            onMove={(visit) => setMoving(visit)}
          />
        </div>
      </div>
      {visitOpen && (
        <VisitDrawer
          key={`${id}${preset?.id === id ? preset.preset.start : ""}`}
          id={id}
          visit={opened}
          job={byVisit.get(id)}
          document={shown}
          today={present}
          moves={moves}
          preset={preset?.id === id ? preset.preset : null}
          place={over}
          Trips={Trips}
          documentKey={shownKey}
          known={known}
          onMove={(visit) => setMoving(visit)}
          onClose={close}
        />
      )}
      {children(shown, address)}
      {moved && actionFor(moved, me, "reschedule") && <MoveDialog key={moved.id} visit={moved} document={shown} today={present} moves={moves} onClose={() => setMoving(null)} />}
    </div>
  );
}

/** When a drawer is closed, the focus returns to the visit it was opened from. */
function useFocusBack(pathname: string, id: string): void {
  const before = useRef(id);
  useEffect(() => {
    const from = before.current;
    before.current = id;
    if (id || !from || document.activeElement !== document.body) return;
    document.getElementById(`visit-${from}`)?.focus({ preventScroll: true });
  }, [pathname, id]);
}
