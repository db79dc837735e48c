import { cx } from "@/lib/cx";
import { useLocale, useT } from "@/lib/i18n";
import { shareOf, type Load } from "../model/load";
import { loadText } from "./words";

const FULL = 0.85;

/** "62 %" over a thin bar; where nothing is worked, why. Only more than is worked is said in red. */
export function LoadBar({ load, label, className }: { load: Load; label?: string; className?: string }) {
  const t = useT();
  const locale = useLocale();
  const share = shareOf(load);
  const text = loadText(load, t);
  const told = cx("num", share > 1 && "font-semibold text-blocked-text");
  return (
    <span title={text} className={cx("relative flex flex-col text-xs font-normal text-muted", !load.idle && "gap-1", className)}>
      <span className="flex items-baseline justify-between gap-2">
        <span className="min-w-0 truncate">{label}</span>
        {!load.idle && <span className={told}>{new Intl.NumberFormat(locale, { style: "percent" }).format(share)}</span>}
      </span>
      {load.idle ? (
        <span className={cx("line-clamp-2 leading-tight", told)}>{text}</span>
      ) : (
        <>
          <span aria-hidden="true" className="block h-1 overflow-hidden rounded-full bg-line">
            <i className={cx("block h-full rounded-full", share > 1 ? "bg-blocked" : share >= FULL ? "bg-waiting" : "bg-progress")} style={{ inlineSize: `${Math.min(100, Math.round(share * 100))}%` }} />
          </span>
          <span className="sr-only">{text}</span>
        </>
      )}
    </span>
  );
}
