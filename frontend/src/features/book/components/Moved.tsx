import { useState } from "react";
import type { VisitDocument } from "@/api/documents";
import { useLocale, useT } from "@/lib/i18n";
import { Button } from "@/ui/Button";
import { StateIcon } from "@/ui/icons";
import { momentText } from "@/ui/moments";

/** The workshop moved the visit: from when to when, until that is read on this device, or changes again. */
export function Moved({ visit: { appointment, center } }: { visit: VisitDocument }) {
  const t = useT();
  const locale = useLocale();
  const { id, status, scheduled_start: start, moved_from: from } = appointment;
  const key = `pitlane.moved.${id}`;
  const [read, setRead] = useState(() => localStorage.getItem(key));
  const told = status === "confirmed" && from && from !== start && read !== start;
  const say = (at: string) => momentText(at, "day-time", center.zone, locale);
  const understood = () => {
    localStorage.setItem(key, start);
    setRead(start);
  };
  return (
    <div role="status" className="empty:hidden">
      {told && (
        <p className="flex animate-appear items-center gap-3 rounded-md border-[1.5px] border-waiting! bg-waiting-soft py-2 ps-4 pe-2">
          <StateIcon state="waiting" className="shrink-0 text-waiting-text" />
          <span className="num min-w-0 flex-1 text-pretty">{t("plan.moved_by", { from: say(from), to: say(start) })}</span>
          <Button tone="quiet" onClick={understood}>{t("plan.moved_read")}</Button>
        </p>
      )}
    </div>
  );
}
