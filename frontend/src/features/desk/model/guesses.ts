/** What a verb of the desk will most likely have done to a card, shown until the server has said so. Pure. */
import type { AllowedAction, Bay, Item, Job, Technician } from "@/api/things";
import type { FrameData } from "@/live/reducer";

const AFTER: Record<string, Partial<Job>> = {
  queue: { stage: "queued", column: "in_progress", state: "queued" },
  diagnose: { stage: "diagnosis", column: "diagnosis", state: "progress" },
  send_estimate: { stage: "awaiting_decision", column: "deciding", state: "waiting" },
  diagnose_again: { stage: "diagnosis", column: "diagnosis", state: "progress" },
  decline_all: { stage: "ready_for_pickup", column: "ready", state: "done" },
  close: { stage: "closed", column: "closed", state: "done" },
};

/** A verb without a question was run: the card stands where it leads, with no offers until the server gives them. */
export function moved(job: Job, verb: string): FrameData {
  const after = AFTER[verb];
  return after ? { job: { id: job.id, ...after, allowed_actions: [] } } : {};
}

export const inBay = (job: Job, bay: Bay | null): FrameData => ({ job: { id: job.id, bay: bay && { id: bay.id, name: bay.name } } });

export const given = (item: Item, technician: Technician | null): FrameData => ({
  items: [{ id: item.id, technician: technician && { id: technician.id, name: technician.name, initials: technician.initials } }],
});

export const released = (hold: { id: string }, at: string): FrameData => ({ holds: [{ id: hold.id, released_at: at, allowed_actions: [] }] });

/** Verbs that ask something first; the others run at a press. */
export const ASKING = ["hand_over", "reopen", "cancel"] as const;
export type Asking = (typeof ASKING)[number];
export const asks = (action: AllowedAction): boolean => (ASKING as readonly string[]).includes(action.verb);

/** The stages in which the desk assigns, moves and holds. */
const OPEN = new Set(["received", "diagnosis", "awaiting_decision", "queued", "in_progress", "quality_check"]);
export const isOpen = (job: Job): boolean => OPEN.has(job.stage);

/** Before the work begins a bay is a plan: another vehicle may stand in it. */
export const isPlanned = ({ stage, started_at }: Job): boolean => started_at === null && (stage === "received" || stage === "queued");
