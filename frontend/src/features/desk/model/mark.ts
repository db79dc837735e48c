/** The one thing a card's pill says, as a state and a word. Pure. */
import type { Appointment, HoldKind, Job, WorkState } from "@/api/things";
import type { Promised } from "@/live/promised";
import type { Card } from "./board";

type Said =
  | { say: "late" | "asked_ago" | "overdue"; minutes: number }
  | { say: "hold"; hold: HoldKind }
  | { say: "step" | "paused"; number: number; of: number }
  | { say: "arrives"; at: string }
  | { say: "received" | "inspecting" | "asked" | "queued" | "working" | "check" | "ready" | "over" | "closed" | "cancelled" };
export type Mark = { state: WorkState } & Said;

const MINUTE = 60_000;
const since = (at: string, now: number): number => Math.max(0, Math.floor((now - Date.parse(at)) / MINUTE));

export function markOf(card: Card, now: number): Mark {
  return card.kind === "visit" ? arrivalMark(card.visit, now) : jobMark(card.job, card.standing, now);
}

/** A visit to come says when; one that should be here says for how long. */
export function arrivalMark(visit: Appointment, now: number): Mark {
  const minutes = since(visit.scheduled_start, now);
  return minutes > 0 ? { state: "waiting", say: "overdue", minutes } : { state: "queued", say: "arrives", at: visit.scheduled_start };
}

export function jobMark(job: Job, standing: Promised, now: number): Mark {
  if (standing.kind === "late") return { state: "blocked", say: "late", minutes: standing.minutes };
  const [hold] = job.holds;
  if (hold && job.state !== "done") {
    if (hold.kind === "approval") return { state: "waiting", say: "asked_ago", minutes: since(hold.since, now) };
    return { state: job.state === "blocked" ? "blocked" : "waiting", say: "hold", hold: hold.kind };
  }
  return stageMark(job);
}

function stageMark({ stage, current }: Job): Mark {
  switch (stage) {
    case "received":
      return { state: "queued", say: "received" };
    case "diagnosis":
      return { state: "progress", say: "inspecting" };
    case "awaiting_decision":
      return { state: "waiting", say: "asked" };
    case "queued":
      return { state: "queued", say: "queued" };
    case "in_progress":
      if (!current) return { state: "progress", say: "working" };
      return current.status === "paused"
        ? { state: "waiting", say: "paused", number: current.number, of: current.of }
        : { state: "progress", say: "step", number: current.number, of: current.of };
    case "quality_check":
      return { state: "waiting", say: "check" };
    case "ready_for_pickup":
      return { state: "done", say: "ready" };
    case "cancelled":
      return { state: "queued", say: "cancelled" };
    case "closed":
      return { state: "done", say: "closed" };
    default:
      return { state: "done", say: "over" };
  }
}
