/** Words of the calendar: what a mark says, where a visit stands. */
import type { Slot } from "@/api/things";
import type { Translate } from "@/lib/i18n";
import { durationText } from "@/ui/moments";
import type { Mark } from "../model/mark";
import type { By } from "../model/plan";

export function markText(mark: Mark, t: Translate): string {
  switch (mark.say) {
    case "awaited":
    case "over":
      return t(`calendar.mark.${mark.say}`, { by: durationText(mark.minutes, t) });
    case "here":
      return t(`state.${mark.work}`);
    default:
      return t(`calendar.mark.${mark.say}`);
  }
}

/** Who works on it where the columns are bays, and where where they are technicians. */
export const besides = (visit: Slot, by: By): string => (by === "bays" ? visit.technician?.name : visit.bay?.name) ?? "";
