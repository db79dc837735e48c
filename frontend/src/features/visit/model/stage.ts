/** How far a visit is, as the five stages that its customer reads. Pure. */
import type { VisitDocument } from "@/api/documents";

export const STAGES = ["booked", "received", "progress", "check", "ready"] as const;
export type Stage = (typeof STAGES)[number];

/** How many stages are behind, and whether the next one is under way. */
export type Far = { done: number; under: boolean };

const BY_JOB: Record<string, Far> = {
  received: { done: 2, under: false },
  queued: { done: 2, under: false },
  diagnosis: { done: 2, under: true },
  awaiting_decision: { done: 2, under: true },
  in_progress: { done: 2, under: true },
  quality_check: { done: 3, under: true },
  ready_for_pickup: { done: 5, under: false },
  delivered: { done: 5, under: false },
  closed: { done: 5, under: false },
};

export function howFar({ appointment, job }: VisitDocument): Far {
  if (job) return BY_JOB[job.stage] ?? { done: 2, under: false };
  const asked = ["held", "requested", "proposed"].includes(appointment.status);
  return asked ? { done: 0, under: true } : { done: 1, under: false };
}

const ENDED = new Set(["cancelled", "rejected", "expired", "no_show"]);

/** When its driver brought the vehicle back; null while it is not back. The desk closes the card later. */
export function backAt({ appointment, job }: Pick<VisitDocument, "appointment" | "job">): string | null {
  if (job?.stage !== "ready_for_pickup") return null;
  return appointment.transports.find((one) => one.direction === "return" && one.status === "done")?.ended_at ?? null;
}

/** over: handed over or brought back · ended: it does not take place (any more) · ahead: not checked in yet · here: at the workshop. */
export type Phase = "ahead" | "here" | "ready" | "over" | "ended";

export function phaseOf({ appointment, job }: Pick<VisitDocument, "appointment" | "job">): Phase {
  if (job?.stage === "cancelled" || ENDED.has(appointment.status)) return "ended";
  if (!job) return appointment.status === "fulfilled" ? "over" : "ahead";
  if (job.stage === "ready_for_pickup") return backAt({ appointment, job }) ? "over" : "ready";
  return job.stage === "delivered" || job.stage === "closed" ? "over" : "here";
}

/** What only the customer can move on: a decision, or an answer. */
export function needOf({ job }: Pick<VisitDocument, "job">): "approval" | "customer" | null {
  if (!job) return null;
  if (job.stage === "awaiting_decision" || job.holds.some((hold) => hold.kind === "approval")) return "approval";
  return job.holds.some((hold) => hold.kind === "customer") ? "customer" : null;
}
