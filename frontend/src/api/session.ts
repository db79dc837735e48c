/** Who is signed in on this page. The access token lives in memory only; the refresh token is the server's cookie. */
import { alone } from "@/lib/alone";
import { createStore } from "@/lib/store";
import { Problem, problemOf } from "./problem";
import type { components } from "./schema";

type Shapes = components["schemas"];
export type RoleName = "customer" | "staff" | "technician" | "admin";
export type User = Shapes["PersonShape"];
export type SignedIn = Shapes["SignedInShape"];

type Session = {
  user: User | null;
  /** The centre the person acts in; kept when their session ends under them, so that the page asks for no other. */
  centerId: string | null;
  token: string | null;
  expiresAt: number;
  /** Device time (ms) at which the sign-in session ends unless it is refreshed. */
  endsAt: number;
  /** Device time (ms) of the last sign-in or refresh. */
  refreshedAt: number;
  /** The server was asked who is here. */
  known: boolean;
  /** The sign-in session ended by itself while somebody was at work: they sign in again in place. */
  ended: boolean;
};

const nobody: Session = { user: null, centerId: null, token: null, expiresAt: 0, endsAt: 0, refreshedAt: 0, known: true, ended: false };
export const session = createStore<Session>({ ...nobody, known: false });

export const JSON_HEADERS = { "Content-Type": "application/json", Accept: "application/json", "X-Pitlane-Client": "browser" };
/** Marks that this browser may hold the cookie, so that a visitor's page asks for nothing in vain. Says nothing of who. */
const MARK = "pitlane.signed-in";
const EARLY_MS = 20_000;
const LIMIT_MS = 10_000;

const identityListeners = new Set<(before: string | null) => void>();
const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel("pitlane-session");

/** Call back when another person, or nobody, is signed in on this page. */
export function onIdentityChange(listener: (before: string | null) => void): () => void {
  identityListeners.add(listener);
  return () => identityListeners.delete(listener);
}

function change(next: Session): void {
  if (next.user) localStorage.setItem(MARK, "1");
  else localStorage.removeItem(MARK);
  const before = session.get().user?.id ?? null;
  session.set(next);
  if (before !== (next.user?.id ?? null)) for (const listener of [...identityListeners]) listener(before);
}

export function enter(answer: SignedIn): void {
  change({
    user: answer.user,
    centerId: answer.service_center_id,
    token: answer.access_token,
    expiresAt: Date.now() + answer.expires_in * 1_000,
    endsAt: Date.parse(answer.session_expires_at),
    refreshedAt: Date.now(),
    known: true,
    ended: false,
  });
}

/** Forget the person on this page, and on every other tab when `everywhere`. */
export function leave({ everywhere = false } = {}): void {
  change(nobody);
  if (everywhere) channel?.postMessage("left");
}

if (channel) {
  channel.onmessage = () => leave();
  // Node's channel would keep a test run alive.
  (channel as { unref?: () => void }).unref?.();
}

let refreshing: Promise<string | null> | null = null;

/** Rotate the refresh cookie into a fresh access token, once for all callers and one tab at a time. Null: nobody. */
export function refresh(): Promise<string | null> {
  refreshing ??= alone("pitlane-refresh", () => rotate()).finally(() => {
    refreshing = null;
  });
  return refreshing;
}

/** Act in another centre from now on. Throws `Problem` when it is not one of the person's, or cannot be reached. */
export async function actIn(centerId: string): Promise<void> {
  await alone("pitlane-refresh", () => rotate({ service_center_id: centerId }));
}

async function rotate(wish: { service_center_id?: string } = {}): Promise<string | null> {
  const response = await fetch("/api/auth/refresh", {
    method: "POST",
    headers: JSON_HEADERS,
    body: JSON.stringify(wish),
    credentials: "same-origin",
    signal: AbortSignal.timeout(LIMIT_MS),
  });
  if (response.ok) {
    const answer = (await response.json()) as SignedIn;
    enter(answer);
    return answer.access_token;
  }
  const problem = await problemOf(response);
  if (problem.passing || problem.status === 403) throw problem;
  const { user, ended, centerId } = session.get();
  change(user || ended ? { ...nobody, centerId, ended: true } : nobody);
  return null;
}

/** A token good for the next request, refreshed shortly before it ends. Null: nobody is signed in. */
export async function accessToken(): Promise<string | null> {
  const { token, expiresAt } = session.get();
  if (!token) return null;
  return expiresAt - Date.now() > EARLY_MS ? token : refresh().catch(passingKeeps(token));
}

/** While the server cannot be reached the old token is still the best guess. */
function passingKeeps(token: string): (error: unknown) => string {
  return (error) => {
    if (error instanceof Problem && !error.passing) throw error;
    return token;
  };
}

/** At the start of the page: find out who is here. Throws when the server cannot be reached to tell. */
export async function recall(): Promise<User | null> {
  if (!session.get().known && localStorage.getItem(MARK)) await refresh();
  else if (!session.get().known) change(nobody);
  return session.get().user;
}
