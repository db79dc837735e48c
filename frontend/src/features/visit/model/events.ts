/** What happened on a visit, the newest first, by day. Pure. */
import type { VisitDocument } from "@/api/documents";
import type { CustomerStep, ReadyPromise, WorkState } from "@/api/things";
import { dayOf } from "@/lib/zone";

export type VisitEvent = { id: string; at: string; state: WorkState } & (
  | { kind: "step"; step: CustomerStep }
  | { kind: "moved"; promise: ReadyPromise }
  | { kind: "received" | "ready" | "over" }
  | { kind: `${Transport["direction"]}_${"out" | "in"}`; driver: string | undefined }
);
type Transport = VisitDocument["appointment"]["transports"][number];

const STEP_STATE: Partial<Record<CustomerStep["status"], WorkState>> = {
  in_progress: "progress",
  paused: "waiting",
  done: "done",
  verified: "done",
};

export function eventsOf({ appointment, job, steps, promises }: VisitDocument): VisitEvent[] {
  const driven = appointment.transports.flatMap(ofTransport);
  if (!job) return driven.sort(newestFirst);
  const told = [...promises].sort((a, b) => a.made_at.localeCompare(b.made_at)).slice(1);
  const events: VisitEvent[] = [
    ...mark("received", job.received_at),
    ...mark("ready", job.ready_at),
    ...mark("over", job.delivered_at),
    ...told.map((promise): VisitEvent => ({ id: promise.id, kind: "moved", at: promise.made_at, state: "waiting", promise })),
    ...steps.flatMap(ofStep),
    ...driven,
  ];
  return events.sort(newestFirst);
}

function mark(kind: "received" | "ready" | "over", at: string | null): VisitEvent[] {
  return at ? [{ id: kind, kind, at, state: "done" }] : [];
}

/** A drive as it began and as it ended; one that did not work out ended with nothing, and says so where it is planned. */
function ofTransport({ id, direction, status, started_at, ended_at, driver }: Transport): VisitEvent[] {
  const on = (which: "out" | "in", at: string | null, state: WorkState): VisitEvent[] =>
    at ? [{ id: `${id}_${which}`, kind: `${direction}_${which}`, at, state, driver: driver?.name }] : [];
  return [...on("out", started_at, status === "under_way" ? "progress" : "done"), ...on("in", status === "done" ? ended_at : null, "done")];
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
