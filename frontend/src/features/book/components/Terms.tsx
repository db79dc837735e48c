import { moneyText } from "@/lib/amounts";
import { useLocale, useT } from "@/lib/i18n";
import type { Money } from "@/api/things";
import { momentText } from "@/ui/moments";
import { spanText } from "@/ui/span";
import { useZone } from "@/lib/zone";
import { useClock } from "@/live/clock";
import { costs, isLate } from "../model/terms";

/** Until when it costs nothing to change or cancel, and what it costs later: by a moment, or by how long before. */
export function Terms({ until, cutoff = 0, fee }: { until?: string | null; cutoff?: number; fee: Money }) {
  const t = useT();
  const locale = useLocale();
  const zone = useZone();
  const past = isLate(until, useClock(60_000));
  const first = until ? t("plan.free_until", { moment: momentText(until, "day-time", zone, locale) }) : t("plan.free_before", { time: spanText(cutoff, locale, t) });
  const amount = { fee: moneyText(fee, locale) };
  const words = past ? (costs(fee) ? t("plan.now_fee", amount) : t("plan.now_free")) : `${first} ${costs(fee) ? t("plan.later_fee", amount) : t("plan.later_free")}`;
  return <p className="text-sm text-pretty text-muted">{words}</p>;
}
