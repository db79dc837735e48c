/** Days and spans in the reader's words. */
import { useCallback } from "react";
import { useLocale, useT, type Translate } from "@/lib/i18n";
import { momentText } from "@/ui/moments";

const MONDAY = Date.UTC(2026, 0, 5);
const DAY_MS = 86_400_000;

/** The name of a weekday, Monday is 0. */
export function useWeekday(): (weekday: number) => string {
  const locale = useLocale();
  return useCallback((weekday) => new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" }).format(MONDAY + weekday * DAY_MS), [locale]);
}

/** "Fri 20 Nov" for "2026-11-20"; with the year where it is another. */
export const dateText = (date: string, locale: string): string => momentText(`${date}T12:00:00Z`, "day", "UTC", locale);

type Hours = { from: string; to: string };

/** "09:00 to 13:00, 14:00 to 18:00", or that it is closed; what ends when it began lasts a whole day. */
export const spansText = (spans: Hours[], t: Translate): string => (spans.length > 0 ? spans.map((one) => spanText(one, t)).join(", ") : t("centers.closed"));

const spanText = ({ from, to }: Hours, t: Translate): string => (from !== to ? t("time.window", { from, to }) : from === "00:00" ? t("centers.all_day") : t("centers.all_hours", { from }));

/** One line for a span of days. */
export function useDays(): (first: string, last: string) => string {
  const t = useT();
  const locale = useLocale();
  return (first, last) => (first === last ? dateText(first, locale) : t("time.window", { from: dateText(first, locale), to: dateText(last, locale) }));
}
