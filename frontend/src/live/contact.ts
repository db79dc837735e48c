/** What is known of the connection, outside React. */
import { createStore } from "@/lib/store";

export type Contact = {
  /** Somebody on this page follows something. */
  wanted: boolean;
  /** Connected, and every topic has caught up. */
  up: boolean;
  /** Was up at least once. */
  known: boolean;
  /** Device time (ms) at which the loss became known; null while up. */
  lostAt: number | null;
  /** Device time (ms) at which it came back from a loss that was shown. */
  backAt: number | null;
  /** Workshop time (ms) of the last word from the server. */
  asOf: number;
  /** The sign-in session has ended: the page must ask for a new one. */
  ended: boolean;
};

export const RECONNECTING_MS = 1_000;
export const STALE_MS = 30_000;
export const BACK_MS = 2_000;

export const contact = createStore<Contact>({
  wanted: false,
  up: false,
  known: false,
  lostAt: null,
  backAt: null,
  asOf: Date.now(),
  ended: false,
});

/** A word from the server came just now, by whichever way. */
export function heard(at: number): void {
  contact.set((held) => ({ ...held, asOf: at }));
}

export type ConnectionKind = "quiet" | "live" | "reconnecting" | "stale" | "back";

/** What to show for a contact at device time `now`. Pure. */
export function connectionKind(state: Contact, now: number): ConnectionKind {
  if (!state.wanted) return "quiet";
  if (state.up) return state.backAt !== null && now - state.backAt < BACK_MS ? "back" : "live";
  const lost = state.lostAt === null ? 0 : now - state.lostAt;
  if (lost >= STALE_MS) return "stale";
  if (lost >= RECONNECTING_MS) return "reconnecting";
  return state.known ? "live" : "quiet";
}
