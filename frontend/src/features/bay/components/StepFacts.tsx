import { useState } from "react";
import type { Step } from "@/api/things";
import { cx } from "@/lib/cx";
import { useT } from "@/lib/i18n";
import { isOpen } from "@/lib/sheet";
import { useMe } from "@/live/me";
import { Sign, StateIcon } from "@/ui/icons";
import { Time } from "@/ui/moments";
import { Avatar } from "@/ui/Avatar";

/** What must be read before a hand moves: why the step stands, and whether it is a safety step. Never scrolled away. */
export function StepNotices({ step }: { step: Step }) {
  const t = useT();
  return (
    <div className="flex shrink-0 flex-col gap-3 empty:hidden lg:gap-2">
      {step.status === "paused" && step.pause_reason && (
        <Fact tone="blocked" words={t("bay.paused_why", { why: pauseText(step.pause_reason, t) })} />
      )}
      {step.status === "pending" && step.blocker && <Fact tone="waiting" words={t(`bay.blocker.${step.blocker}`)} />}
      {step.status === "in_progress" && !step.running_since && <Fact tone="waiting" words={t("bay.no_clock")} />}
      {step.status === "skipped" && step.skip_reason && <Fact words={t("bay.skipped_why", { why: step.skip_reason })} />}
      {step.safety && isOpen(step) && (
        <p className="flex items-center gap-2.5 text-lg font-semibold max-sm:text-base lg:text-base">
          <Sign name="lock" size={18} className="shrink-0" />
          {t(step.needs.second_person ? "bay.safety_second" : "bay.safety")}
        </p>
      )}
    </div>
  );
}

/** What else is worth knowing of a step besides its words: whose it is, when it was done, what was written. */
export function StepFacts({ step }: { step: Step }) {
  const t = useT();
  const me = useMe();
  const other = step.technician && step.technician.id !== me?.id ? step.technician : null;
  return (
    <>
      {other && (
        <p className="flex items-center gap-2.5 text-lg">
          <Avatar name={other.name} className="size-10! text-sm!" />
          <span className="font-semibold">{other.name}</span>
        </p>
      )}
      {step.completed_at && <p className="text-lg text-muted">{t("bay.done_at")} <Time at={step.completed_at} /></p>}
      {step.notes && <p className="rounded-md bg-surface px-4 py-3 text-lg whitespace-pre-line">{step.notes}</p>}
    </>
  );
}

/** More than the two lines that a tablet has room for beside the clock and the buttons. */
const LONG = 90;

function Fact({ tone, words }: { tone?: "blocked" | "waiting"; words: string }) {
  const t = useT();
  const [whole, setWhole] = useState(false);
  const tints = { blocked: "bg-blocked-soft text-blocked-text", waiting: "bg-waiting-soft text-waiting-text" };
  const long = words.length > LONG;
  return (
    <div className={cx("flex items-start gap-2.5 rounded-md px-4 py-3 text-lg font-semibold lg:py-2 lg:text-base", tone ? tints[tone] : "bg-surface")}>
      {tone && <StateIcon state={tone} size={20} className="mt-1 shrink-0 lg:mt-0.5" />}
      <p className={cx("min-w-0 flex-1", long && !whole && "lg:line-clamp-2")}>{words}</p>
      {long && (
        <button type="button" aria-expanded={whole} onClick={() => setWhole(!whole)} className="-my-2 -me-4 min-h-18 shrink-0 px-4 underline max-lg:hidden">
          {t(whole ? "bay.less" : "bay.more")}
        </button>
      )}
    </div>
  );
}

const KINDS = ["parts", "approval", "tool", "technician", "break"] as const;

/** The reason as written, or in this language when only its kind was noted. */
function pauseText(reason: string, t: ReturnType<typeof useT>): string {
  const kind = KINDS.find((one) => one === reason);
  return kind ? t(`bay.pause.${kind}`) : reason;
}
