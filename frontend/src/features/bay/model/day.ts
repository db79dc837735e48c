/** A technician's day: which cards are to check, to do or done, in which order, and how each stands to its promise. Pure. */
import type { Job } from "@/api/things";
import { actionFor } from "@/live/actions";

type Me = { id: string } | null;

/** none: nothing promised (any more) · on_time · tight: what is left does not fit any more · late: past the window. */
export type Promised = { kind: "none" | "on_time" | "tight" | "late"; minutes: number };

const PROMISED = new Set(["received", "diagnosis", "awaiting_decision", "queued", "in_progress", "quality_check"]);
const MINUTE = 60_000;

/** How a card stands to the window it was promised for, at `now` (workshop time, ms). */
export function promised(job: Job, now: number): Promised {
  if (!job.window || !PROMISED.has(job.stage)) return { kind: "none", minutes: 0 };
  const over = (now - Date.parse(job.window.to)) / MINUTE;
  if (over > 0) return { kind: "late", minutes: Math.ceil(over) };
  const short = over + minutesLeft(job, now);
  return short > 0 ? { kind: "tight", minutes: Math.ceil(short) } : { kind: "on_time", minutes: 0 };
}

/** Minutes of work left: what the card says, less what the running clock has used since. */
export function minutesLeft(job: Job, now: number): number {
  const { current, progress } = job;
  if (!current?.running_since) return progress.minutes_left;
  const room = Math.max(0, current.estimate - current.clocked / 60);
  return progress.minutes_left - Math.min(room, Math.max(0, (now - Date.parse(current.running_since)) / MINUTE));
}

export type Group = "check" | "open" | "finished";
export type DayRow = { job: Job; promised: Promised; running: boolean; forAnyone: boolean };
export type Day = Record<Group, DayRow[]>;

const FINISHED = new Set(["quality_check", "ready_for_pickup", "delivered", "closed", "cancelled"]);
const RANK: Record<Promised["kind"], number> = { late: 1, tight: 2, on_time: 3, none: 4 };

/** The day in its order: what runs on my clock, then what is late, what gets tight, and the rest by promise. */
export function dayOf(jobs: Job[], me: Me, now: number): Day {
  const day: Day = { check: [], open: [], finished: [] };
  for (const job of jobs) {
    const running = job.current?.status === "in_progress" && job.current.technician?.id === me?.id;
    const forAnyone = !job.technicians.some((one) => one.id === me?.id);
    day[groupOf(job, me)].push({ job, promised: promised(job, now), running, forAnyone });
  }
  for (const rows of Object.values(day)) rows.sort(byUrgency);
  return day;
}

function groupOf(job: Job, me: Me): Group {
  if (!FINISHED.has(job.stage)) return "open";
  return actionFor(job, me, "pass_check") ? "check" : "finished";
}

function byUrgency(a: DayRow, b: DayRow): number {
  const rank = (row: DayRow) => (row.running ? 0 : RANK[row.promised.kind]);
  const due = (row: DayRow) => (row.job.window ? Date.parse(row.job.window.to) : Number.POSITIVE_INFINITY);
  return rank(a) - rank(b) || compare(due(a), due(b)) || a.job.number.localeCompare(b.job.number);
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a - b;
}
