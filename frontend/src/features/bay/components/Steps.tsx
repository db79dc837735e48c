import { useEffect, useRef } from "react";
import type { Step } from "@/api/things";
import { measureText } from "@/lib/amounts";
import { cx } from "@/lib/cx";
import { useLocale, useT, type Translate } from "@/lib/i18n";
import type { Section } from "@/lib/sheet";
import { useStore } from "@/lib/store";
import { intents } from "@/live/intents";
import { useMe } from "@/live/me";
import { StateIcon } from "@/ui/icons";
import { durationText } from "@/ui/moments";
import { StateMark } from "@/ui/Pill";
import { Tint } from "@/ui/tint";
import { stateOf } from "../model/sheet";

/** Every step of the card; pressing one shows it. */
export function Steps({ parts, shown, onShow }: { parts: Section[]; shown: string | undefined; onShow: (step: Step) => void }) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Beside the card the list scrolls by itself; below it, on a phone, the page stays where it is.
    const box = list.current;
    const row = shown && box?.querySelector<HTMLElement>(`[data-step="${shown}"]`);
    if (!box || !row) return;
    const [above, below] = [row.offsetTop, row.offsetTop + 3 * row.offsetHeight];
    if (above < box.scrollTop || below > box.scrollTop + box.clientHeight) box.scrollTop = above - row.offsetHeight;
  }, [shown]);
  return (
    <div ref={list} className="relative min-h-0 flex-1 overflow-y-auto rounded-md border bg-raised py-2">
      {parts.map(({ item, steps }) => (
        <section key={item.id} aria-labelledby={`item-${item.id}`}>
          <h2 id={`item-${item.id}`} className="flex items-baseline justify-between gap-3 px-5.5 pt-3 pb-2 text-base font-semibold text-muted">
            <span className="min-w-0">{item.name}</span>
            {item.technician && <span className="shrink-0 text-sm font-medium">{item.technician.name}</span>}
          </h2>
          <ol>
            {steps.map((step) => <Row key={step.id} step={step} shown={step.id === shown} onShow={onShow} />)}
          </ol>
        </section>
      ))}
    </div>
  );
}

function Row({ step, shown, onShow }: { step: Step; shown: boolean; onShow: (step: Step) => void }) {
  const t = useT();
  const locale = useLocale();
  const me = useMe();
  const mark = useStore(intents, (held) => held.find((one) => one.thing === step.id && (one.state === "waiting" || one.state === "refused"))?.state);
  const over = step.status === "done" || step.status === "verified" || step.status === "skipped";
  const small = aside(step, me?.id, t);
  return (
    <li data-step={step.id}>
      <Tint by={step.version}>
        <button
          type="button"
          aria-current={step.status === "in_progress" ? "step" : undefined}
          aria-pressed={shown}
          onClick={() => onShow(step)}
          className={cx(
            "flex min-h-18 w-full items-center gap-3.5 border-t px-5.5 py-3 text-start",
            shown ? "bg-progress-soft" : "active:bg-surface",
            over && !shown && "text-muted",
          )}
        >
          <span aria-hidden="true"><StateMark state={stateOf(step)} size={22} /></span>
          <span className="min-w-0 flex-1">
            <span className={cx("block text-lg leading-snug font-semibold", step.status === "skipped" && "line-through")}>{step.name}</span>
            <span className="sr-only">{t(`bay.status.${step.status}`)}</span>
            {small && <span className="num block text-base text-muted">{small}</span>}
          </span>
          {step.reading !== null && step.needs.reading && (
            <b className="num text-lg whitespace-nowrap">{measureText(step.reading, step.needs.reading.unit, locale)}</b>
          )}
          {mark && (
            <span className={mark === "refused" ? "text-blocked-text" : "text-waiting-text"}>
              <StateIcon state={mark === "refused" ? "blocked" : "waiting"} size={18} />
              <span className="sr-only">{t(mark === "refused" ? "outbox.refused" : "intent.waiting")}</span>
            </span>
          )}
        </button>
      </Tint>
    </li>
  );
}

/** What a row says below the name: what is to come, why it stands, who does it. */
function aside(step: Step, me: string | undefined, t: Translate): string {
  const other = step.technician && step.technician.id !== me ? [step.technician.name] : [];
  switch (step.status) {
    case "pending":
      return [
        durationText(step.estimate, t),
        ...(step.needs.reading ? [t("bay.needs_reading")] : []),
        ...(step.needs.second_person ? [t("bay.needs_second")] : []),
      ].join(" · ");
    case "paused":
      return [...other, t("bay.paused")].join(" · ");
    case "skipped":
      return [t("bay.skipped"), step.skip_reason].filter(Boolean).join(": ");
    case "verified":
      return [...other, t("bay.verified")].join(" · ");
    default:
      return other.join("");
  }
}
