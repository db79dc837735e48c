import { useLocale, useT, type Translate } from "@/lib/i18n";
import { clockTime, useZone } from "@/lib/zone";
import { durationText } from "@/ui/moments";
import { Pill } from "@/ui/Pill";
import type { Mark } from "../model/mark";

export function markText(mark: Mark, t: Translate, time: (at: string) => string): string {
  switch (mark.say) {
    case "late":
    case "asked_ago":
    case "overdue":
      return t(`desk.mark.${mark.say}`, { by: durationText(mark.minutes, t) });
    case "hold":
      return t(`desk.hold.${mark.hold}`);
    case "step":
    case "paused":
      return t(`desk.mark.${mark.say}`, { number: mark.number, of: mark.of });
    case "arrives":
      return time(mark.at);
    default:
      return t(`desk.mark.${mark.say}`);
  }
}

export function MarkPill({ mark }: { mark: Mark }) {
  const t = useT();
  const locale = useLocale();
  const zone = useZone();
  return (
    <Pill state={mark.state}>
      <span className="num text-balance whitespace-normal">{markText(mark, t, (at) => clockTime(at, zone, locale))}</span>
    </Pill>
  );
}
