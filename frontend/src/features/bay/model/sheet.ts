/** The steps of a card in their order, and which of them is on the lift now. Pure. */
import type { Item, Step, WorkState } from "@/api/things";
import { isOpen, sections } from "@/lib/sheet";
import { actionFor } from "@/live/actions";

type Me = { id: string } | null;

export function inOrder(items: Item[], steps: Step[]): Step[] {
  return sections(items, steps).flatMap((section) => section.steps);
}

/** "Step 4 of 7": skipped steps are not counted. */
export function placeOf(ordered: Step[], step: Step): { number: number; of: number } {
  const counted = ordered.filter((one) => one.status !== "skipped");
  return { number: counted.indexOf(step) + 1, of: counted.length };
}

/** The step to show: mine that runs, mine that is paused, one I can start, one that somebody runs, the first open one. */
export function currentOf(ordered: Step[], me: Me): Step | undefined {
  const mine = (status: Step["status"]) => ordered.find((step) => step.status === status && step.technician?.id === me?.id);
  return (
    mine("in_progress") ??
    mine("paused") ??
    ordered.find((step) => actionFor(step, me, "start")) ??
    ordered.find((step) => step.status === "in_progress") ??
    ordered.find(isOpen)
  );
}

/** What "Done" goes on with: the item's next step, else the first of another item that I am offered to start. */
export function nextAfter(ordered: Step[], step: Step, me: Me): Step | undefined {
  const pending = ordered.filter((one) => one.status === "pending" && one.id !== step.id);
  return pending.find((one) => one.item_id === step.item_id) ?? pending.find((one) => actionFor(one, me, "start"));
}

/** The open steps that come after one, as a preview. */
export function upcoming(ordered: Step[], step: Step, count: number): Step[] {
  const at = ordered.indexOf(step);
  return ordered.slice(at + 1).filter((one) => one.status === "pending").slice(0, count);
}

const STATES: Record<Step["status"], WorkState> = {
  pending: "queued",
  in_progress: "progress",
  paused: "waiting",
  done: "done",
  verified: "done",
  skipped: "queued",
};
export const stateOf = (step: Step): WorkState => STATES[step.status];
