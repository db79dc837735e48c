import { useState } from "react";
import type { VisitDocument } from "@/api/documents";
import { useLocale, useT } from "@/lib/i18n";
import { Button } from "@/ui/Button";
import { StateIcon } from "@/ui/icons";
import { momentText } from "@/ui/moments";

/** The workshop moved the visit while this page was open: from when to when, until that is read or the page left. */
export function Moved({ visit: { appointment, center } }: { visit: VisitDocument }) {
  const t = useT();
  const locale = useLocale();
  const { status, scheduled_start: start, moved_by_workshop: moved } = appointment;
  const [seen, setSeen] = useState<{ status: string; start: string; from: string | undefined }>({ status, start, from: undefined });
  if (seen.status !== status || seen.start !== start) {
    const kept = status === "confirmed" && seen.status === status;
    const from = seen.from ?? seen.start;
    // Moved to where it was, nothing has changed; who moves it themselves needs no word.
    setSeen({ status, start, from: kept && moved && from !== start ? from : undefined });
  }
  const say = (at: string) => momentText(at, "day-time", center.zone, locale);
  return (
    <div role="status" className="empty:hidden">
      {seen.from && (
        <p className="flex animate-appear items-center gap-3 rounded-md border-[1.5px] border-waiting! bg-waiting-soft py-2 ps-4 pe-2">
          <StateIcon state="waiting" className="shrink-0 text-waiting-text" />
          <span className="num min-w-0 flex-1 text-pretty">{t("plan.moved_by", { from: say(seen.from), to: say(start) })}</span>
          <Button tone="quiet" onClick={() => setSeen({ ...seen, from: undefined })}>{t("plan.moved_read")}</Button>
        </p>
      )}
    </div>
  );
}
