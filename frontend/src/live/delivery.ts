/** The way of one intent to the server and back: the answer, a refusal or silence settles it. */
import type { LiveDocument } from "@/api/documents";
import { send } from "@/api/http";
import { asProblem } from "@/api/problem";
import { session } from "@/api/session";
import type { Thing } from "@/api/things";
import { translate } from "@/lib/i18n";
import { uuid } from "@/lib/uuid";
import { toast, UNDO_MS } from "@/ui/toasts";
import { actionFor } from "./actions";
import { cache } from "./cache";
import { addIntent, dropIntent, intents, inverse, updateIntent, type Intent } from "./intents";
import { applyFrame, listed, type FrameData } from "./reducer";

/** Send an intent that is not queued, again with the same key when it is a retry. */
export async function deliver(intent: Intent): Promise<void> {
  addIntent({ ...intent, state: "sending", problem: null });
  try {
    settle(intent, await post(intent));
  } catch (error) {
    const problem = asProblem(error);
    updateIntent(intent.key, (one) => ({ ...one, state: problem.passing ? "failed" : "refused", problem }));
    if (problem.status === 409) void cache.invalidateQueries({ queryKey: intent.documentKey, exact: true });
  }
}

export function post(intent: Intent): Promise<FrameData | undefined> {
  const path = `${intent.path}/${intent.verb.replaceAll("_", "-")}`;
  return send<FrameData | undefined>("POST", path, { body: intent.body, key: intent.key });
}

/** Put the answer into the documents, take the guess away, and offer undo when the thing allows it. */
export function settle(intent: Intent, answer: FrameData | undefined): void {
  const before = cache.getQueryData<LiveDocument>(intent.documentKey);
  for (const key of [intent.documentKey, intent.alsoKey]) {
    if (key && answer) cache.setQueryData<LiveDocument>(key, (held) => held && applyFrame(held, listed(held, answer)));
  }
  dropIntent(intent.key);
  const thing = answer && answered(answer, intent.thing);
  const undo = thing && intent.verb !== "undo" ? actionFor(thing, session.get().user, "undo") : undefined;
  if (!thing || !(undo || intent.back) || intent.quiet) return;
  const left = undo?.until ? Date.parse(undo.until) - Date.now() : UNDO_MS;
  toast(intent.say, {
    about: intent.thing,
    ms: left > 0 && left < UNDO_MS ? left : UNDO_MS,
    action: { label: translate("undo"), run: () => void undoOf(intent, thing, before) },
  });
}

/** The thing with that id in an answer. */
export function answered(answer: FrameData, id: string): Thing | undefined {
  const things = Object.values(answer).flatMap((value) => (Array.isArray(value) ? value : [value])) as (Thing | null)[];
  return things.find((thing) => thing && typeof thing === "object" && thing.id === id) ?? undefined;
}

async function undoOf(intent: Intent, thing: Thing, before: LiveDocument | undefined): Promise<void> {
  const { verb, body, patch } = intent.back ?? { verb: "undo", body: {}, patch: before ? inverse(before, intent.patch) : {} };
  const key = uuid();
  await deliver({
    ...intent,
    key,
    verb,
    body: { ...body, version: thing.version },
    patch,
    say: translate("undone"),
    back: null,
    queued: false,
  });
  const held = cache.getQueryData<LiveDocument>(intent.documentKey);
  const problem = intents.get().find((one) => one.key === key)?.problem;
  if (!problem || answered({ ...held }, thing.id)) return;
  // What has left the page has no place on it to say why it does not come back.
  dropIntent(key);
  toast(problem.passing ? translate("problem.unreachable") : problem.detail, { tone: "blocked" });
}
