/** What is free for the visit that is being typed. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { readFree, type FreeAsked } from "../api/desk";

const AGAIN_MS = 15_000;

/** Asked once services and a day are chosen, and again every quarter of a minute: others book meanwhile. */
export function useFree(asked: FreeAsked) {
  return useQuery({
    queryKey: ["free-for-new", asked],
    queryFn: () => readFree(asked),
    enabled: asked.services.length > 0 && asked.date !== "",
    placeholderData: keepPreviousData,
    staleTime: AGAIN_MS,
    refetchInterval: AGAIN_MS,
    retry: false,
  }).data;
}
