import { cx } from "@/lib/cx";
import { useLocale } from "@/lib/i18n";
import { clockTime, useZone } from "@/lib/zone";
import { hoursOn, MINUTE, minutesBetween, type Axis } from "../model/day";

const NEAR = 16 * MINUTE;

/** The hours at the edge, in the workshop's zone; on a day on which the clocks change one is missing or comes twice. */
export function Hours({ axis, scale, now }: { axis: Axis; scale: number; now: number | null }) {
  const locale = useLocale();
  const zone = useZone();
  const top = (at: number) => minutesBetween(axis.from, at) * scale;
  return (
    <div className="num sticky start-0 z-10 bg-bg text-xs text-muted">
      {hoursOn(axis).map((at) => (
        <time key={at} dateTime={new Date(at).toISOString()} className={cx("absolute end-2 -translate-y-1/2", (at === axis.from || (now !== null && Math.abs(at - now) < NEAR)) && "invisible")} style={{ top: top(at) }}>
          {clockTime(at, zone, locale)}
        </time>
      ))}
      {now !== null && now >= axis.from && now <= axis.to && (
        <time dateTime={new Date(now).toISOString()} className="absolute end-1 -translate-y-1/2 rounded-full bg-blocked px-1.5 font-semibold text-blocked-ink" style={{ top: top(now) }}>
          {clockTime(now, zone, locale)}
        </time>
      )}
    </div>
  );
}
