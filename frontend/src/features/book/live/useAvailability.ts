/** What is free, kept fresh by the centre's public topic. */
import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { usePublicNews } from "@/live/usePublicNews";
import { readAvailability, type Ask } from "../api/book";

const AGAIN_MS = 60_000;

/** Availability from one day to another (today and a month unless told otherwise), read again whenever it changed. */
export function useAvailability(ask: Ask, from?: string, to?: string) {
  const client = useQueryClient();
  const { centerId } = ask;
  usePublicNews(centerId, useCallback(() => void client.invalidateQueries({ queryKey: ["availability", centerId] }), [client, centerId]));
  return useQuery({
    queryKey: ["availability", centerId, ask, from, to],
    queryFn: () => readAvailability(ask, from, to),
    placeholderData: keepPreviousData,
    // The hour goes on also where nothing changes: what is too soon to book leaves the list.
    refetchInterval: AGAIN_MS,
  });
}
