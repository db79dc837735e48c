import { useT } from "@/lib/i18n";
import { cx } from "@/lib/cx";
import { addDays } from "@/lib/days";
import { longDate, shortDate, useZone } from "@/lib/zone";
import { useLocale } from "@/lib/i18n";
import { Button, IconButton } from "@/ui/Button";
import { Choice } from "@/ui/Choice";
import { controlClass } from "@/ui/Field";
import { Sign } from "@/ui/icons";
import type { Address } from "../live/useShown";
import { dayIn } from "../model/day";
import { daysOf } from "../model/address";
import { shortRange } from "./words";

/** Which day or week, and by what. */
export function Toolbar({ address, date, today, opening, onTray, waiting }: { address: Address; date: string; today: string; /** What is to be told of the day's hours; nothing of usual ones. */ opening: string; onTray: () => void; waiting: number }) {
  const t = useT();
  const locale = useLocale();
  const zone = useZone();
  const { view, by, show } = address;
  const step = view === "day" ? 1 : 7;
  const days = daysOf(view, date);
  const start = (day: string) => dayIn(zone, day).start;
  const title = view === "day" ? longDate(start(date), zone, locale) : t("time.window", { from: shortDate(start(days[0]!), zone, locale, start(today)), to: shortDate(start(days.at(-1)!), zone, locale, start(today)) });
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b px-4.5 py-2 max-md:gap-x-2 max-md:gap-y-1 max-md:px-3 max-md:py-1">
      <div className="flex items-center gap-1">
        <IconButton label={t(view === "day" ? "calendar.previous_day" : "calendar.previous_week")} onClick={() => show({ date: addDays(date, -step) })}><Sign name="back" /></IconButton>
        <Button aria-pressed={days.includes(today)} onClick={() => show({ date: null })}>{t("calendar.today")}</Button>
        <IconButton label={t(view === "day" ? "calendar.next_day" : "calendar.next_week")} onClick={() => show({ date: addDays(date, step) })}><Sign name="onward" /></IconButton>
      </div>
      <h2 aria-live="polite" className={cx("num min-w-0 text-base max-md:flex-1", "max-md:text-xs", view === "day" && "md:truncate")} aria-label={title}>
        <span className={view === "day" ? "max-xl:hidden" : "max-md:hidden"}>{title}</span>
        {view === "day" ? (
          <span className="xl:hidden">{shortDate(start(date), zone, locale, start(today))}</span>
        ) : (
          <span className="md:hidden">{shortRange(start(days[0]!), start(days.at(-1)!), zone, locale)}</span>
        )}
      </h2>
      <p role="status" className={cx("flex min-w-0 items-center", !opening && "contents", "max-md:order-1 max-md:basis-full")}>
        {opening && <span className="min-w-0 rounded-md border bg-surface px-2 py-0.5 text-sm font-semibold break-words">{opening}</span>}
      </p>
      <Button className="md:order-last xl:hidden" onClick={onTray}>{t("calendar.to_place")} <span className="num font-semibold">{waiting}</span></Button>
      <div className="flex min-w-0 items-center gap-2 max-md:order-2 max-md:basis-full max-md:overflow-x-auto md:contents">
        <input
          type="date"
          aria-label={t("calendar.go_to")}
          value={date}
          required
          onChange={(event) => event.target.value && show({ date: event.target.value })}
          className={`${controlClass} min-h-9 w-auto! px-2 max-md:order-last max-md:shrink-0`}
        />
        <div className="flex items-center gap-2 max-md:shrink-0 md:ms-auto md:flex-wrap">
          <Choice label={t("calendar.by")} hideLabel value={by} options={[{ value: "bays", label: t("calendar.bays") }, { value: "technicians", label: t("calendar.technicians") }]} onChange={(next) => show({ by: next })} />
          <Choice label={t("calendar.view")} hideLabel value={view} options={[{ value: "day", label: t("calendar.day") }, { value: "week", label: t("calendar.week") }]} onChange={(next) => show({ view: next })} />
        </div>
      </div>
    </div>
  );
}
