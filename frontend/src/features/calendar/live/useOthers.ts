/** What others do to the visits on screen while one looks at them: by whom, for as long as it takes to read. */
import { useCallback, useEffect, useRef, useState } from "react";
import type { CalendarDocument } from "@/api/documents";
import type { Slot } from "@/api/things";
import { dayOf } from "@/lib/zone";
import { socket } from "@/live/hub";
import { useMe } from "@/live/me";
import { newsOf, type Change } from "../model/change";

const READ_MS = 8_000;

export type News = { visit: Slot; change: Change };
export type Others = { news: News | null; /** A visit that has left the calendar, as it was then. */ left: (id: string) => Slot | undefined };

/** Follow a calendar's topic beside its documents: a visit that was called off is in none of them. */
export function useOthers(document: CalendarDocument, visits: Slot[]): Others {
  const me = useMe()?.id;
  const [news, setNews] = useState<News | null>(null);
  const [gone] = useState(() => new Map<string, Slot>());
  const left = useCallback((id: string) => gone.get(id), [gone]);
  const { topic, first, last, center } = document;
  const shown = useRef<(visit: Slot) => boolean>(() => false);
  useEffect(() => {
    const known = new Map(visits.map((visit) => [visit.id, visit]));
    const within = (visit: Slot | undefined) => {
      const day = visit && dayOf(visit.scheduled_start, center.zone);
      return day !== undefined && day >= first && day <= last;
    };
    shown.current = (visit) => within(visit) || within(known.get(visit.id));
  });
  useEffect(
    () =>
      socket.follow(topic, null, {
        onFrame: ({ data }) => {
          const leaving = (data["left"] ?? []) as Slot[];
          for (const visit of leaving) gone.set(visit.id, visit);
          for (const visit of [...((data["appointments"] ?? []) as Slot[]), ...leaving]) {
            const change = newsOf(visit, me);
            if (change && shown.current(visit)) setNews({ visit, change });
          }
        },
        onResync: () => undefined,
        onRefused: () => undefined,
      }),
    [topic, me, gone],
  );
  useEffect(() => {
    if (!news) return;
    const over = setTimeout(() => setNews(null), READ_MS);
    return () => clearTimeout(over);
  }, [news]);
  return { news, left };
}
