/** A place in a waiting list, as its person reads it. Pure. */
import type { Waiting } from "@/api/things";

/** The places that are open, an offer first, then in the order they were taken. */
export function openPlaces(places: Waiting[]): Waiting[] {
  const open = places.filter((one) => one.status === "waiting" || one.status === "offered");
  return open.sort((a, b) => Number(b.offer !== null) - Number(a.offer !== null) || a.joined_at.localeCompare(b.joined_at));
}

/** Whole seconds until a real moment, 0 once it is over. */
export const secondsUntil = (moment: string, now: number): number => Math.max(0, Math.ceil((Date.parse(moment) - now) / 1_000));

/** What of the list changes the visits: which places hold or became one. */
export const bookedOf = (places: Waiting[]): string => places.map((one) => `${one.id}${one.status}${one.appointment_id ?? ""}`).sort().join(" ");
