/** Short words at the edge of the screen, with Undo while an action can still be undone. */
import { createStore } from "@/lib/store";
import { uuid } from "@/lib/uuid";

export const UNDO_MS = 10_000;

export type Toast = { id: string; text: string; tone?: "neutral" | "blocked"; action?: { label: string; run: () => void }; ms: number; about?: string };

export const toasts = createStore<Toast[]>([]);

const MOST = 2;

/**
 * Show a toast (10 s with an action, 5 s without) and return how to take it away. Words said again replace themselves, and
 * so does what is said `about` the same thing: only the last thing done to it can be undone.
 */
export function toast(text: string, more: Partial<Omit<Toast, "id" | "text">> = {}): () => void {
  const id = uuid();
  const one: Toast = { id, text, ms: more.action ? UNDO_MS : 5_000, ...more };
  toasts.set((held) => [...held.filter((other) => (other.action || other.text !== text) && (!one.about || other.about !== one.about)), one].slice(-MOST));
  return () => toasts.set((held) => held.filter((other) => other.id !== id));
}
