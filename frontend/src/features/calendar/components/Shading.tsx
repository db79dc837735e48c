import { cx } from "@/lib/cx";
import { useT } from "@/lib/i18n";
import type { Shade } from "../model/shades";

const patterns: Record<Shade["why"], string> = { closed: "hatch-closed", off: "hatch-off", unused: "hatch-off", away: "hatch-off", break: "hatch-break" };
const WORD_PX = 26;

/** Hours that cannot be booked, by pattern and word. */
export function Shading({ why, top, height }: { why: Shade["why"]; top: number; height: number }) {
  const t = useT();
  return (
    <div className={cx("pointer-events-none absolute inset-x-0 flex items-center justify-center overflow-hidden", patterns[why])} style={{ top, height }}>
      <span className={cx("rounded-full bg-bg px-1.5 text-xs text-muted", height < WORD_PX && "sr-only")}>{t(`calendar.shade.${why}`)}</span>
    </div>
  );
}
