/** Choosing a time holds it; how long it is still held ticks by the real clock. */
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { asProblem, type Problem } from "@/api/problem";
import { useStore } from "@/lib/store";
import { holdSlot } from "../api/book";
import { slotBody } from "../model/bodies";
import { heldFor, type Held } from "../model/draft";
import { heldOf, secondsLeft } from "../model/timer";
import { draft, write } from "./draft";

/** The slot that is held for what is chosen now, and the whole seconds it is still held. */
export function useHeld(): { held: Held | null; left: number } {
  const held = heldFor(useStore(draft));
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const tick = () => setNow(Date.now());
    tick();
    if (!held) return;
    const timer = setInterval(tick, 1_000);
    // After a sleep the timers are late: the page looks at the clock as soon as it is seen.
    document.addEventListener("visibilitychange", tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", tick);
    };
  }, [held]);
  return { held, left: held ? secondsLeft(held, now) : 0 };
}

export type Holding = {
  /** The start that is on its way. */
  busy: string | undefined;
  problem: Problem | undefined;
  /** Hold a start, for the `seconds` that the server holds one; true once it is. */
  hold: (start: string, seconds: number) => Promise<boolean>;
};

/** Holding a start; a refusal leaves everything that was typed, and the answer with the next free ones. */
export function useHolding(): Holding {
  const client = useQueryClient();
  const [busy, setBusy] = useState<string>();
  const [problem, setProblem] = useState<Problem>();
  const hold = async (start: string, seconds: number): Promise<boolean> => {
    setBusy(start);
    setProblem(undefined);
    try {
      const slot = await holdSlot(slotBody(draft.get(), { scheduled_start: start }));
      write({ held: heldOf(slot, draft.get(), seconds, Date.now()) });
      return true;
    } catch (error) {
      setProblem(asProblem(error));
      return false;
    } finally {
      setBusy(undefined);
      void client.invalidateQueries({ queryKey: ["availability", draft.get().centerId] });
    }
  };
  return { busy, problem, hold };
}
