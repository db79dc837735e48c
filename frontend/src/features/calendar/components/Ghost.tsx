import type { Slot } from "@/api/things";
import { cx } from "@/lib/cx";
import { useLocale, useT } from "@/lib/i18n";
import { clockTime, useZone } from "@/lib/zone";
import { StateIcon } from "@/ui/icons";
import { useMe } from "@/live/me";
import { durationText } from "@/ui/moments";
import { changeSince, changeText } from "../model/change";
import { MINUTE } from "../model/day";
import { nameOf } from "../model/names";
import type { Drag } from "../live/useDrag";

/** Where what is dragged would go; it says so when the visit is another one by now. */
export function Ghost({ drag, now }: { drag: Drag; now: Slot | undefined }) {
  const t = useT();
  const locale = useLocale();
  const zone = useZone();
  const me = useMe()?.id;
  const changed = drag.grip !== "request" && now?.version !== drag.visit.version;
  const change = now && changeSince(now, drag.visit.version);
  const at = (moment: number) => clockTime(moment, zone, locale);
  return (
    <div className={cx("flex h-full flex-col gap-0.5 overflow-hidden rounded-sm border-2 border-dashed px-1.5 py-0.5 text-xs leading-4 font-semibold", changed ? "border-blocked! bg-blocked-soft text-blocked-text" : "border-accent! bg-accent-soft text-accent")}>
      <span className="num truncate">{t("time.window", { from: at(drag.start), to: at(drag.start + drag.minutes * MINUTE) })}</span>
      {changed ? (
        <span className="flex items-center gap-1"><StateIcon state="blocked" size={12} className="shrink-0" />{change ? changeText(change, me, t) : t("calendar.changed_meanwhile")}</span>
      ) : (
        <span className="truncate">{drag.grip === "end" ? durationText(drag.minutes, t) : nameOf(drag.visit)}</span>
      )}
    </div>
  );
}
