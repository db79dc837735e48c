import type { Step } from "@/api/things";
import { stopwatch } from "@/lib/amounts";
import { cx } from "@/lib/cx";
import { useT } from "@/lib/i18n";
import { useClock } from "@/live/clock";
import { Bar } from "@/ui/Bar";
import { durationText } from "@/ui/moments";
import { against, clockedAt } from "../model/sheet";

/** The time on a step against its estimate, ticking by the workshop's clock. */
export function StepClock({ step }: { step: Step }) {
  const t = useT();
  const now = useClock();
  const seconds = clockedAt(step, now);
  const { share, over } = against(step.estimate, seconds);
  const late = share > 1;
  return (
    <div className="flex flex-col gap-2.5 sm:gap-3.5">
      <p className="flex flex-wrap items-end gap-x-3.5 gap-y-1">
        <span role="timer" className={cx("num text-4xl leading-none font-bold sm:text-[3.5rem]", late && "text-blocked-text")}>{stopwatch(seconds)}</span>
        <span className={cx("text-base sm:pb-1.5 sm:text-lg", late ? "font-semibold text-blocked-text" : "text-muted")}>
          {late ? t("bay.over_estimate", { over: durationText(over, t), minutes: durationText(step.estimate, t) }) : t("bay.of_estimate", { minutes: durationText(step.estimate, t) })}
        </span>
      </p>
      <Bar share={share} state={late ? "blocked" : step.running_since ? "progress" : "queued"} label={t("bay.clock")} className="h-2.5!" />
    </div>
  );
}
