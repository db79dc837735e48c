/** What screens say of a collection or a return. Pure. */
import type { CalendarDocument } from "@/api/documents";
import type { Slot, WorkState } from "@/api/things";
import { addressOf } from "@/lib/address";
import type { Transport, Trip, Way } from "../api/drive";

const STATES: Record<Transport["status"], WorkState> = { planned: "queued", under_way: "progress", done: "done", failed: "blocked", cancelled: "queued" };
/** How a drive stands; at a moment (ms), whoever is late waits or is stuck. */
export function stateOf(trip: Transport, now?: number): WorkState {
  const late = now === undefined ? -1 : lateBy(trip, now);
  if (late < 0) return STATES[trip.status];
  return late > 0 ? "blocked" : "waiting";
}

/** The catalogue's word for how a drive stands: a vehicle is collected, and handed over. */
export const wordOf = ({ status, direction }: Transport) => (status === "done" ? (`drive.finish.${direction}` as const) : (`drive.status.${status}` as const));

/** By how many minutes a drive is over its window; 0 while it has only not set out in it, and -1 when all is well. */
export function lateBy({ status, window_start, window_end }: Transport, now: number): number {
  if (status !== "planned" && status !== "under_way") return -1;
  const over = Math.floor((now - Date.parse(window_end)) / 60_000);
  if (over > 0) return over;
  return status === "planned" && now > Date.parse(window_start) ? 0 : -1;
}

/** What a customer still reads of: what was called off is no news on their page. */
export const shown = (transports: Transport[]): Transport[] => transports.filter((one) => one.status !== "cancelled");

/** The windows of each local day, in order. */
export function byDay(starts: string[], dayOf: (at: string) => string): [string, string[]][] {
  const days = new Map<string, string[]>();
  for (const at of starts) days.set(dayOf(at), [...(days.get(dayOf(at)) ?? []), at]);
  return [...days];
}

/** The end of a window that begins then. */
export const endOf = (start: string, minutes: number): string => new Date(Date.parse(start) + minutes * 60_000).toISOString();

/** The window that suits best unprompted: to collect the last before the visit, to return the first after it. */
export const usual = (way: Way, starts: string[]): string => (way === "collect" ? starts.at(-1) : starts[0]) ?? "";

export type Day = { now: Trip[]; next: Trip[]; later: Trip[]; over: Trip[] };

/** A driver's day: what is under way, what is `due` today in order, what comes on later days, and what is over. */
export function dayOfTrips(trips: Trip[], due: (trip: Trip) => boolean): Day {
  const sorted = [...trips].sort((a, b) => Date.parse(a.window_start) - Date.parse(b.window_start));
  const of = (...wanted: Trip["status"][]) => sorted.filter((one) => wanted.includes(one.status));
  const planned = of("planned");
  return { now: of("under_way"), next: planned.filter(due), later: planned.filter((one) => !due(one)), over: of("done", "failed") };
}

export type Drives = { driver: { id: string; name: string }; drives: { visit: Slot; trip: Transport }[] };

/** The drives of those days that `within` says, by driver, each in the order of the windows. */
export function drivesOf({ appointments, drivers }: Pick<CalendarDocument, "appointments" | "drivers">, within: (at: string) => boolean): Drives[] {
  const all = appointments
    .flatMap((visit) => visit.transports.map((trip) => ({ visit, trip })))
    .filter(({ trip }) => trip.status !== "cancelled" && within(trip.window_start))
    .sort((a, b) => Date.parse(a.trip.window_start) - Date.parse(b.trip.window_start));
  const known = new Map(drivers.map((one) => [one.id, one.name]));
  // Who stopped driving here is still named on what they drove.
  for (const { trip } of all) if (trip.driver && !known.has(trip.driver.id)) known.set(trip.driver.id, trip.driver.name);
  return [...known].map(([id, name]) => ({ driver: { id, name }, drives: all.filter(({ trip }) => trip.driver?.id === id) })).filter(({ drives }) => drives.length > 0);
}

/** Where a vehicle is fetched from or brought to, in one line with the town of its postcode. */
export const whereOf = ({ address, postcode, town }: Pick<Transport, "address" | "postcode" | "town">): string => addressOf({ address, postcode, city: town });

/** Where a map opens at the place. */
export const mapOf = (where: Pick<Transport, "address" | "postcode" | "town">): string =>
  `https://www.openstreetmap.org/search?query=${encodeURIComponent(whereOf(where))}`;
