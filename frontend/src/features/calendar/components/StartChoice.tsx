import { useId } from "react";
import { useLocale, useT } from "@/lib/i18n";
import { cx } from "@/lib/cx";
import { clockTime, dayOf, useZone } from "@/lib/zone";
import { Button } from "@/ui/Button";
import { momentText } from "@/ui/moments";
import { ProblemNote } from "@/ui/ProblemNote";
import { useFree } from "../live/useFree";
import type { Wanted } from "../live/useWanted";

/** The free starts of a day, one to choose; where there is none, the next days that have some. */
export function StartChoice({ wanted, mark }: { wanted: Wanted; mark: string }) {
  const t = useT();
  const locale = useLocale();
  const zone = useZone();
  const name = useId();
  const { free, loading, problem } = useFree(wanted.asked, mark);
  const day = free?.days.find((one) => one.date === wanted.date);
  const later = free?.days.filter((one) => one.date > wanted.date && one.slots.length > 0).slice(0, 3) ?? [];
  const slots = day?.slots ?? [];
  const chosen = slots.find((slot) => Date.parse(slot) === wanted.start);
  const chip = "relative flex min-h-9 cursor-pointer items-center justify-center rounded-sm border px-2 has-focus-visible:outline-2 has-focus-visible:outline-accent";
  return (
    <fieldset aria-busy={loading}>
      <legend className="mb-1.5 font-semibold">{t("calendar.free_starts")}</legend>
      <p role="status" className={cx("num mb-2 text-xs text-muted", loading && "animate-breathe")}>
        {free ? t("calendar.free_count", { count: slots.length }) : !problem && t("loading")}
        {day && !day.open && ` · ${day.reason || t("calendar.shade.closed")}`}
      </p>
      {problem && <ProblemNote problem={problem} />}
      {slots.length > 0 && (
        <div className="num grid max-h-44 grid-cols-[repeat(auto-fill,minmax(4.25rem,1fr))] gap-1.5 overflow-y-auto p-0.5">
          {slots.map((slot) => (
            <label key={slot} className={cx(chip, slot === chosen ? "border-accent! bg-accent text-accent-ink font-semibold" : "bg-raised hover:border-control")}>
              <input type="radio" name={name} className="absolute inset-0 cursor-pointer opacity-0" checked={slot === chosen} onChange={() => wanted.set({ start: Date.parse(slot) })} />
              {clockTime(slot, zone, locale)}
            </label>
          ))}
        </div>
      )}
      {slots.length === 0 && later.length > 0 && (
        <div className="flex flex-wrap gap-1.5">
          {later.map(({ slots: [slot] }) => (
            <Button key={slot} onClick={() => wanted.set({ date: dayOf(slot!, zone), start: Date.parse(slot!) })}>{momentText(slot!, "day-time", zone, locale)}</Button>
          ))}
        </div>
      )}
    </fieldset>
  );
}
