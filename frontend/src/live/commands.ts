/** Asking for something: at once on the screen, then to the server, directly or through the outbox. */
import { hashKey, type QueryKey } from "@tanstack/react-query";
import { translate } from "@/lib/i18n";
import { uuid } from "@/lib/uuid";
import { toast } from "@/ui/toasts";
import { workshopNow } from "./clock";
import { isOffline } from "./connection";
import { deliver } from "./delivery";
import { addIntent, dropIntent, intents, troubled, type Back, type Intent } from "./intents";
import { discard, enqueue, takeBack } from "./outbox";
import type { FrameData } from "./reducer";

export type Command = {
  /** Audience and noun: "technicians/steps". */
  to: string;
  id: string;
  verb: string;
  /** The version seen; null for a command that changes no versioned thing. */
  version: number | null;
  body?: Record<string, unknown>;
  /** The guess shown until the answer: `{steps: [{id, status: "done"}]}`. */
  patch?: FrameData;
  /** Another document that lists the card: it shows the guess and takes the answer too. */
  also?: QueryKey;
  /** What it does, for the toast: "Step done". */
  say: string;
  /** Through the outbox: works offline, in order. Never for money, consent or booking. */
  queue?: boolean;
  /** What takes it back for 10 s, where the server has no undo for the verb; the guess is of how it was. */
  back?: Back;
  /** No toast: the page offers Undo itself. */
  quiet?: boolean;
};

/** Run a command on a document. Resolves when it is settled or safely in the outbox; never throws. */
export async function run(documentKey: QueryKey, command: Command): Promise<void> {
  const late = command.queue && isOffline();
  const intent: Intent = {
    key: uuid(),
    documentKey,
    documentHash: hashKey(documentKey),
    alsoKey: command.also,
    thing: command.id,
    verb: command.verb,
    path: `/api/${command.to}/${command.id}`,
    body: {
      ...command.body,
      ...(command.version === null ? {} : { version: command.version }),
      ...(late ? { at: new Date(workshopNow()).toISOString() } : {}),
    },
    patch: command.patch ?? {},
    say: command.say,
    at: workshopNow(),
    queued: command.queue ?? false,
    quiet: command.quiet ?? false,
    back: command.back ?? null,
    state: "sending",
    problem: null,
  };
  forgetTrouble(intent);
  if (!intent.queued) return deliver(intent);
  addIntent(intent);
  if (late && !intent.quiet) toast(intent.say, { action: { label: translate("undo"), run: () => void takeBack(intent.key) } });
  await enqueue(intent);
}

/** Asking the same of a thing again replaces what was refused, and whoever goes on with something else has read it. */
function forgetTrouble({ documentHash, documentKey, thing, verb }: Intent): void {
  forgetRefused(documentKey);
  for (const one of intents.get().filter(troubled)) {
    if (one.documentHash !== documentHash || one.thing !== thing || one.verb !== verb) continue;
    if (one.queued) void discard(one.key);
    else dropIntent(one.key);
  }
}

/** What the server refused on a document at once goes; what was refused from the outbox waits until it is seen. */
export function forgetRefused(documentKey: QueryKey): void {
  const hash = hashKey(documentKey);
  for (const one of intents.get()) if (one.documentHash === hash && one.state === "refused" && !one.queued) dropIntent(one.key);
}

/** Try a failed intent again, with the same key. */
export function retryIntent(key: string): void {
  const intent = intents.get().find((one) => one.key === key);
  if (intent) void deliver(intent);
}
