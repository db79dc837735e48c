import type { CalendarDocument } from "@/api/documents";
import type { Slot } from "@/api/things";
import { useLocale, useT } from "@/lib/i18n";
import { useZone } from "@/lib/zone";
import { useMe } from "@/live/me";
import { Button } from "@/ui/Button";
import { StateIcon } from "@/ui/icons";
import { momentText } from "@/ui/moments";
import { changeSince, changeText } from "../model/change";
import type { Target } from "../model/move";

/** A visit was changed by somebody else while it was dragged: what it is now, and whose move counts. */
export function Meanwhile({ visit, target, version, document, movable, onMove, onLeave }: {
  visit: Slot;
  target: Target;
  /** The one that was dragged. */
  version: number;
  document: CalendarDocument;
  movable: boolean;
  onMove: () => void;
  onLeave: () => void;
}) {
  const t = useT();
  const locale = useLocale();
  const zone = useZone();
  const me = useMe()?.id;
  const change = changeSince(visit, version);
  const at = (start: string | number) => momentText(start, "day-time", zone, locale);
  const wanted = [document.bays.find((one) => one.id === target.bay)?.name, document.technicians.find((one) => one.id === target.technician)?.name];
  const now = [at(visit.scheduled_start), visit.bay?.name, visit.technician?.name].filter(Boolean).join(" · ");
  return (
    <div role="alertdialog" aria-label={t("calendar.changed_meanwhile")} className="animate-appear rounded-md border border-waiting! bg-raised p-2.5 text-xs">
      <p className="flex items-start gap-2 font-semibold text-waiting-text"><StateIcon state="waiting" size={14} className="mt-0.5 shrink-0" />{change ? t("calendar.meanwhile_by", { did: changeText(change, me, t) }) : t("calendar.meanwhile")}</p>
      <p className="num mt-1">{t("calendar.meanwhile_now", { where: now })}</p>
      <div className="mt-2 flex flex-wrap gap-1.5">
        {movable && (
          <Button tone="primary" className="min-h-8! px-2! text-xs!" onClick={onMove}>
            {t("calendar.move_anyway", { where: [at(target.start), ...wanted].filter(Boolean).join(" · ") })}
          </Button>
        )}
        <Button className="min-h-8! px-2! text-xs!" onClick={onLeave}>{t("calendar.leave_it")}</Button>
      </div>
    </div>
  );
}
