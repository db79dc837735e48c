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

/** Pixels that two lines and the edges take. */
const TWO_LINES_PX = 40;

/** Where what is dragged would go, on one line where there is no room for two; it says so when the visit is another one by now. */
export function Ghost({ drag, height, now }: { drag: Drag; height: number; now: Slot | undefined }) {
  const t = useT();
  const locale = useLocale();
  const zone = useZone();
  const me = useMe()?.id;
  const changed = drag.grip !== "request" && now?.version !== drag.visit.version;
  const change = now && changeSince(now, drag.visit.version);
  const one = height < TWO_LINES_PX;
  const at = (moment: number) => clockTime(moment, zone, locale);
  return (
    <div className={cx("flex h-full overflow-hidden rounded-sm border-2 border-dashed px-1.5 text-xs leading-4 font-semibold", one ? "items-center gap-2" : "flex-col gap-0.5 py-0.5", changed ? "border-blocked! bg-blocked-soft text-blocked-text" : "border-accent! bg-accent-soft text-accent")}>
      <span className={cx("num", one ? "shrink-0" : "truncate")}>{t("time.window", { from: at(drag.start), to: at(drag.start + drag.minutes * MINUTE) })}</span>
      {changed ? (
        <span className="flex min-w-0 items-center gap-1"><StateIcon state="blocked" size={12} className="shrink-0" /><span className={cx(one && "truncate")}>{change ? changeText(change, me, t) : t("calendar.changed_meanwhile")}</span></span>
      ) : (
        <span className="min-w-0 truncate">{drag.grip === "end" ? durationText(drag.minutes, t) : nameOf(drag.visit)}</span>
      )}
    </div>
  );
}
