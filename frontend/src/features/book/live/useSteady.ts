import { useState } from "react";

export type Steady = { slots: { at: string; gone: boolean }[]; waiting: number; release: () => void };

/**
 * Starts that keep their places while others book: one that is taken stays, marked, and new ones wait to be let in.
 * `view` names what is looked at (a day); another view begins with what is offered then. What is `free` though it is
 * not offered any more, for earlier ones are, is not taken.
 */
export function useSteady(view: string, offered: string[], free = offered): Steady {
  const [seen, setSeen] = useState({ view, slots: offered });
  const empty = seen.slots.length === 0 && offered.length > 0;
  if (seen.view !== view || empty) setSeen({ view, slots: offered });
  const shown = seen.view === view && !empty ? seen.slots : offered;
  return {
    slots: shown.map((at) => ({ at, gone: !free.includes(at) })),
    waiting: offered.filter((at) => !shown.includes(at)).length,
    release: () => setSeen({ view, slots: offered }),
  };
}
