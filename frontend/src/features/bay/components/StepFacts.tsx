import type { ReactNode } from "react";
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
        <Fact tone="blocked">{t("bay.paused_why", { why: pauseText(step.pause_reason, t) })}</Fact>
      )}
      {step.status === "pending" && step.blocker && <Fact tone="waiting">{t(`bay.blocker.${step.blocker}`)}</Fact>}
      {step.status === "in_progress" && !step.running_since && <Fact tone="waiting">{t("bay.no_clock")}</Fact>}
      {step.status === "skipped" && step.skip_reason && <Fact>{t("bay.skipped_why", { why: step.skip_reason })}</Fact>}
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

function Fact({ tone, children }: { tone?: "blocked" | "waiting"; children: ReactNode }) {
  const tints = { blocked: "bg-blocked-soft text-blocked-text", waiting: "bg-waiting-soft text-waiting-text" };
  return (
    <p className={cx("flex items-start gap-2.5 rounded-md px-4 py-3 text-lg font-semibold lg:py-2 lg:text-base", tone ? tints[tone] : "bg-surface")}>
      {tone && <StateIcon state={tone} size={20} className="mt-1 shrink-0 lg:mt-0.5" />}
      <span className="min-w-0">{children}</span>
    </p>
  );
}

const KINDS = ["parts", "approval", "tool", "technician", "break"] as const;

/** The reason as written, or in this language when only its kind was noted. */
function pauseText(reason: string, t: ReturnType<typeof useT>): string {
  const kind = KINDS.find((one) => one === reason);
  return kind ? t(`bay.pause.${kind}`) : reason;
}
