import type { Step } from "@/api/things";
import { cx } from "@/lib/cx";
import { useT } from "@/lib/i18n";
import { useClocked } from "@/live/clocked";
import { Bar } from "@/ui/Bar";
import { estimateText, Stopwatch } from "@/ui/Stopwatch";

/** The time on a step against its estimate, ticking by the workshop's clock. */
export function StepClock({ step }: { step: Step }) {
  const t = useT();
  const { seconds, share, over } = useClocked(step);
  const late = over > 0;
  return (
    <div className="flex flex-col gap-2.5 sm:max-lg:gap-3.5">
      <p className="flex flex-wrap items-end gap-x-3.5 gap-y-1">
        <Stopwatch large seconds={seconds} className={cx("text-4xl leading-none font-bold sm:max-lg:text-[3.5rem]", late && "text-blocked-text")} />
        <span className={cx("text-base sm:text-lg sm:max-lg:pb-1.5 lg:text-base", late ? "font-semibold text-blocked-text" : "text-muted")}>
          {estimateText(step.estimate, over, t)}
        </span>
      </p>
      <Bar share={share} state={late ? "blocked" : step.running_since ? "progress" : "queued"} label={t("bay.clock")} className="h-2.5!" />
    </div>
  );
}
