/** What the list says of a visit in one word. Pure. */
import type { VisitDocument } from "@/api/documents";
import type { AppointmentStatus, CustomerJob, WorkState } from "@/api/things";
import { backAt, needOf } from "./stage";

export type Marked = "asked" | "answer" | "booked" | "received" | "progress" | "needs_you" | "check" | "ready" | "over" | "ended";
export type Mark = { state: WorkState; say: Marked };

const BEFORE: Partial<Record<AppointmentStatus, Mark>> = {
  held: { state: "waiting", say: "asked" },
  requested: { state: "waiting", say: "asked" },
  proposed: { state: "waiting", say: "answer" },
  confirmed: { state: "queued", say: "booked" },
  checked_in: { state: "progress", say: "received" },
  fulfilled: { state: "done", say: "over" },
};
const AT_WORK: Mark = { state: "progress", say: "progress" };
const BY_STAGE: Partial<Record<CustomerJob["stage"], Mark>> = {
  received: { state: "queued", say: "received" },
  queued: { state: "queued", say: "received" },
  quality_check: { state: "progress", say: "check" },
  ready_for_pickup: { state: "done", say: "ready" },
  delivered: { state: "done", say: "over" },
  closed: { state: "done", say: "over" },
  cancelled: { state: "queued", say: "ended" },
};

export function markOf({ appointment, job }: Pick<VisitDocument, "appointment" | "job">): Mark {
  if (!job) return BEFORE[appointment.status] ?? { state: "queued", say: "ended" };
  if (backAt({ appointment, job })) return { state: "done", say: "over" };
  if (needOf({ job })) return { state: "waiting", say: "needs_you" };
  return BY_STAGE[job.stage] ?? AT_WORK;
}
