/** What people have asked for and the server has not answered yet, laid over the documents as a guess. */
import { hashKey, type QueryKey } from "@tanstack/react-query";
import type { LiveDocument } from "@/api/documents";
import type { Problem } from "@/api/problem";
import { createStore } from "@/lib/store";
import { applyPatch, listed, type FrameData } from "./reducer";

/**
 * sending: on its way · slow: for more than 400 ms · waiting: in the outbox, will be tried again ·
 * failed: no answer came, the person may retry · refused: the server said no.
 */
export type IntentState = "sending" | "slow" | "waiting" | "failed" | "refused";

/** A verb that takes another back. */
export type Back = { verb: string; body: Record<string, unknown>; patch: FrameData };

export type Intent = {
  /** Client UUID: the idempotency key, the same for every retry. */
  key: string;
  documentKey: QueryKey;
  documentHash: string;
  /** Another document that lists the card, and shows the same of it. */
  alsoKey?: QueryKey;
  /** The id of the thing it is about. */
  thing: string;
  verb: string;
  /** "/api/technicians/steps/<id>": verbs are appended. */
  path: string;
  body: Record<string, unknown>;
  patch: FrameData;
  /** What it does, in the person's words, for toasts and lists. */
  say: string;
  /** Workshop time (ms) at which the person asked. */
  at: number;
  /** Goes through the outbox. */
  queued: boolean;
  /** Without a toast. */
  quiet: boolean;
  back: Back | null;
  state: IntentState;
  problem: Problem | null;
};

export const SLOW_MS = 400;
export const intents = createStore<Intent[]>([]);

export function addIntent(intent: Intent): void {
  intents.set((held) => [...held.filter((one) => one.key !== intent.key), intent]);
  setTimeout(() => updateIntent(intent.key, (one) => (one.state === "sending" ? { ...one, state: "slow" } : one)), SLOW_MS);
}

export function updateIntent(key: string, change: (held: Intent) => Intent): void {
  intents.set((held) => (held.some((one) => one.key === key) ? held.map((one) => (one.key === key ? change(one) : one)) : held));
}

export function dropIntent(key: string): void {
  intents.set((held) => (held.some((one) => one.key === key) ? held.filter((one) => one.key !== key) : held));
}

const HOPEFUL: ReadonlySet<IntentState> = new Set(["sending", "slow", "waiting"]);

/** The document with every hopeful intent on it laid over, in the order asked. Pure. */
export function overlay<D extends LiveDocument>(document: D, hash: string, held: Intent[]): D {
  return held
    .filter((intent) => HOPEFUL.has(intent.state) && (intent.documentHash === hash || (intent.alsoKey && hashKey(intent.alsoKey) === hash)))
    .reduce((shown, intent) => applyPatch(shown, listed(shown, intent.patch)), document);
}

/** Whether an intent waits for the person: no answer came, or the server said no. Pure. */
export const troubled = (intent: Intent): boolean => intent.state === "failed" || intent.state === "refused";

/** Whether an intent is about a thing or guesses a change of it. Pure. */
export function touches(intent: Intent, id: string): boolean {
  const things = Object.values(intent.patch).flatMap((value) => (Array.isArray(value) ? value : [value])) as ({ id?: string } | null)[];
  return intent.thing === id || things.some((thing) => thing?.id === id);
}

/** The patch that gives the patched fields back their present values. Pure. */
export function inverse(document: LiveDocument, patch: FrameData): FrameData {
  const held = document as Record<string, unknown>;
  const back = (coming: unknown, current: unknown): unknown => {
    if (Array.isArray(coming) && Array.isArray(current)) {
      const byId = new Map((current as { id: string }[]).map((one) => [one.id, one]));
      return (coming as { id: string }[]).flatMap((one) => (byId.has(one.id) ? [back(one, byId.get(one.id))] : []));
    }
    if (coming && current && typeof coming === "object" && typeof current === "object") {
      const fields = Object.keys(coming).map((name) => [name, (current as Record<string, unknown>)[name]]);
      return Object.fromEntries(fields);
    }
    return current;
  };
  return Object.fromEntries(Object.entries(patch).map(([name, value]) => [name, back(value, held[name])]));
}
