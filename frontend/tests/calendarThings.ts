/** A day of the desk's calendar for tests: two bays, two technicians, open from 8:30 to 18:30 in Chennai. */
import type { CalendarDocument } from "@/api/documents";
import type { Rostered, Slot } from "@/api/things";
import { appointment, center, NOW, offer } from "./things";

const OPEN = { start: "2026-11-20T03:00:00+00:00", end: "2026-11-20T13:00:00+00:00" };
export const TECHNICIANS: Rostered[] = [
  { id: "priya", name: "Priya S.", initials: "PS", lead: false, skills: ["hv_safety", "brakes"], work: [OPEN], breaks: [], away: [] },
  { id: "arun", name: "Arun K.", initials: "AK", lead: false, skills: ["brakes"], work: [OPEN], breaks: [], away: [] },
];
const DESK = ["reschedule", "check_in", "mark_no_show", "cancel"].map((verb) => offer(verb, null));

/** A confirmed visit in Bay 1 with Priya, from 16:00 to 17:00. */
export const slot = (more: Partial<Slot> = {}): Slot => ({
  ...appointment(), id: "a1", version: 2, status: "confirmed", job_id: null, scheduled_start: "2026-11-20T10:30:00+00:00", scheduled_end: "2026-11-20T11:30:00+00:00",
  bay: { id: "b1", name: "Bay 1" }, technician: { id: "priya", name: "Priya S.", initials: "PS" }, conflict_since: null, conflict_with: null, last_change: null, allowed_actions: DESK, ...more,
});

/** What Lakshmi did to a visit, by which it got this version; or somebody else. */
export const changed = (version: number, more: Partial<NonNullable<Slot["last_change"]>> = {}): NonNullable<Slot["last_change"]> => ({
  version, deed: "moved", by: "staff", person: { id: "lakshmi", name: "Lakshmi" }, at: "2026-11-20T05:12:00+00:00", moved_from: null, ...more,
});

/** A request for 17:00 that same day or 10:00 two days later. */
export const request = (more: Partial<Slot> = {}): Slot =>
  slot({
    id: "r1", status: "requested", lane: "request", bay: null, technician: null, concern: "It rattles when cold.", scheduled_start: "2026-11-20T11:30:00+00:00", scheduled_end: "2026-11-20T12:30:00+00:00",
    vehicle: { ...appointment().vehicle, plate: "TN 45 BB 7719" }, wished_times: ["2026-11-20T11:30:00+00:00", "2026-11-22T04:30:00+00:00"], answer_by: "2026-11-20T12:00:00+00:00",
    allowed_actions: ["accept", "propose", "reject"].map((verb) => offer(verb, null)), ...more,
  });

export const calendar = (more: Partial<CalendarDocument> = {}): CalendarDocument => ({
  topic: "center.c1.calendar", seq: 10, clock: { now: new Date(NOW).toISOString(), rate: 1 }, center, first: "2026-11-20", last: "2026-11-20", slot_step: 15, opening: [OPEN], days: [{ date: "2026-11-20", open: true, reason: "" }],
  bays: [{ id: "b1", version: 1, name: "Bay 1", position: 1, kind: "ev" }, { id: "b2", version: 1, name: "Bay 2", position: 2, kind: "ev" }],
  technicians: TECHNICIANS, drivers: [], appointments: [], waiting: [], ...more,
});
