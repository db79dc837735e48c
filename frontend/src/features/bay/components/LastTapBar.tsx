import { useT } from "@/lib/i18n";
import { Button } from "@/ui/Button";
import { Sign, StateIcon } from "@/ui/icons";
import type { LastTap } from "../live/useLastTap";

/** What was just done and how to take it back, in the place over the main button that is kept for it. */
export function LastTapBar({ last }: { last: LastTap }) {
  const t = useT();
  return (
    <div role="status" key={last.mark} className="flex h-full animate-appear items-center gap-3 rounded-md border bg-surface ps-4">
      <span className={last.sent ? "text-done-text" : "text-waiting-text"}><StateIcon state={last.sent ? "done" : "waiting"} size={20} /></span>
      <span className="min-w-0 flex-1 text-base leading-snug">
        <span className={last.sent ? "line-clamp-2" : "line-clamp-2 sm:line-clamp-1"}>{last.said}</span>
        {!last.sent && <span className="block text-sm text-waiting-text max-sm:sr-only">{t("intent.waiting")}</span>}
      </span>
      <Button tone="quiet" onClick={last.undo} className="text-accent!">
        <Sign name="undo" size={18} />
        {t("undo")}
      </Button>
    </div>
  );
}
