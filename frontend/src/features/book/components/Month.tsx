import { cx } from "@/lib/cx";
import { useLocale, useT } from "@/lib/i18n";
import { longDate } from "@/lib/zone";
import { IconButton } from "@/ui/Button";
import { Sign } from "@/ui/icons";
import { stateOf, weeks, type Day } from "../model/slots";

/** A day stands for itself whatever the zone: it is named by its noon in UTC. */
const noon = (date: string): string => `${date}T12:00:00Z`;

/** Five weeks of days: how many starts each has, or that it is full or closed, by word and shape. */
export function Month({ days, first, chosen, onChoose, onBack, onFurther }: {
  days: Day[];
  /** The first day that is asked about. */
  first: string;
  chosen: string | undefined;
  onChoose: (date: string) => void;
  onBack: (() => void) | undefined;
  onFurther: () => void;
}) {
  const t = useT();
  const locale = useLocale();
  const rows = weeks(first);
  const byDate = new Map(days.map((day) => [day.date, day]));
  const month = new Intl.DateTimeFormat(locale, { month: "short", year: "numeric", timeZone: "UTC" });
  const weekday = new Intl.DateTimeFormat(locale, { weekday: "short", timeZone: "UTC" });
  const from = month.format(new Date(noon(first)));
  const to = month.format(new Date(noon(rows[4]![6]!)));
  return (
    <div className="flex flex-col gap-1">
      <div className="flex items-center justify-between gap-2">
        <IconButton label={t("plan.earlier_days")} disabled={!onBack} onClick={onBack}><Sign name="back" /></IconButton>
        <p className="num text-center font-semibold" aria-live="polite">{from === to ? from : `${from} – ${to}`}</p>
        <IconButton label={t("plan.later_days")} onClick={onFurther}><Sign name="onward" /></IconButton>
      </div>
      <div aria-hidden="true" className="grid grid-cols-7 gap-1 text-center text-xs text-muted">
        {rows[0]!.map((date) => <span key={date}>{weekday.format(new Date(noon(date)))}</span>)}
      </div>
      <div role="group" aria-label={t("plan.days")} className="grid grid-cols-7 gap-1">
        {rows.flat().map((date) => {
          const day = byDate.get(date);
          const state = stateOf(day);
          const number = Number(date.slice(8));
          if (!day || state === "outside") return <span key={date} className="grid min-h-13 place-items-center text-sm text-muted" aria-hidden="true">{number}</span>;
          const said = state === "free" ? t("plan.free", { count: day.slots.length }) : t(`plan.day.${state}`);
          return (
            <button
              key={date}
              type="button"
              aria-pressed={date === chosen}
              aria-label={[longDate(noon(date), "UTC", locale), said, day.reason].filter(Boolean).join(", ")}
              onClick={() => onChoose(date)}
              className={cx(
                "relative flex min-h-13 min-w-0 flex-col items-center justify-center rounded-sm border leading-tight",
                state === "free" ? "bg-raised font-semibold hover:border-control" : "border-transparent! text-muted",
                state === "closed" && "bg-[repeating-linear-gradient(135deg,var(--line)_0_1px,transparent_1px_6px)]",
                date === chosen && "border-accent! inset-ring inset-ring-accent",
              )}
            >
              <span className="num text-base">{number}</span>
              <span className="max-w-full truncate text-xs font-normal">{state === "free" ? <Free count={day.slots.length} /> : said}</span>
              {day.reason && <i aria-hidden="true" className="absolute end-1 top-1 size-1.5 rounded-full bg-waiting" />}
            </button>
          );
        })}
      </div>
    </div>
  );
}

/** How many starts there are, at a glance: up to three strokes. */
function Free({ count }: { count: number }) {
  const strokes = count > 8 ? 3 : count > 3 ? 2 : 1;
  return (
    <span className="flex h-4 items-center justify-center gap-0.5">
      {[1, 2, 3].map((one) => <i key={one} className={cx("h-1 w-2 rounded-full", one <= strokes ? "bg-done" : "bg-line")} />)}
    </span>
  );
}
