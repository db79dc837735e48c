import type { WorkState } from "@/api/things";
import { cx } from "@/lib/cx";

const fills: Record<WorkState, string> = {
  queued: "bg-control",
  progress: "bg-progress",
  waiting: "bg-waiting",
  blocked: "bg-blocked",
  done: "bg-done",
};

/** How much is done, 0 to 1; `label` says of what. */
export function Bar({ share, state = "progress", label, className }: {
  share: number;
  state?: WorkState;
  label: string;
  className?: string;
}) {
  const percent = Math.round(Math.min(1, Math.max(0, share)) * 100);
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuenow={percent}
      aria-valuemin={0}
      aria-valuemax={100}
      className={cx("h-1.5 overflow-hidden rounded-full bg-line", className)}
    >
      <div className={cx("h-full rounded-full", fills[state])} style={{ inlineSize: `${percent}%` }} />
    </div>
  );
}

/** Stages as segments: those behind are done, `at` is under way, the rest is to come. */
export function Stages({ count, at, label }: { count: number; at: number; label: string }) {
  return (
    <div role="img" aria-label={label} className="flex gap-1">
      {Array.from({ length: count }, (_, index) => (
        <i key={index} className={cx("h-1.5 flex-1 rounded-full", index < at ? "bg-done" : index === at ? "bg-progress" : "bg-line")} />
      ))}
    </div>
  );
}
