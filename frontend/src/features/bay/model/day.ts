/** A technician's day: which cards are to check, to do or done, in which order, and how each stands to its promise. Pure. */
import type { Job } from "@/api/things";
import { actionFor } from "@/live/actions";
import { promised, type Promised } from "@/live/promised";

type Me = { id: string } | null;

export type Group = "check" | "open" | "finished";
export type DayRow = { job: Job; promised: Promised; running: boolean; forAnyone: boolean };
export type Day = Record<Group, DayRow[]>;

const FINISHED = new Set(["quality_check", "ready_for_pickup", "delivered", "closed", "cancelled"]);
export const isFinished = (stage: Job["stage"]): boolean => FINISHED.has(stage);
const RANK: Record<Promised["kind"], number> = { late: 1, tight: 2, on_time: 3, none: 4 };

/** The day in its order: what runs on my clock, then what is late, what gets tight, and the rest by promise. */
export function dayOf(jobs: Job[], me: Me, now: number): Day {
  const day: Day = { check: [], open: [], finished: [] };
  for (const job of jobs) {
    const running = job.current?.status === "in_progress" && job.current.technician?.id === me?.id;
    const forAnyone = !isFinished(job.stage) && !job.technicians.some((one) => one.id === me?.id);
    day[groupOf(job, me)].push({ job, promised: promised(job, now), running, forAnyone });
  }
  for (const rows of Object.values(day)) rows.sort(byUrgency);
  return day;
}

function groupOf(job: Job, me: Me): Group {
  if (!isFinished(job.stage)) return "open";
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
