import { useEffect, useState } from "react";
import { useStore } from "@/lib/store";
import { connectionKind, contact, type ConnectionKind } from "./contact";

/** The connection as the LiveDot shows it; `asOf` is the workshop time of the last word from the server. */
export function useConnection(): { kind: ConnectionKind; asOf: number } {
  const state = useStore(contact);
  const [now, setNow] = useState(Date.now);
  const kind = connectionKind(state, Math.max(now, state.lostAt ?? 0, state.backAt ?? 0));
  const steady = !state.wanted || kind === "stale" || (kind === "live" && state.up);
  useEffect(() => {
    if (steady) return;
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, [steady]);
  return { kind, asOf: state.asOf };
}

/** Whether sending now has a chance: the browser and the socket both believe in the network. */
export function isOffline(): boolean {
  const state = contact.get();
  return !navigator.onLine || (state.wanted && state.known && !state.up);
}
