import { useState } from "react";
import type { Item, Step, StepStatus, Technician, WorkState } from "@/api/things";
import { measureText } from "@/lib/amounts";
import { cx } from "@/lib/cx";
import { useLocale, useT } from "@/lib/i18n";
import { actionFor } from "@/live/actions";
import { useMe } from "@/live/me";
import { Button } from "@/ui/Button";
import { durationText, Time } from "@/ui/moments";
import { StateMark } from "@/ui/Pill";
import { Tint } from "@/ui/tint";
import { StartForm } from "./StartForm";

const STATES: Record<StepStatus, WorkState> = { pending: "queued", in_progress: "progress", paused: "waiting", done: "done", verified: "done", skipped: "queued" };

/** A step: who did it and when, what was measured, why it stopped; and the start on behalf of a technician. */
export function StepRow({ step, item, technicians }: { step: Step; item: Item; technicians: Technician[] | null }) {
  const t = useT();
  const me = useMe();
  const locale = useLocale();
  const [starting, setStarting] = useState(false);
  const start = technicians ? actionFor(step, me, "start") : undefined;
  const when = step.completed_at ?? step.started_at;
  const unit = step.needs.reading?.unit ?? null;
  const why = step.status === "paused" ? step.pause_reason : step.status === "skipped" ? step.skip_reason : "";
  const used = step.clocked > 0 && step.status !== "in_progress" ? Math.max(1, Math.round(step.clocked / 60)) : null;
  return (
    <li>
      <Tint by={step.version} className="rounded-sm py-1">
        <div className="flex items-start gap-2">
          <span className="mt-0.75"><StateMark state={STATES[step.status]} size={14} /></span>
          <span className="min-w-0 flex-1">
            <span className={cx(step.status === "pending" && "text-muted", step.status === "skipped" && "text-muted line-through", step.status === "in_progress" && "font-semibold")}>{step.name}</span>
            {step.reading !== null && <span className="num ms-2 font-semibold">{measureText(step.reading, unit, locale)}</span>}
            {step.technician && when && step.status !== "pending" && (
              <span className="num block text-xs text-muted">
                {step.technician.name} · <Time at={when} />{step.status === "verified" && <> · {t("desk.verified")} {step.verified_at && <Time at={step.verified_at} />}</>}
              </span>
            )}
            {why && <span className="block text-xs text-waiting-text">{why}</span>}
            {step.notes && <span className="block text-xs whitespace-pre-line text-muted">{step.notes}</span>}
          </span>
          {start && !starting && (
            <Button className="-my-1 min-h-8! px-2.5! text-xs!" onClick={() => setStarting(true)} aria-label={t("desk.start_step", { step: step.name })}>
              {t("desk.start_for")}
            </Button>
          )}
          <span className="num shrink-0 text-xs leading-5.25 text-muted">{used === null ? t("time.estimated", { minutes: durationText(step.estimate, t) }) : t("time.used", { minutes: durationText(used, t) })}</span>
        </div>
        {start && starting && <StartForm step={step} item={item} technicians={technicians!} onClose={() => setStarting(false)} />}
      </Tint>
    </li>
  );
}
