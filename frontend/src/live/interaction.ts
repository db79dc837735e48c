/** Whether a finger, a drag or a caret is on the page: while it is, nothing may move. */
import { useEffect, useRef, useState } from "react";
import { createStore, useStore } from "@/lib/store";

const GRACE_MS = 350;
const EDITABLE = "input:not([type=checkbox]):not([type=radio]):not([type=button]), textarea, select, [contenteditable=true]";

export const interacting = createStore(false);

const busy = new Set<"pointer" | "drag" | "caret">();
let release: ReturnType<typeof setTimeout> | undefined;

function mark(what: "pointer" | "drag" | "caret", on: boolean): void {
  if (on) busy.add(what);
  else busy.delete(what);
  clearTimeout(release);
  if (busy.size > 0) interacting.set(true);
  // The click that follows a lifted finger must still land on what was under it.
  else release = setTimeout(() => interacting.set(false), GRACE_MS);
}

/** Start watching the page; returns how to stop. */
export function watchInteraction(): () => void {
  const stop = new AbortController();
  const on = (type: string, run: (event: Event) => void) =>
    window.addEventListener(type, run, { capture: true, passive: true, signal: stop.signal });
  const editable = (event: Event) => event.target instanceof Element && event.target.matches(EDITABLE);
  on("pointerdown", () => mark("pointer", true));
  for (const type of ["pointerup", "pointercancel", "blur"]) on(type, () => mark("pointer", false));
  on("dragstart", () => mark("drag", true));
  for (const type of ["dragend", "drop"]) on(type, () => mark("drag", false));
  on("focusin", (event) => mark("caret", editable(event)));
  on("focusout", () => mark("caret", false));
  return () => stop.abort();
}

export type HeldBack<T> = { shown: T; waiting: number; release: () => void };

/** Hold an order or layout back while somebody is touching the page; `also` for a reason of the page's own. */
export function useHeldBack<T>(value: T, also = false): HeldBack<T> {
  const touched = useStore(interacting);
  return useHeldWhile(value, touched || also);
}

/**
 * Hold an order or layout back while `held`.
 *
 * `value` is what moves things (ids in order, columns), not what is drawn inside them; `shown` stays as it was until
 * the page is free, `waiting` counts the changes ("2 updates"), and `release` lets them in at once.
 */
export function useHeldWhile<T>(value: T, held: boolean): HeldBack<T> {
  const mark = JSON.stringify(value);
  const [shown, setShown] = useState({ value, mark });
  const [seen, setSeen] = useState({ mark, waiting: 0 });
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  });

  if (!held && shown.mark !== mark) setShown({ value, mark });
  if (seen.mark !== mark || (!held && seen.waiting > 0)) {
    setSeen({ mark, waiting: held && shown.mark !== mark ? seen.waiting + 1 : 0 });
  }
  const release = () => {
    setShown({ value: latest.current, mark: JSON.stringify(latest.current) });
    setSeen((now) => ({ ...now, waiting: 0 }));
  };
  return { shown: held ? shown.value : value, waiting: held && shown.mark !== mark ? Math.max(1, seen.waiting) : 0, release };
}
