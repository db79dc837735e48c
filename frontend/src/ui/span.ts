import type { Translate } from "@/lib/i18n";
import { durationText } from "./moments";

/** A duration in a sentence: whole hours in words, "2 hours"; others as everywhere. */
export function spanText(minutes: number, locale: string, t: Translate): string {
  if (minutes === 0 || minutes % 60 > 0) return durationText(minutes, t);
  return new Intl.NumberFormat(locale, { style: "unit", unit: "hour", unitDisplay: "long" }).format(minutes / 60);
}
