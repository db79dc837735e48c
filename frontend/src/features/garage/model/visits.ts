/** One's visits: which are to come, and until when each can be changed. Pure. */
import type { Appointment } from "@/api/things";

const OVER = new Set<Appointment["status"]>(["fulfilled", "cancelled", "rejected", "expired", "no_show"]);

/** What is held is no visit yet: it is an offer of the waiting list, or a booking that its page goes on with. */
export function parted(visits: Appointment[]): { upcoming: Appointment[]; past: Appointment[] } {
  const byTime = [...visits].sort((a, b) => a.scheduled_start.localeCompare(b.scheduled_start));
  return { upcoming: byTime.filter((one) => !OVER.has(one.status) && one.status !== "held"), past: byTime.filter((one) => OVER.has(one.status)).reverse() };
}

export type Rule = "until" | "late" | "late_free";

/** The rule for changing a booked visit as it is now; null where there is nothing to change. */
export function ruleOf(visit: Appointment, now: number): Rule | null {
  if (visit.status !== "confirmed" || !visit.change_until) return null;
  if (Date.parse(visit.change_until) > now) return "until";
  return Number(visit.late_cancel_fee.amount) > 0 ? "late" : "late_free";
}
