/** What is being typed for somebody who is to wait for a time, and the request it becomes. Pure. */
import type { JoinLine } from "../api/desk";
import { emptyDraft, partyOf, type Draft } from "./visit";

export type Joining = Draft & { from: string; to: string; dayFrom: string; dayUntil: string };

export const emptyJoining: Joining = { ...emptyDraft, from: "", to: "", dayFrom: "", dayUntil: "" };

/** The last day is the first one while nothing else is said; a part of the day that is left open is the whole. */
export function joinBody(held: Joining, centerId: string): JoinLine {
  const { from, to, dayFrom, dayUntil } = held;
  return { ...partyOf(held, centerId), from_date: from, to_date: to || from, day_from: dayFrom || null, day_until: dayUntil || null };
}
