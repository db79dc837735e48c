/** Visits that closed days, absences and what is out of use leave outside; read again when any of this changes. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useRef } from "react";
import type { CalendarDocument } from "@/api/documents";
import type { Slot } from "@/api/things";
import { socket } from "@/live/hub";
import { readUnserved, unservedKey, type Unserved } from "../api/tray";
import { stillUnserved, tellsOf } from "../model/unserved";

const NONE: Unserved[] = [];

/** Those of a centre whose `today` is live; `visits` are the visits of the documents on screen, which may know better. */
export function useUnserved(today: CalendarDocument, visits: Slot[]): Unserved[] {
  const client = useQueryClient();
  const { topic, seq } = today;
  const center = today.center.id;
  const { data = NONE } = useQuery({ queryKey: unservedKey(center), queryFn: () => readUnserved(center) });
  const listed = useRef(data);
  const from = useRef(seq);
  useEffect(() => {
    listed.current = data;
    from.current = seq;
  });
  useEffect(() => {
    const again = () => void client.invalidateQueries({ queryKey: unservedKey(center) });
    return socket.follow(topic, from.current, {
      onFrame: (frame) => tellsOf(frame.data, listed.current) && again(),
      onResync: again,
      onRefused: () => undefined,
    });
  }, [client, center, topic]);
  return useMemo(() => stillUnserved(data, visits), [data, visits]);
}
