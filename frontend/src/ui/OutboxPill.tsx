import { useState } from "react";
import { useT } from "@/lib/i18n";
import { useStore } from "@/lib/store";
import { discard, retryQueued } from "@/live/outbox";
import { intents, type Intent } from "@/live/intents";
import { Button } from "./Button";
import { Drawer } from "./Dialog";
import { Time } from "./moments";
import { Pill } from "./Pill";
import { ProblemNote } from "./ProblemNote";

/** "3 to send" and "1 needs attention"; opens the list of both. Nothing while everything is sent. */
export function OutboxPill() {
  const t = useT();
  const [open, setOpen] = useState(false);
  const held = useStore(intents).filter((one) => one.queued && one.state !== "sending");
  const refused = held.filter((one) => one.state === "refused");
  const waiting = held.filter((one) => one.state !== "refused");
  return (
    <>
      {held.length > 0 && (
        <button type="button" onClick={() => setOpen(true)} className="flex min-h-12 items-center gap-2">
          {waiting.length > 0 && <Pill state="waiting" size="lg">{t("outbox.to_send", { count: waiting.length })}</Pill>}
          {refused.length > 0 && <Pill state="blocked" size="lg">{t("outbox.attention", { count: refused.length })}</Pill>}
        </button>
      )}
      {open && (
        <Drawer title={t("outbox.title")} onClose={() => setOpen(false)}>
          {refused.length > 0 && <h3 className="mb-2 font-semibold">{t("outbox.refused")}</h3>}
          {refused.map((one) => <Entry key={one.key} intent={one} />)}
          {waiting.length > 0 && <h3 className="mt-4 mb-2 font-semibold first:mt-0">{t("outbox.waiting")}</h3>}
          {waiting.map((one) => <Entry key={one.key} intent={one} />)}
          {held.length === 0 && <p className="py-8 text-center text-muted">{t("outbox.nothing")}</p>}
        </Drawer>
      )}
    </>
  );
}

function Entry({ intent }: { intent: Intent }) {
  const t = useT();
  return (
    <article className="mb-3 space-y-2 rounded-md border p-3">
      <p className="flex justify-between gap-3">
        <span className="font-semibold">{intent.say}</span>
        <Time at={intent.at} className="text-muted" />
      </p>
      {intent.state === "refused" && intent.problem && (
        <ProblemNote problem={intent.problem}>
          <Button size="phone" onClick={() => void retryQueued(intent.key)}>{t("retry")}</Button>
          <Button size="phone" tone="quiet" onClick={() => void discard(intent.key)}>{t("discard")}</Button>
        </ProblemNote>
      )}
    </article>
  );
}
