import { useT } from "@/lib/i18n";
import { retryIntent } from "@/live/commands";
import { dropIntent, troubled, type Intent } from "@/live/intents";
import { discard, retryQueued } from "@/live/outbox";
import { Button } from "./Button";
import { StateIcon } from "./icons";
import { ProblemNote } from "./ProblemNote";

/** Beside a thing: the pending mark after 400 ms, and a failure with its ways out. Nothing while all is well. */
export function IntentNote({ intents }: { intents: Intent[] }) {
  const t = useT();
  const trouble = intents.find(troubled);
  if (trouble) return <Trouble intent={trouble} />;
  const pending = intents.find((one) => one.state === "slow" || one.state === "waiting");
  if (!pending) return null;
  return (
    <p role="status" className="flex animate-appear items-center gap-1.5 text-xs font-semibold text-waiting-text">
      <StateIcon state="waiting" size={13} />
      {t(pending.state === "waiting" ? "intent.waiting" : "intent.sending")}
    </p>
  );
}

function Trouble({ intent }: { intent: Intent }) {
  const t = useT();
  const retry = () => (intent.queued ? void retryQueued(intent.key) : retryIntent(intent.key));
  const drop = () => (intent.queued ? void discard(intent.key) : dropIntent(intent.key));
  return (
    <ProblemNote problem={intent.problem!} fields>
      {(intent.problem!.passing || intent.queued) && <Button onClick={retry}>{t("retry")}</Button>}
      <Button tone="quiet" onClick={drop}>{t(intent.problem!.passing || intent.queued ? "discard" : "understood")}</Button>
    </ProblemNote>
  );
}
