/** What of the calendar is on screen: in the address, and remembered for the next time. */
import { useEffect, useMemo } from "react";
import { createStore, useStore } from "@/lib/store";
import { useLocation, useNavigate } from "@/lib/router";
import { addressOf, BASE, shownBy, type Shown } from "../model/address";

type Kept = Pick<Shown, "view" | "by">;
const KEY = "pitlane.calendar";
const FIRST: Kept = { view: "day", by: "bays" };

function remembered(): Kept {
  const held = shownBy(localStorage.getItem(KEY) ?? "", FIRST);
  return { view: held.view, by: held.by };
}

const kept = createStore<Kept>(remembered());

export type Address = Shown & {
  /** The same calendar with something else open over it; nothing closes it. */
  over: (path?: string) => string;
  show: (change: Partial<Shown>) => void;
};

export function useShown(): Address {
  const go = useNavigate();
  const { pathname, search } = useLocation();
  const last = useStore(kept);
  const shown = useMemo(() => shownBy(search, last), [search, last]);
  const { view, by } = shown;
  useEffect(() => {
    kept.set((held) => (held.view === view && held.by === by ? held : { view, by }));
    localStorage.setItem(KEY, `view=${view}&by=${by}`);
  }, [view, by]);
  return useMemo(
    () => ({
      ...shown,
      over: (path) => addressOf(shown, path),
      // What is open over the calendar stays open while it goes to another day.
      show: (change) => go(addressOf({ ...shown, ...change }, pathname.startsWith(BASE) ? pathname.slice(BASE.length) : ""), { replace: true }),
    }),
    [shown, go, pathname],
  );
}
