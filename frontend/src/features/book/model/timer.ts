/** How long a slot is still held, by the server's clock: true after a sleep and after a reload. Pure. */
import type { Slot } from "../api/book";
import { whatOf, type Draft, type Held } from "./draft";

export const WARN_S = 60;

/** What is kept of a slot that was just held, answered at device time `now` and held for `seconds`. */
export function heldOf(slot: Slot, draft: Draft, seconds: number, now: number): Held {
  const until = slot.held_until ?? new Date(now).toISOString();
  return {
    id: slot.id,
    start: slot.scheduled_start,
    end: slot.scheduled_end,
    until,
    skew: Date.parse(until) - seconds * 1_000 - now,
    seconds,
    changeUntil: slot.change_until,
    fee: slot.late_cancel_fee,
    what: whatOf(draft),
    agreed: slot.services.map((one) => ({ id: one.service_id, name: one.name, base_price: one.price, estimated_duration: one.duration })),
  };
}

/** Whole seconds left at device time `now`, 0 when its time is over. */
export function secondsLeft(held: Held, now: number): number {
  return Math.max(0, Math.ceil((Date.parse(held.until) - held.skew - now) / 1_000));
}
