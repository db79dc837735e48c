import type { ReactNode } from "react";
import type { WorkState } from "@/api/things";
import { cx } from "@/lib/cx";
import { useT } from "@/lib/i18n";
import { StateIcon } from "./icons";

const colours: Record<WorkState, string> = {
  queued: "text-queued-text inset-ring inset-ring-line",
  progress: "text-progress-text bg-progress-soft",
  waiting: "text-waiting-text bg-waiting-soft",
  blocked: "text-blocked-text bg-blocked-soft",
  done: "text-done-text bg-done-soft",
};
const sizes = {
  sm: "text-xs gap-1.5 ps-1.75 pe-2.25 py-1.25",
  lg: "text-base gap-2 ps-3 pe-3.5 py-2",
};

/** A state as shape, word and colour. Without children it says the state's own word. */
export function Pill({ state, size = "sm", className, children }: {
  state: WorkState;
  size?: keyof typeof sizes;
  className?: string;
  children?: ReactNode;
}) {
  const t = useT();
  return (
    <span
      data-state={state}
      className={cx("inline-flex max-w-full items-center rounded-full font-semibold leading-none whitespace-nowrap", sizes[size], colours[state], className)}
    >
      <StateIcon state={state} size={size === "sm" ? 13 : 18} className="shrink-0" />
      <span className="min-w-0 truncate leading-tight">{children ?? t(`state.${state}`)}</span>
    </span>
  );
}

/** The state's icon in its colour, with its word for those who cannot see it. */
export function StateMark({ state, size = 18 }: { state: WorkState; size?: number }) {
  const t = useT();
  const tints: Record<WorkState, string> = {
    queued: "text-queued-text",
    progress: "text-progress-text",
    waiting: "text-waiting-text",
    blocked: "text-blocked-text",
    done: "text-done-text",
  };
  return (
    // The words for the ear are placed within the mark: placed on the page, they would widen it beside a row to be swiped.
    <span className={cx("relative inline-flex shrink-0", tints[state])}>
      <StateIcon state={state} size={size} />
      <span className="sr-only">{t(`state.${state}`)}</span>
    </span>
  );
}
