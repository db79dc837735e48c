import { useId } from "react";
import type { Slot } from "@/api/things";
import { cx } from "@/lib/cx";
import { useT } from "@/lib/i18n";
import { dayOf, useZone } from "@/lib/zone";
import { StateIcon } from "@/ui/icons";
import { Time } from "@/ui/moments";
import { useFreeWish } from "../live/useFirstFree";
import { useFree } from "../live/useFree";
import type { Wanted } from "../live/useWanted";

/** The times that the customer asked for, one to choose; each says whether it is free as chosen. */
export function WishChoice({ visit, wanted, mark, kept }: { visit: Slot; wanted: Wanted; mark: string; /** It was chosen before. */ kept: boolean }) {
  const t = useT();
  const zone = useZone();
  const name = useId();
  const days = visit.wished_times.map((wish) => dayOf(wish, zone)).sort();
  const { free } = useFree({ ...wanted.asked, from: days[0] ?? wanted.date, to: days.at(-1) ?? wanted.date }, mark, days.length > 0);
  useFreeWish(wanted, free, visit.wished_times.map((wish) => Date.parse(wish)), kept);
  const starts = new Set(free?.days.flatMap((day) => day.slots.map((slot) => Date.parse(slot))));
  return (
    <fieldset>
      <legend className="mb-1.5 font-semibold">{t("calendar.asked_for")}</legend>
      <div className="flex flex-col gap-1.5">
        {visit.wished_times.map((wish) => {
          const start = Date.parse(wish);
          const on = start === wanted.start;
          return (
            <label key={wish} className={cx("flex min-h-10 cursor-pointer items-center gap-2.5 rounded-sm border px-3", on ? "border-accent! bg-accent-soft inset-ring inset-ring-accent" : "hover:border-control")}>
              <input type="radio" name={name} className="accent-accent" checked={on} onChange={() => wanted.set({ start })} />
              <Time at={wish} show="day-time" className="flex-1 font-semibold" />
              {free && (
                <span className={cx("flex items-center gap-1.5 text-xs", starts.has(start) ? "text-done-text" : "text-blocked-text")}>
                  <StateIcon state={starts.has(start) ? "done" : "blocked"} size={12} />
                  {t(starts.has(start) ? "calendar.free" : "calendar.not_free")}
                </span>
              )}
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
