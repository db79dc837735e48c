/** What happened on a visit, the newest first, by day. Pure. */
import type { VisitDocument } from "@/api/documents";
import type { CustomerStep, ReadyPromise, WorkState } from "@/api/things";
import { dayOf } from "@/lib/zone";

export type VisitEvent = { id: string; at: string; state: WorkState } & (
  | { kind: "step"; step: CustomerStep }
  | { kind: "moved"; promise: ReadyPromise }
  | { kind: "received" | "ready" | "over" }
);

const STEP_STATE: Partial<Record<CustomerStep["status"], WorkState>> = {
  in_progress: "progress",
  paused: "waiting",
  done: "done",
  verified: "done",
};

export function eventsOf({ job, steps, promises }: VisitDocument): VisitEvent[] {
  if (!job) return [];
  const told = [...promises].sort((a, b) => a.made_at.localeCompare(b.made_at)).slice(1);
  const events: VisitEvent[] = [
    ...mark("received", job.received_at),
    ...mark("ready", job.ready_at),
    ...mark("over", job.delivered_at),
    ...told.map((promise): VisitEvent => ({ id: promise.id, kind: "moved", at: promise.made_at, state: "waiting", promise })),
    ...steps.flatMap(ofStep),
  ];
  return events.sort(newestFirst);
}

function mark(kind: "received" | "ready" | "over", at: string | null): VisitEvent[] {
  return at ? [{ id: kind, kind, at, state: "done" }] : [];
}

function ofStep(step: CustomerStep): VisitEvent[] {
  const state = STEP_STATE[step.status];
  const at = (state === "done" ? step.completed_at : null) ?? step.started_at;
  return state && at ? [{ id: step.id, kind: "step", at, state, step }] : [];
}

/** What is under way stands on top, whenever it began. */
function newestFirst(a: VisitEvent, b: VisitEvent): number {
  const now = (event: VisitEvent) => Number(event.state === "progress");
  return now(b) - now(a) || Date.parse(b.at) - Date.parse(a.at) || b.id.localeCompare(a.id);
}

/** Events of the same day together, the days in their order. */
export function byDay(events: VisitEvent[], zone: string): { day: string; events: VisitEvent[] }[] {
  const days = new Map<string, VisitEvent[]>();
  for (const event of events) {
    const day = dayOf(event.at, zone);
    days.set(day, [...(days.get(day) ?? []), event]);
  }
  return [...days].map(([day, held]) => ({ day, events: held }));
}

/** The steps that are still to come, in order. */
export function toCome({ job, items, steps }: VisitDocument): CustomerStep[] {
  if (!job || !["received", "diagnosis", "queued", "in_progress"].includes(job.stage)) return [];
  const place = new Map(items.map((item) => [item.id, item.position]));
  return steps
    .filter((step) => step.status === "pending")
    .sort((a, b) => (place.get(a.item_id) ?? 0) - (place.get(b.item_id) ?? 0) || a.position - b.position);
}
