import { useLocale, useT } from "@/lib/i18n";
import { dayOf, useZone } from "@/lib/zone";
import { useClock } from "@/live/clock";
import type { HoursException } from "../api/centers";
import { comingDays, type WallSpan } from "../model/week";
import { dateText, spansText } from "./words";

const DAYS = 14;
const MINUTE_MS = 60_000;

/** The next two weeks as customers see them. */
export function Coming({ week, exceptions }: { week: WallSpan[]; exceptions: HoursException[] }) {
  const t = useT();
  const locale = useLocale();
  const today = dayOf(useClock(MINUTE_MS), useZone());
  return (
    <ol className="num text-sm">
      {comingDays(today, DAYS, week, exceptions).map((day) => (
        <li key={day.date} className="grid grid-cols-[7.25rem_minmax(0,1fr)] gap-x-2 border-t py-1.25 first:border-0">
          <span className={day.special ? "font-semibold" : undefined}>{dateText(day.date, locale)}</span>
          <span className={day.spans.length === 0 ? "text-muted" : undefined}>
            {spansText(day.spans, t)}
            {day.special && day.reason && <span className="block text-muted">{day.reason}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}
