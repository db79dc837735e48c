/** Moments in the workshop's zone, and the reader's own beside it when that differs. Pure except for the device's zone. */
import { createContext, useContext } from "react";

export const readerZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The zone of the centre on screen. */
export const ZoneContext = createContext<string>(readerZone());
export const useZone = (): string => useContext(ZoneContext);

type Moment = string | number | Date;
const kept = new Map<string, Intl.DateTimeFormat>();

function format(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  const held = kept.get(key) ?? new Intl.DateTimeFormat(locale, options);
  kept.set(key, held);
  return held;
}

/** "14:30" in the zone. */
export function clockTime(at: Moment, zone: string, locale: string): string {
  return format(locale, { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: zone }).format(new Date(at));
}

/** "Fri 20 Nov" in the zone, "Fri 1 Jan 2027" when that is another year than `now`'s. */
export function shortDate(at: Moment, zone: string, locale: string, now: Moment): string {
  const year = dayOf(at, zone).startsWith(dayOf(now, zone).slice(0, 4)) ? undefined : "numeric";
  return format(dayFirst(locale), { weekday: "short", day: "numeric", month: "short", year, timeZone: zone }).format(new Date(at)).replace(",", "");
}

/** "Friday 20 November" in the zone. */
export function longDate(at: Moment, zone: string, locale: string): string {
  return format(dayFirst(locale), { weekday: "long", day: "numeric", month: "long", timeZone: zone }).format(new Date(at)).replace(",", "");
}

/** The day as "2026-11-20" in the zone, to compare days. */
export function dayOf(at: Moment, zone: string): string {
  return format("en-CA", { year: "numeric", month: "2-digit", day: "2-digit", timeZone: zone }).format(new Date(at));
}

/** The zone's short name at that moment: "IST", "GMT+7". */
export function zoneName(at: Moment, zone: string, locale: string): string {
  const parts = format(zone.startsWith("Asia/Kolkata") ? "en-IN" : locale, { timeZone: zone, timeZoneName: "short" }).formatToParts(new Date(at));
  return parts.find((part) => part.type === "timeZoneName")?.value ?? zone;
}

/** Whether a clock on the reader's wall shows another time than the workshop's at that moment. */
export function zonesDiffer(at: Moment, one: string, other: string): boolean {
  if (one === other) return false;
  const whole = (zone: string) => dayOf(at, zone) + clockTime(at, zone, "en");
  return whole(one) !== whole(other);
}

/** The locale in which the day stands before the month. */
export function dayFirst(locale: string): string {
  return locale === "en" ? "en-GB" : locale;
}
