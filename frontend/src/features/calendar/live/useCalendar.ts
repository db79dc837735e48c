/** The calendar's live documents: today with every open request, and the days on screen when these are others. */
import { useEffect } from "react";
import type { CalendarDocument } from "@/api/documents";
import { dayOf } from "@/lib/zone";
import { useClock } from "@/live/clock";
import { useLiveDocument, type Live } from "@/live/document";
import { calendarKey, readCalendar } from "../api/calendar";

/** Today, whichever day that is at the centre; it is fetched again when the day is over. */
export function useToday(center: string): Live<CalendarDocument> {
  const live = useLiveDocument(calendarKey(center), () => readCalendar(center));
  const now = useClock(60_000);
  const { document, refetch } = live;
  const over = document && dayOf(now, document.center.zone) > document.last;
  useEffect(() => {
    if (over) refetch();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once for each day that ends
  }, [over]);
  return live;
}

/** Some days from one to another. */
export function useDays(center: string, first: string, last: string): Live<CalendarDocument> {
  return useLiveDocument(calendarKey(center, first, last), () => readCalendar(center, first, last));
}
