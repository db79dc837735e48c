/** The one reducer of every live document: a document and a frame's data give the next document. Pure. */
import { replaceEqualDeep } from "@tanstack/react-query";
import type { LiveDocument } from "@/api/documents";

/** `{<name>: thing | [changed things] | null, removed?: {<name>: [ids]}}`, all values absolute. */
export type FrameData = Record<string, unknown>;
type Keyed = { id: string; version?: number };

const ENVELOPE = new Set(["topic", "seq", "clock", "removed"]);

/**
 * Apply a frame (or the answer of a command, which has the same form).
 *
 * Lists upsert by id and objects replace; a thing with a lower version than the held one is ignored. Names that the
 * document does not hold are not its business. Returns the same object when nothing changed.
 */
export function applyFrame<D extends LiveDocument>(document: D, data: FrameData, seq?: number): D {
  if (seq !== undefined && seq < document.seq) return document;
  const held = document as Record<string, unknown>;
  const next: Record<string, unknown> = { ...held };
  for (const [name, value] of Object.entries(data)) {
    if (ENVELOPE.has(name) || !(name in held)) continue;
    next[name] = merge(held[name], value, newer);
  }
  const removed = (data["removed"] ?? {}) as Record<string, string[]>;
  for (const [name, ids] of Object.entries(removed)) {
    if (name in next) next[name] = without(next[name], new Set(ids));
  }
  if (seq !== undefined) next["seq"] = seq;
  return replaceEqualDeep(document, next as D);
}

/** Lay a guess over a document: the fields given change, the rest of each thing stays. Unknown ids are left out. */
export function applyPatch<D extends LiveDocument>(document: D, patch: FrameData): D {
  const held = document as Record<string, unknown>;
  const next: Record<string, unknown> = { ...held };
  for (const [name, value] of Object.entries(patch)) {
    if (ENVELOPE.has(name) || !(name in held)) continue;
    next[name] = merge(held[name], value, overlaid);
  }
  return replaceEqualDeep(document, next as D);
}

/** A thing as a document names it that is about it, and as one names it that lists such things. */
const LISTS = [["job", "jobs"], ["appointment", "appointments"]] as const;

/**
 * What is about one card or visit, as a document reads it that lists them: as one of its own, if it is. Documents that
 * are about one themselves take it as it is.
 */
export function listed(document: LiveDocument, data: FrameData): FrameData {
  const held = document as Record<string, unknown>;
  return LISTS.reduce((told, [one, many]) => {
    const [thing, things] = [told[one] as Keyed | undefined, held[many] as Keyed[] | undefined];
    if (!thing || one in held || !things) return told;
    return { ...told, [many]: things.some((other) => other.id === thing.id) ? [thing] : [] };
  }, data);
}

type Choose = (held: Keyed | undefined, coming: Keyed) => Keyed | undefined;

function newer(held: Keyed | undefined, coming: Keyed): Keyed {
  return held && (coming.version ?? 0) < (held.version ?? 0) ? held : coming;
}

function overlaid(held: Keyed | undefined, coming: Keyed): Keyed | undefined {
  return held && { ...held, ...coming };
}

function merge(held: unknown, coming: unknown, choose: Choose): unknown {
  if (Array.isArray(held) && Array.isArray(coming)) return mergeList(held as Keyed[], coming as Keyed[], choose);
  if (isKeyed(coming)) {
    const same = isKeyed(held) && held.id === coming.id ? held : undefined;
    return choose(same, coming) ?? held;
  }
  return coming;
}

function mergeList(held: Keyed[], coming: Keyed[], choose: Choose): Keyed[] {
  const byId = new Map(held.map((thing) => [thing.id, thing]));
  for (const thing of coming) {
    const chosen = choose(byId.get(thing.id), thing);
    if (chosen) byId.set(thing.id, chosen);
  }
  return [...byId.values()];
}

function without(held: unknown, ids: Set<string>): unknown {
  if (Array.isArray(held)) return (held as Keyed[]).filter((thing) => !ids.has(thing.id));
  return isKeyed(held) && ids.has(held.id) ? null : held;
}

function isKeyed(value: unknown): value is Keyed {
  return typeof value === "object" && value !== null && typeof (value as Keyed).id === "string";
}
