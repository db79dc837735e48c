import type { Appointment } from "@/api/things";
import { moneyText } from "@/lib/amounts";
import { useLocale, useT } from "@/lib/i18n";
import { ZoneContext } from "@/lib/zone";
import { useClock } from "@/live/clock";
import { Time } from "@/ui/moments";
import { ruleOf } from "../model/visits";

/** Until when a booked visit is moved or cancelled for nothing, said before one opens it to do so. */
export function Rule({ visit }: { visit: Appointment }) {
  const t = useT();
  const locale = useLocale();
  const rule = ruleOf(visit, useClock(60_000));
  if (!rule) return null;
  return (
    <p className="-mt-2 px-4 pb-3.5 text-sm text-muted">
      <ZoneContext.Provider value={visit.center.zone}>
        {rule === "until" && visit.change_until && <>{t("my.rule_until")} <Time at={visit.change_until} show="day-time" /></>}
        {rule === "late" && t("my.rule_late", { fee: moneyText(visit.late_cancel_fee, locale) })}
        {rule === "late_free" && t("my.rule_late_free")}
      </ZoneContext.Provider>
    </p>
  );
}
