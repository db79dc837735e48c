/** The one thing a visit's pill says on the calendar, as a state and a word. Pure. */
import type { Job, Slot, WorkState } from "@/api/things";
import { MINUTE } from "./day";

type Said = { say: "held" | "proposed" | "booked" | "conflict" | "done" | "requested" } | { say: "awaited" | "over"; minutes: number } | { say: "here"; work: WorkState };
export type Mark = { state: WorkState } & Said;

/** How a visit stands at `now` (workshop time, ms); `job` is its card while the vehicle is here. */
export function markOf(visit: Slot, job: Job | undefined, now: number): Mark {
  switch (visit.status) {
    case "held":
      return { state: "queued", say: "held" };
    case "requested":
      return { state: "waiting", say: "requested" };
    case "proposed":
      return { state: "waiting", say: "proposed" };
    case "checked_in":
      return hereMark(visit, job, now);
    case "fulfilled":
      return { state: "done", say: "done" };
    default:
      return bookedMark(visit, now);
  }
}

function bookedMark(visit: Slot, now: number): Mark {
  if (visit.conflict_since) return { state: "blocked", say: "conflict" };
  const minutes = Math.floor((now - Date.parse(visit.scheduled_start)) / MINUTE);
  return minutes > 0 ? { state: "waiting", say: "awaited", minutes } : { state: "queued", say: "booked" };
}

function hereMark(visit: Slot, job: Job | undefined, now: number): Mark {
  const minutes = overrun(visit, job, now);
  if (minutes > 0) return { state: "blocked", say: "over", minutes };
  if (visit.conflict_since) return { state: "blocked", say: "conflict" };
  const work = job?.state ?? "progress";
  return { state: work, say: "here", work };
}

/** Minutes by which the work runs over the end of its booking. */
export function overrun(visit: Slot, job: Job | undefined, now: number): number {
  if (visit.status !== "checked_in" || !job || job.state === "done") return 0;
  return Math.max(0, Math.floor((now - Date.parse(visit.scheduled_end)) / MINUTE));
}
