/** What can be done on the page right now, by key or by name: one list for the shortcuts, `?` and Ctrl/Cmd+K. */
import { useEffect, useMemo } from "react";
import { createStore, useStore } from "@/lib/store";

export type Deed = {
  id: string;
  label: string;
  /** More words to find it by, shown muted beside the label. */
  hint?: string;
  /** "n", "/", "shift+n" or "mod+k" (Ctrl, or Cmd on a Mac). */
  keys?: string;
  /** Heading in the list of keys. */
  group?: string;
  run: () => void;
};

const offered = createStore<ReadonlyMap<string, Deed[]>>(new Map());

/** Offer deeds while the component is on screen. `owner` names the offer; pass a stable (memoised) list. */
export function useDeeds(owner: string, deeds: Deed[]): void {
  useEffect(() => {
    offered.set((held) => new Map(held).set(owner, deeds));
    return () =>
      offered.set((held) => {
        const rest = new Map(held);
        rest.delete(owner);
        return rest;
      });
  }, [owner, deeds]);
}

export function useOfferedDeeds(): Deed[] {
  const held = useStore(offered);
  return useMemo(() => [...held.values()].flat(), [held]);
}

export const onMac = (): boolean => /Mac|iPhone|iPad/.test(navigator.userAgent);

/** Whether a key event is the one that `keys` names. Pure but for the platform. */
export function matches(event: KeyboardEvent, keys: string): boolean {
  const parts = keys.split("+");
  const key = parts.pop() ?? "";
  const mod = onMac() ? event.metaKey : event.ctrlKey;
  const other = onMac() ? event.ctrlKey : event.metaKey;
  if (parts.includes("mod") !== mod || other || event.altKey) return false;
  // Signs such as "?" need Shift on some keyboards and not on others.
  if (/^[a-z]$/i.test(key) && parts.includes("shift") !== event.shiftKey) return false;
  return event.key.toLowerCase() === key.toLowerCase();
}

/** A letter means text there; on a radio button or a tick it means nothing. */
const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement && !target.matches("input[type=radio], input[type=checkbox]") && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Listen for the keys of all offered deeds; once per page. */
export function useDeedKeys(deeds: Deed[]): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || document.querySelector("dialog[open]")) return;
      const found = deeds.find((deed) => deed.keys && matches(event, deed.keys));
      if (!found || (typing(event.target) && !found.keys?.startsWith("mod+"))) return;
      event.preventDefault();
      found.run();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [deeds]);
}
