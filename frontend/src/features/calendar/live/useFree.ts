/** What is free for a visit, as the desk may book it; asked again whenever the days change. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { asProblem, type Problem } from "@/api/problem";
import { freeKey, readFree, type Free, type FreeAsked } from "../api/calendar";

/** `mark` names the state of the calendar: another one asks again. */
export function useFree(asked: FreeAsked, mark: string, enabled = true): { free: Free | undefined; loading: boolean; problem: Problem | null } {
  const query = useQuery({
    queryKey: [...freeKey(asked), mark],
    queryFn: () => readFree(asked),
    enabled: enabled && asked.visit.services.length > 0 && Number.isFinite(asked.duration) && asked.duration > 0,
    staleTime: 15_000,
    placeholderData: keepPreviousData,
  });
  return { free: query.data, loading: query.isFetching, problem: query.error ? asProblem(query.error) : null };
}
