import { cx } from "@/lib/cx";
import { useLocale, useT } from "@/lib/i18n";
import { durationText } from "@/ui/moments";
import { shareOf, type Load } from "../model/load";

const FULL = 0.85;

/** "62 %" over a thin bar; what is over all of the time is said by a mark as well. */
export function LoadBar({ load, label, className }: { load: Load; label?: string; className?: string }) {
  const t = useT();
  const locale = useLocale();
  const share = shareOf(load);
  const none = load.working === 0 && load.booked === 0;
  const percent = new Intl.NumberFormat(locale, { style: "percent" }).format(Number.isFinite(share) ? share : 1);
  const text = t("calendar.load", { booked: durationText(load.booked, t), working: durationText(load.working, t) });
  return (
    <span title={text} className={cx("relative flex flex-col gap-1", className)}>
      <span className="flex items-baseline justify-between gap-2 text-xs font-normal text-muted">
        <span className="min-w-0 truncate">{label}</span>
        <span className={cx("num", share > 1 && "font-semibold text-blocked-text")}>{none ? t("calendar.nobody_works") : percent}</span>
      </span>
      <span aria-hidden="true" className="block h-1 overflow-hidden rounded-full bg-line">
        <i className={cx("block h-full rounded-full", share > 1 ? "bg-blocked" : share >= FULL ? "bg-waiting" : "bg-progress")} style={{ inlineSize: `${Math.min(100, Math.round(share * 100))}%` }} />
      </span>
      <span className="sr-only">{text}</span>
    </span>
  );
}
