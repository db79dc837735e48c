/** What a person did while the server could not be reached: kept in order, one key each, sent when it can be. */
import { asProblem, Problem } from "@/api/problem";
import { onIdentityChange, session } from "@/api/session";
import { alone } from "@/lib/alone";
import { UNDO_MS } from "@/ui/toasts";
import { isOffline } from "./connection";
import { contact } from "./contact";
import { answered, post, settle } from "./delivery";
import { addIntent, dropIntent, intents, touches, updateIntent, type Intent } from "./intents";
import * as shelf from "./outboxShelf";

const BACKOFF_MS = [1_000, 2_000, 4_000, 8_000, 15_000];
let draining: Promise<void> | null = null;
let asked = false;
let failures = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Keep an intent, then send what is waiting. */
export async function enqueue(intent: Intent): Promise<void> {
  const person = session.get().user?.id;
  if (!person) return;
  await shelf.put(person, intent);
  await drain();
}

/** Take an intent out before it is sent; what was already on its way is left alone. */
export async function takeBack(key: string): Promise<boolean> {
  const gone = await shelf.remove(key, { unlessTried: true });
  if (gone) dropIntent(key);
  return gone;
}

/** Give up what needs attention. */
export async function discard(key: string): Promise<void> {
  await shelf.remove(key);
  dropIntent(key);
}

/** Try again what was refused, in its old place and with its old key. */
export async function retryQueued(key: string): Promise<void> {
  await shelf.change(key, (entry) => ({ ...entry, refusal: null }));
  updateIntent(key, (one) => ({ ...one, state: "waiting", problem: null }));
  await drain();
}

/** Send what is waiting, in order, one at a time, in one tab. */
export function drain(): Promise<void> {
  clearTimeout(timer);
  asked = true;
  draining ??= alone("pitlane-outbox", whileAsked).finally(() => {
    draining = null;
    // Asked for in the moment between the last look and here.
    if (asked) void drain();
  });
  return draining;
}

async function whileAsked(): Promise<void> {
  while (asked) {
    asked = false;
    await sendAll();
  }
}

async function sendAll(): Promise<void> {
  for (;;) {
    const person = session.get().user?.id;
    const entry = person ? await shelf.next(person) : undefined;
    if (!entry) return;
    // Without a connection it stays untried, and so can be taken back, for as long as anything can be undone.
    if (isOffline() && !entry.tried && Date.now() - entry.since < UNDO_MS) return later();
    await shelf.change(entry.intent.key, (one) => ({ ...one, tried: true }));
    try {
      const answer = await post(entry.intent);
      await shelf.remove(entry.intent.key);
      if (answer) await shelf.follow(entry, (id) => (touches(entry.intent, id) ? answered(answer, id)?.version : undefined));
      settle(entry.intent, answer);
      failures = 0;
    } catch (error) {
      const problem = asProblem(error);
      if (problem.passing || problem.status === 401) return later(problem);
      await shelf.change(entry.intent.key, (one) => ({ ...one, refusal: { status: problem.status, body: problem.body } }));
      updateIntent(entry.intent.key, (one) => ({ ...one, state: "refused", problem }));
    }
  }
}

function later(problem?: Problem): void {
  for (const one of intents.get()) {
    if (one.queued && one.state !== "refused") updateIntent(one.key, (held) => ({ ...held, state: "waiting" }));
  }
  const step = BACKOFF_MS[Math.min(failures++, BACKOFF_MS.length - 1)]!;
  timer = setTimeout(() => void drain(), problem?.retryAfter ? problem.retryAfter * 1_000 : step);
}

/** Show what this person left behind, on this device, in an earlier visit to the page. */
async function reload(): Promise<void> {
  for (const one of intents.get()) if (one.queued) dropIntent(one.key);
  const person = session.get().user?.id;
  if (!person) return;
  for (const { intent, refusal } of await shelf.all(person)) {
    const problem = refusal ? new Problem(refusal.status, refusal.body) : null;
    addIntent({ ...intent, state: problem ? "refused" : "waiting", problem });
  }
  await drain();
}

/** Start keeping the outbox of whoever is signed in. */
export function startOutbox(): void {
  onIdentityChange(() => void reload());
  window.addEventListener("online", () => void drain());
  let up = contact.get().up;
  contact.subscribe(() => {
    const now = contact.get().up;
    if (now && !up) void drain();
    up = now;
  });
  void reload();
}
