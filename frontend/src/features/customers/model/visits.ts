/** A customer's visits: which are to come, and where each is opened. Pure. */
import type { Appointment, AppointmentStatus, WorkState } from "@/api/things";
import { dayOf } from "@/lib/zone";

const TO_COME = new Set<AppointmentStatus>(["held", "requested", "proposed", "confirmed", "checked_in"]);
const SHOWN: Partial<Record<AppointmentStatus, WorkState>> = {
  held: "waiting", requested: "waiting", proposed: "waiting", confirmed: "queued", checked_in: "progress", fulfilled: "done", no_show: "blocked",
};

export const stateOf = (status: AppointmentStatus): WorkState => SHOWN[status] ?? "queued";

export type Parted = { toCome: Appointment[]; past: Appointment[]; noShows: number };

/** What is to come, the next first, and what is over, the latest first. */
export function parted(visits: Appointment[]): Parted {
  const byTime = [...visits].sort((a, b) => a.scheduled_start.localeCompare(b.scheduled_start));
  return {
    toCome: byTime.filter((one) => TO_COME.has(one.status)),
    past: byTime.filter((one) => !TO_COME.has(one.status)).reverse(),
    noShows: visits.filter((one) => one.status === "no_show").length,
  };
}

/** Where the desk opens a visit: at the workshop its card, on the calendar what takes time there; else nowhere. */
export function addressOf(visit: Appointment): string | null {
  if (visit.status === "checked_in" && visit.job_id) return `/board/jobs/${visit.job_id}`;
  if (!TO_COME.has(visit.status) && visit.status !== "fulfilled") return null;
  return `/desk/calendar/visits/${visit.id}?date=${dayOf(visit.scheduled_start, visit.center.zone)}&view=day`;
}
