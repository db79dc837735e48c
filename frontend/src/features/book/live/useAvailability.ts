/** What is free, kept fresh by the centre's public topic. */
import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useStore } from "@/lib/store";
import { contact } from "@/live/contact";
import { socket } from "@/live/hub";
import { readAvailability, type Ask } from "../api/book";

const AGAIN_MS = 60_000;

/** Availability from one day to another (today and a month unless told otherwise), read again whenever it changed. */
export function useAvailability(ask: Ask, from?: string, to?: string) {
  const client = useQueryClient();
  const { centerId } = ask;
  const query = useQuery({
    queryKey: ["availability", centerId, ask, from, to],
    queryFn: () => readAvailability(ask, from, to),
    placeholderData: keepPreviousData,
    // The hour goes on also where nothing changes: what is too soon to book leaves the list.
    refetchInterval: AGAIN_MS,
  });
  const up = useStore(contact, (held) => held.up);
  useEffect(() => {
    const again = () => void client.invalidateQueries({ queryKey: ["availability", centerId] });
    const topic = `center.${centerId}.availability`;
    return socket.follow(topic, null, {
      onFrame: again,
      onResync: () => {
        socket.catchUp(topic, null);
        again();
      },
      onRefused: () => undefined,
    });
  }, [client, centerId]);
  useEffect(() => {
    // What changed before the line was there, or while it was away, is read once it is.
    if (up) void client.invalidateQueries({ queryKey: ["availability", centerId] });
  }, [client, centerId, up]);
  return query;
}
