import { useState } from "react";

export type Steady = { slots: { at: string; gone: boolean }[]; waiting: number; release: () => void };

/**
 * Starts that keep their places while others book: one that is taken stays, marked, and new ones wait to be let in.
 * `view` names what is looked at (a day); another view begins with what is free then.
 */
export function useSteady(view: string, free: string[]): Steady {
  const [seen, setSeen] = useState({ view, slots: free });
  const empty = seen.slots.length === 0 && free.length > 0;
  if (seen.view !== view || empty) setSeen({ view, slots: free });
  const shown = seen.view === view && !empty ? seen.slots : free;
  return {
    slots: shown.map((at) => ({ at, gone: !free.includes(at) })),
    waiting: free.filter((at) => !shown.includes(at)).length,
    release: () => setSeen({ view, slots: free }),
  };
}
