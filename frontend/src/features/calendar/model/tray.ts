/** What the desk still has to place: requests to answer, the most urgent first, and visits that the work before runs into. Pure. */
import type { Slot, Waiting } from "@/api/things";
import { timeOf } from "./plan";

export type Tray = { requests: Slot[]; conflicts: Slot[] };

export function trayOf(visits: Slot[]): Tray {
  const due = (visit: Slot) => (visit.answer_by ? Date.parse(visit.answer_by) : Number.POSITIVE_INFINITY);
  return {
    requests: visits.filter((visit) => visit.status === "requested").sort((a, b) => due(a) - due(b) || a.id.localeCompare(b.id)),
    conflicts: visits.filter((visit) => (visit.status === "confirmed" || visit.status === "checked_in") && visit.conflict_since).sort((a, b) => timeOf(a).from - timeOf(b).from),
  };
}

/** Who is still in the line, in its order. */
export const lineOf = (waiting: Waiting[]): Waiting[] =>
  waiting.filter((one) => one.status === "waiting" || one.status === "offered").sort((a, b) => a.joined_at.localeCompare(b.joined_at) || a.id.localeCompare(b.id));

/** The moment among the wished times that `at` is, as the server writes it. */
export const wishAt = (visit: Slot, at: number): string | undefined => visit.wished_times.find((wish) => Date.parse(wish) === at);
