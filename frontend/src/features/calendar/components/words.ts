/** Words of the calendar: what a mark says, where a visit stands. */
import type { CalendarDocument } from "@/api/documents";
import type { Slot } from "@/api/things";
import type { Translate } from "@/lib/i18n";
import { dayFirst } from "@/lib/zone";
import { durationText } from "@/ui/moments";
import type { Load } from "../model/load";
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

/** "3 h booked of 9 h worked"; where nothing is worked, why, with what is booked all the same. */
export function loadText({ booked, working, idle }: Load, t: Translate): string {
  if (idle && booked === 0) return t(`calendar.idle.${idle}`);
  if (idle) return t(`calendar.idle_booked.${idle}`, { booked: durationText(booked, t) });
  return t("calendar.load", { booked: durationText(booked, t), working: durationText(working, t) });
}

/** "Closed: Diwali"; nothing of a day with its usual hours, or of one that the document does not hold. */
export function openingOf({ days }: Pick<CalendarDocument, "days">, date: string, t: Translate): string {
  const day = days.find((one) => one.date === date);
  if (!day?.reason) return !day || day.open ? "" : t("calendar.shade.closed");
  return t(day.open ? "calendar.hours_why" : "calendar.closed_why", { reason: day.reason });
}

/** "16 – 22 Nov" in the zone, "30 Nov – 6 Dec" where the month ends. */
export function shortRange(from: number, to: number, zone: string, locale: string): string {
  return new Intl.DateTimeFormat(dayFirst(locale), { day: "numeric", month: "short", timeZone: zone }).formatRange(from, to);
}
