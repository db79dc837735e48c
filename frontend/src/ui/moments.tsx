/** Times, windows, amounts and lengths of time, written one way everywhere. */
import type { Money as Amount } from "@/api/things";
import { hoursAndMinutes, moneyText } from "@/lib/amounts";
import { useLocale, useT, type Translate } from "@/lib/i18n";
import { clockTime, dayOf, longDate, readerZone, shortDate, useZone, zoneName, zonesDiffer } from "@/lib/zone";
import { useClock, workshopNow } from "@/live/clock";

type Wording = "time" | "day" | "long-day" | "day-time";

/** Words for a moment: "14:30", "Fri 20 Nov" or "Fri 20 Nov 14:30"; of another year with the year. */
export function momentText(at: string | number, wording: Wording, zone: string, locale: string): string {
  const time = clockTime(at, zone, locale);
  if (wording === "time") return time;
  if (wording === "long-day") return longDate(at, zone, locale);
  const day = shortDate(at, zone, locale, workshopNow());
  return wording === "day" ? day : `${day} ${time}`;
}

/**
 * A moment in the workshop's zone. `label` writes the zone beside it, and the reader's own time when that differs;
 * without it both are in the title.
 */
export function Time({ at, show = "time", label = false, className }: { at: string | number; show?: Wording; label?: boolean; className?: string }) {
  const t = useT();
  const locale = useLocale();
  const zone = useZone();
  const own = readerZone();
  const text = momentText(at, show, zone, locale);
  const named = `${text} ${zoneName(at, zone, locale)}`;
  const full = zonesDiffer(at, zone, own) ? t("time.yours", { time: named, own: momentText(at, show, own, locale) }) : named;
  return (
    <time dateTime={new Date(at).toISOString()} title={full} className={`num ${className ?? ""}`}>
      {label ? full : text}
    </time>
  );
}

/** "14:30", and with its day when that is not today: a promise for tomorrow is not ten hours late. */
export function NearTime({ at, className }: { at: string; className?: string }) {
  const zone = useZone();
  const today = dayOf(useClock(60_000), zone) === dayOf(at, zone);
  return <Time at={at} show={today ? "time" : "day-time"} className={className ?? ""} />;
}

/** "15:30 to 16:00"; the day is added when it is not today's. */
export function Window({ from, to, dated = false, className }: { from: string; to: string; dated?: boolean; className?: string }) {
  const t = useT();
  const locale = useLocale();
  const zone = useZone();
  const now = useClock(60_000);
  const today = dayOf(now, zone) === dayOf(from, zone);
  const start = momentText(from, today && !dated ? "time" : "day-time", zone, locale);
  const end = momentText(to, dayOf(from, zone) === dayOf(to, zone) ? "time" : "day-time", zone, locale);
  return <span className={`num ${className ?? ""}`}>{t("time.window", { from: start, to: end })}</span>;
}

/** Which zone the times on this page are in; with the reader's time of now when it differs. */
export function ZoneNote({ className }: { className?: string }) {
  const t = useT();
  const locale = useLocale();
  const zone = useZone();
  const now = useClock(60_000);
  const name = zoneName(now, zone, locale);
  const own = readerZone();
  const text = zonesDiffer(now, zone, own)
    ? t("time.zone_differs", { zone: name, there: clockTime(now, zone, locale), here: clockTime(now, own, locale) })
    : t("time.zone", { zone: name });
  return <span className={`num text-xs text-muted ${className ?? ""}`}>{text}</span>;
}

export function Money({ of, className }: { of: Amount; className?: string }) {
  return <span className={`num whitespace-nowrap ${className ?? ""}`}>{moneyText(of, useLocale())}</span>;
}

/** "18 min", "1 h 05". */
export function durationText(minutes: number, t: Translate): string {
  const { hours, minutes: rest } = hoursAndMinutes(minutes);
  return hours === 0 ? t("time.minutes", { minutes: rest }) : t("time.hours", { hours, minutes: String(rest).padStart(2, "0") });
}

/** The same of an estimate, to the next five minutes. */
export const aboutText = (minutes: number, t: Translate): string => durationText(Math.ceil(minutes / 5) * 5, t);

export function Duration({ minutes, className }: { minutes: number; className?: string }) {
  return <span className={`num whitespace-nowrap ${className ?? ""}`}>{durationText(minutes, useT())}</span>;
}
