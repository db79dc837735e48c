import { cx } from "@/lib/cx";
import { useT } from "@/lib/i18n";
import { readerZone, useZone, ZoneContext, zonesDiffer } from "@/lib/zone";
import { StateIcon } from "@/ui/icons";
import { Time } from "@/ui/moments";

/** A start to choose: on the workshop's clock, with the reader's own time below it where that differs. */
export function SlotButton({ at, gone, why, chosen, busy, large, onChoose }: {
  at: string;
  /** It is not free any more since it was shown, which may have any reason. */
  gone: boolean;
  /** Why it cannot be chosen, where that is known. */
  why?: string | undefined;
  chosen: boolean;
  /** The start that is on its way to be held. */
  busy: string | undefined;
  large?: boolean;
  onChoose: (start: string) => void;
}) {
  const t = useT();
  const own = readerZone();
  const other = zonesDiffer(at, useZone(), own);
  const under = busy === at;
  const shut = gone || why !== undefined;
  return (
    <button
      type="button"
      aria-pressed={chosen}
      aria-disabled={shut || busy !== undefined || undefined}
      onClick={() => !shut && busy === undefined && onChoose(at)}
      className={cx(
        "relative flex min-h-12 items-center justify-center rounded-sm border px-1 text-center leading-tight font-semibold select-none",
        large && "min-h-18 py-1.5",
        chosen ? "border-accent! bg-accent text-accent-ink" : shut ? "bg-surface text-muted" : "bg-raised hover:border-control",
        under && "animate-breathe",
      )}
    >
      <span className="flex flex-col">
        <span className={cx("inline-flex items-center justify-center gap-1.5", gone && "line-through")}>
          {chosen && <StateIcon state="done" size={14} />}
          <Time at={at} className={large ? "text-xl" : undefined} />
        </span>
        {large && <span className={cx("text-sm font-medium text-balance", !chosen && "text-muted")}><Time at={at} show="day" /></span>}
        {shut && <span className="text-xs font-normal text-balance">{why ?? t("plan.gone")}</span>}
        {other && !shut && (
          <span className={cx("text-xs font-normal", !chosen && "text-muted")}>
            <ZoneContext.Provider value={own}><Time at={at} /></ZoneContext.Provider>
            <span className={large ? undefined : "sr-only"}> {t("plan.your_time")}</span>
          </span>
        )}
      </span>
    </button>
  );
}
