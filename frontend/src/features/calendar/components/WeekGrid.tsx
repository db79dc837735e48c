import { useMemo } from "react";
import type { CalendarDocument } from "@/api/documents";
import type { Job, Slot } from "@/api/things";
import { cx } from "@/lib/cx";
import { useLocale, useT } from "@/lib/i18n";
import { Link } from "@/lib/router";
import { dayOf, shortDate, useZone } from "@/lib/zone";
import { StateMark } from "@/ui/Pill";
import { axisOf, clip, dayIn, stretchOf, type Axis, type Day } from "../model/day";
import { loadOf, shareOf } from "../model/load";
import { markOf, type Mark } from "../model/mark";
import { columnsOf, standing, timeOf, type By, type Column } from "../model/plan";
import { loadText, openingOf } from "./words";

const fills: Record<Mark["state"], string> = {
  queued: "bg-control",
  progress: "bg-progress",
  waiting: "bg-waiting",
  blocked: "bg-blocked",
  done: "bg-done",
};

type Props = { document: CalendarDocument; days: string[]; by: By; now: number; jobs: Map<string, Job>; dayLink: (date: string) => string };

/** Seven days by bays or technicians; every cell is the way to its day. */
export function WeekGrid({ document, days: dates, by, now, jobs, dayLink }: Props) {
  const t = useT();
  const locale = useLocale();
  const zone = useZone();
  const days = useMemo(() => dates.map((date) => dayIn(zone, date)), [dates, zone]);
  const byDay = useMemo(() => days.map((day) => standing(document, day)), [document, days]);
  const everything = useMemo(() => byDay.flat(), [byDay]);
  const rows = useMemo(() => columnsOf(document, by, everything), [document, by, everything]);
  const opening = useMemo(() => dates.map((date) => openingOf(document, date, t)), [dates, document, t]);
  const today = dayOf(now, zone);
  return (
    <section aria-label={t(by === "bays" ? "calendar.week_by_bays" : "calendar.week_by_technicians")} className="min-h-0 flex-1 overflow-auto">
      <table className="h-full max-h-200 w-full min-w-216 table-fixed border-separate border-spacing-0">
        <thead>
          <tr>
            <th scope="col" className="sticky start-0 top-0 z-20 w-24 border-b bg-bg"><span className="sr-only">{t(by === "bays" ? "calendar.bays" : "calendar.technicians")}</span></th>
            {days.map((day, at) => (
              <th key={day.date} scope="col" className="sticky top-0 z-10 border-b border-e bg-bg p-0 text-start align-top">
                <Link to={dayLink(day.date)} aria-current={day.date === today ? "date" : undefined} className="flex min-h-12 flex-col justify-center px-2 text-ink no-underline hover:bg-surface">
                  <span className={cx("text-sm", day.date === today ? "font-bold text-accent" : "font-semibold")}>{shortDate(day.start, zone, locale, now)}</span>
                  {opening[at] && <span title={opening[at]} className="line-clamp-2 text-xs font-semibold break-words">{opening[at]}</span>}
                  {(!opening[at] || byDay[at]!.length > 0) && <span className="num text-xs font-normal text-muted">{t("calendar.visits", { count: byDay[at]!.length })}</span>}
                </Link>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row" className="sticky start-0 z-10 border-e border-b bg-bg px-2 text-start align-middle font-semibold"><span className="line-clamp-2">{row.name}</span></th>
              {days.map((day, at) => (
                <td key={day.date} className="h-18 border-e border-b p-0">
                  <Cell {...{ row, day, by, now, jobs, document }} visits={byDay[at]!} to={dayLink(day.date)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** One bay or technician on one day: how full, when, and what needs a look. */
function Cell({ row, day, by, now, jobs, document, visits, to }: { row: Column; day: Day; by: By; now: number; jobs: Map<string, Job>; document: CalendarDocument; visits: Slot[]; to: string }) {
  const t = useT();
  const locale = useLocale();
  const load = loadOf(row, by, visits, document, day);
  const axis = axisOf(day, [...document.opening.map(stretchOf), ...visits.map(timeOf)]);
  const share = shareOf(load);
  const count = load.visits.length;
  const marked = load.visits.map((visit) => ({ visit, mark: markOf(visit, jobs.get(visit.id), now) }));
  if (load.idle && count === 0) {
    return (
      <Link to={to} className="hatch-closed flex h-full items-center justify-center no-underline focus-visible:-outline-offset-2">
        <span className="rounded-full bg-bg px-1.5 text-xs text-muted">{loadText(load, t)}</span>
      </Link>
    );
  }
  return (
    <Link to={to} className="relative flex h-full flex-col justify-between gap-1.5 px-2 py-1.5 text-ink no-underline hover:bg-accent-soft focus-visible:-outline-offset-2">
      <span className="num flex items-center gap-1.5 text-xs whitespace-nowrap">
        <span className={count ? "font-semibold" : "text-muted"}>{t("calendar.visits", { count })}</span>
        {(["blocked", "waiting"] as const).map((state) => {
          const some = marked.filter(({ mark }) => mark.state === state).length;
          return some > 0 && <span key={state} className="flex items-center gap-0.5"><StateMark state={state} size={12} />{some}</span>;
        })}
        {count > 0 && <span title={loadText(load, t)} className={cx("ms-auto", load.idle ? "min-w-0 truncate" : "shrink-0", share > 1 ? "font-semibold text-blocked-text" : "text-muted")}>{load.idle ? t(`calendar.idle.${load.idle}`) : new Intl.NumberFormat(locale, { style: "percent" }).format(share)}</span>}
      </span>
      <span aria-hidden="true" className="relative block max-h-14 min-h-6 flex-1 overflow-hidden rounded-[4px] bg-surface inset-ring inset-ring-line">
        {marked.map(({ visit, mark }) => <Block key={visit.id} visit={visit} axis={axis} mark={mark} />)}
      </span>
    </Link>
  );
}

function Block({ visit, axis, mark }: { visit: Slot; axis: Axis; mark: Mark }) {
  const part = clip(timeOf(visit), axis);
  if (!part) return null;
  const share = (at: number) => `${(at / (axis.to - axis.from)) * 100}%`;
  return <i className={cx("absolute inset-y-0.5 min-w-[3px] rounded-[3px]", fills[mark.state])} style={{ insetInlineStart: share(part.from - axis.from), inlineSize: share(part.to - part.from) }} />;
}
