import { cx } from "@/lib/cx";
import { useT } from "@/lib/i18n";
import { STAGES, type Far } from "../model/stage";

/** The five stages of a visit: those behind, the one under way, those to come. */
export function StageBar({ far }: { far: Far }) {
  const t = useT();
  return (
    <ol aria-label={t("visit.stages")} className="mt-4 grid grid-cols-5 gap-1">
      {STAGES.map((stage, at) => {
        const state = at < far.done ? "done" : at === far.done && far.under ? "now" : "ahead";
        return (
          <li key={stage} aria-current={state === "now" ? "step" : undefined} className="min-w-0">
            <i aria-hidden="true" className={cx("block h-1.5 rounded-full", { done: "bg-done", now: "bg-progress", ahead: "bg-line" }[state])} />
            <span className={cx("mt-1.5 block text-xs hyphens-auto", state === "now" ? "font-semibold text-progress-text" : "text-muted")}>
              {t(`visit.stage.${stage}`)}
              <span className="sr-only">{` (${t(`visit.stage_is.${state}`)})`}</span>
            </span>
          </li>
        );
      })}
    </ol>
  );
}
