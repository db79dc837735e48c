/** What a card says of its steps (the step in hand, how far it is, its stage) once a tap has changed them. Pure. */
import type { JobDocument } from "@/api/documents";
import type { CurrentStep, Job } from "@/api/things";
import { hasAgreedWork, isOpen } from "@/lib/sheet";
import { applyPatch, type FrameData } from "@/live/reducer";
import { inOrder, placeOf } from "./sheet";

/** The guess on steps, and with it the guess on their card. */
export function withCard(sheet: JobDocument, patch: FrameData): FrameData {
  const after = applyPatch(sheet, patch);
  const counted = inOrder(after.items, after.steps).filter((step) => step.status !== "skipped");
  const open = counted.filter(isOpen);
  const left = open.reduce((sum, step) => sum + Math.max(step.estimate - Math.floor(step.clocked / 60), 0), 0);
  const progress = { done: counted.length - open.length, total: counted.length, minutes_left: left };
  return { ...patch, job: { id: sheet.job.id, ...moved(after), current: currentOf(after), progress } };
}

/** The last step that runs, else the last that is paused, else the first that is agreed and to do. */
function currentOf({ items, steps }: JobDocument): CurrentStep | null {
  const ordered = inOrder(items, steps);
  const agreed = new Set(items.filter((item) => item.authorised_at !== null).map((item) => item.id));
  const step =
    ordered.findLast((one) => one.status === "in_progress") ??
    ordered.findLast((one) => one.status === "paused") ??
    ordered.find((one) => one.status === "pending" && agreed.has(one.item_id));
  const item = items.find((one) => one.id === step?.item_id);
  if (!step || !item) return null;
  const { item_id, name, outside_name, status, started_at, running_since, clocked, estimate } = step;
  const { name: item_name, progress_text } = item;
  const technician = step.technician ?? (item.technician && { id: item.technician.id, name: item.technician.name });
  return { step_id: step.id, item_id, name, outside_name, item_name, progress_text, status, ...placeOf(ordered, step), started_at, running_since, clocked, estimate, technician };
}

/** Work has begun, is done up to the check, or comes back from it; what is offered then is the server's to say. */
function moved({ job, items, steps }: JobDocument): Partial<Job> {
  const begun = steps.some((step) => step.status === "in_progress");
  const left = hasAgreedWork(items, steps);
  if (job.stage === "in_progress" && !left) return { stage: "quality_check", column: "ready", state: "done", allowed_actions: [] };
  if ((job.stage === "queued" && begun) || (job.stage === "quality_check" && left)) {
    return { stage: "in_progress", column: "in_progress", state: job.holds.length > 0 ? job.state : "progress", allowed_actions: [] };
  }
  return {};
}
