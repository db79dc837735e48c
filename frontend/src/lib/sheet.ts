/** The work of a card in its order: items with their steps, and which of these are open or finished. Pure. */
import type { Item, Step } from "@/api/things";

export type Section = { item: Item; steps: Step[] };

const OPEN = new Set<Step["status"]>(["pending", "in_progress", "paused"]);
const FINISHED = new Set<Step["status"]>(["done", "verified"]);

export const isOpen = (step: Step): boolean => OPEN.has(step.status);
/** Done, and so it can be done again. */
export const isFinished = (step: Step): boolean => FINISHED.has(step.status);

/** The items in order, each with its steps in order. */
export function sections(items: Item[], steps: Step[]): Section[] {
  return [...items]
    .sort((a, b) => a.position - b.position)
    .map((item) => ({ item, steps: steps.filter((step) => step.item_id === item.id).sort((a, b) => a.position - b.position) }));
}

/** Whether something that the customer agreed to is still to do. */
export function hasAgreedWork(items: Item[], steps: Step[]): boolean {
  const agreed = new Set(items.filter((item) => item.authorised_at !== null).map((item) => item.id));
  return steps.some((step) => isOpen(step) && agreed.has(step.item_id));
}
