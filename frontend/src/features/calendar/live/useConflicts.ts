/** The ways out of the conflicts of a centre: read again whenever these change, and confirmed by the desk. */
import { keepPreviousData, useQuery, useQueryClient, type QueryKey } from "@tanstack/react-query";
import { useState } from "react";
import { asProblem, type Problem } from "@/api/problem";
import type { Slot } from "@/api/things";
import { useT } from "@/lib/i18n";
import { putInto, useAnswered } from "@/live/useAnswered";
import { toast } from "@/ui/toasts";
import { conflictsKey, readConflicts, sendMoves, type Way } from "../api/tray";
import { conflictMark, movesOf, standingWays } from "../model/conflicts";

/** The proposals begin from now on: after this long other ones may be better. */
const STALE_MS = 5 * 60_000;

export type WaysOut = {
  /** Undefined until they are known. */
  ways: Way[] | undefined;
  busy: boolean;
  /** Why the last one was refused, or could not be read. */
  problem: Problem | null;
  dismiss: () => void;
  /** Make all moves of a way or none; answers whether they were made. */
  confirm: (way: Way) => Promise<boolean>;
};

/** For `conflicts` of a centre; the answer goes into the documents of `keys`. */
export function useConflicts(center: string, conflicts: Slot[], keys: [QueryKey, QueryKey]): WaysOut {
  const t = useT();
  const client = useQueryClient();
  const [today, shown] = keys;
  const answered = useAnswered(today);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const found = useQuery({
    queryKey: conflictsKey(center, conflictMark(conflicts)),
    queryFn: () => readConflicts(center),
    enabled: conflicts.length > 0,
    staleTime: STALE_MS,
    refetchInterval: STALE_MS,
    placeholderData: keepPreviousData,
  });
  const standing = found.data && standingWays(found.data.ways, conflicts);
  // Those of before are shown while the next are read, as far as they still hold.
  const ways = found.isPlaceholderData && standing?.length === 0 ? undefined : standing;
  const confirm = async (way: Way): Promise<boolean> => {
    if (busy) return false;
    setBusy(true);
    setProblem(null);
    try {
      putInto(shown, await answered(movesOf(way), sendMoves));
      toast(t("tray.said.moved", { count: way.moves.length }));
      return true;
    } catch (error) {
      setProblem(asProblem(error));
      void client.invalidateQueries({ queryKey: conflictsKey(center) });
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { ways, busy, problem: problem ?? (found.error && !found.data ? asProblem(found.error) : null), dismiss: () => setProblem(null), confirm };
}
