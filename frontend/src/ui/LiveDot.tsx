import { cx } from "@/lib/cx";
import { useLocale, useT } from "@/lib/i18n";
import { clockTime, useZone } from "@/lib/zone";
import { useConnection } from "@/live/connection";

/** The quiet dot: live, or honest about it; a page that follows nothing claims nothing. */
export function LiveDot({ className, size = "sm" }: { className?: string; size?: "sm" | "wall" }) {
  const t = useT();
  const locale = useLocale();
  const zone = useZone();
  const state = useConnection();
  const text = {
    quiet: "",
    live: t("live.live"),
    reconnecting: t("live.reconnecting"),
    stale: t("live.as_of", { time: clockTime(state.asOf, zone, locale) }),
    back: t("live.up_to_date"),
  }[state.kind];
  const dot = { quiet: "bg-transparent", live: "bg-done", back: "bg-done", reconnecting: "animate-breathe bg-waiting", stale: "bg-waiting" }[state.kind];
  return (
    <span
      role="status"
      data-live={state.kind}
      className={cx(
        "inline-flex items-center whitespace-nowrap",
        size === "wall" ? "gap-3 text-[1.75rem]" : "gap-1.5 text-xs",
        state.kind === "reconnecting" || state.kind === "stale" ? "font-semibold text-waiting-text" : "text-muted",
        className,
      )}
    >
      <i aria-hidden="true" className={cx("rounded-full", size === "wall" ? "size-4.5" : "size-2", dot)} />
      <span className="num">{text}</span>
    </span>
  );
}
