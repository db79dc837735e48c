/** Clocked time, as it runs and as it stands to its estimate. */
import { cx } from "@/lib/cx";
import { useT, type Translate } from "@/lib/i18n";
import { hoursToSeconds } from "@/lib/stopwatch";
import { durationText } from "./moments";

/**
 * A running clock, which nobody takes for a time of day: "14 min 10 s", "1 h 05 min". Where it is `large`, the units are
 * half the figures' size.
 */
export function Stopwatch({ seconds, large = false, className }: { seconds: number; large?: boolean; className?: string }) {
  const t = useT();
  const { hours, minutes, seconds: rest } = hoursToSeconds(seconds);
  const two = (part: number) => String(part).padStart(2, "0");
  const text = hours > 0 ? t("time.clocked_hours", { hours, minutes: two(minutes) }) : t("time.clocked", { minutes, seconds: two(rest) });
  return (
    <span role="timer" className={cx("num whitespace-nowrap", className)}>
      {large ? text.split(/(\d+)/).map((part, at) => (at % 2 ? part : <span key={at} className="text-[0.5em]">{part}</span>)) : text}
    </span>
  );
}

/** How clocked time stands to its estimate: "of 18 min estimated", "17 min over the 20 min estimated". */
export function estimateText(estimate: number, over: number, t: Translate): string {
  const minutes = durationText(estimate, t);
  return over > 0 ? t("time.over_estimate", { over: durationText(over, t), minutes }) : t("time.of_estimate", { minutes });
}
