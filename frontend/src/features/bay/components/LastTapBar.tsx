import { useT } from "@/lib/i18n";
import { Button } from "@/ui/Button";
import { Sign, StateIcon } from "@/ui/icons";
import type { LastTap } from "../live/useLastTap";

/** What was just done and how to take it back. Its place is always kept, so that nothing moves when it comes. */
export function LastTapBar({ last }: { last: LastTap | null }) {
  const t = useT();
  return (
    <div aria-live="polite" className="flex min-h-18 items-center">
      {last && (
        <div key={last.mark} className="flex w-full animate-appear items-center gap-3 rounded-md border bg-surface ps-4">
          <span className={last.sent ? "text-done-text" : "text-waiting-text"}><StateIcon state={last.sent ? "done" : "waiting"} size={20} /></span>
          <span className="min-w-0 flex-1 truncate text-base">
            {t(last.sent ? "bay.last_sent" : "bay.last_waiting", { step: last.step })}
          </span>
          <Button tone="quiet" onClick={last.undo} className="text-accent!">
            <Sign name="undo" size={18} />
            {t("undo")}
          </Button>
        </div>
      )}
    </div>
  );
}
