import { useT } from "@/lib/i18n";
import { useClock } from "@/live/clock";
import { durationText } from "@/ui/moments";
import { Pill } from "@/ui/Pill";
import type { Transport } from "../api/drive";
import { lateBy, stateOf, wordOf } from "../model/trips";

/** How a drive stands, for who runs it: a window that has begun without it, or is over, is said. */
export function TripPill({ trip }: { trip: Transport }) {
  const t = useT();
  const now = useClock(15_000);
  const late = lateBy(trip, now);
  const words = late > 0 ? t("drive.late", { time: durationText(late, t) }) : null;
  return <Pill state={stateOf(trip, now)}><span className="num">{words ?? t(late === 0 ? "drive.not_out" : wordOf(trip))}</span></Pill>;
}
