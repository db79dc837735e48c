/** From days and times of a zone's clock to moments. Pure. */
import { dayOf } from "./zone";

/** The moment at which the clocks of a zone show a date ("2026-11-20") and a time ("14:30"). */
export function momentIn(zone: string, date: string, time: string): string {
  const wanted = Date.parse(`${date}T${time}:00Z`);
  const shown = (at: number) => {
    const time = new Intl.DateTimeFormat("en-CA", { timeZone: zone, timeStyle: "medium", hourCycle: "h23" }).format(at);
    return Date.parse(`${dayOf(at, zone)}T${time}Z`);
  };
  const once = wanted - (shown(wanted) - wanted);
  return new Date(once - (shown(once) - wanted)).toISOString();
}

/** The moment at which a day ("2026-11-20") begins in the zone; where its midnight is skipped, the first one after. */
export function dayStart(zone: string, date: string): number {
  const at = Date.parse(momentIn(zone, date, "00:00"));
  return dayOf(at, zone) < date ? at + 3_600_000 : at;
}

/** The day so many days later. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
