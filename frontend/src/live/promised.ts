/** How a card stands to its promise, derived from moments where there is a clock. Pure. */
import type { Job } from "@/api/things";

/** What the derivation needs of a card, whoever sees it. */
export type Promisable = Pick<Job, "stage" | "window" | "progress"> & {
  current: Pick<NonNullable<Job["current"]>, "running_since" | "estimate" | "clocked"> | null;
};

/** none: nothing promised (any more) · on_time · tight: what is left does not fit any more · late: past the window. */
export type Promised = { kind: "none" | "on_time" | "tight" | "late"; minutes: number };

const PROMISED = new Set(["received", "diagnosis", "awaiting_decision", "queued", "in_progress", "quality_check"]);
const MINUTE = 60_000;

/** How a card stands to the window it was promised for, at `now` (workshop time, ms). */
export function promised(job: Promisable, now: number): Promised {
  if (!job.window || !PROMISED.has(job.stage)) return { kind: "none", minutes: 0 };
  const over = (now - Date.parse(job.window.to)) / MINUTE;
  if (over > 0) return { kind: "late", minutes: Math.ceil(over) };
  const short = over + minutesLeft(job, now);
  return short > 0 ? { kind: "tight", minutes: Math.ceil(short) } : { kind: "on_time", minutes: 0 };
}

/** Minutes of work left: what the card says, less what the running clock has used since. */
export function minutesLeft(job: Promisable, now: number): number {
  const { current, progress } = job;
  if (!current?.running_since) return progress.minutes_left;
  const room = Math.max(0, current.estimate - current.clocked / 60);
  return progress.minutes_left - Math.min(room, Math.max(0, (now - Date.parse(current.running_since)) / MINUTE));
}
