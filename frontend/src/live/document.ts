/** A live document: fetched once, kept fresh by frames, never blanked. */
import { hashKey, useQuery, useQueryClient, type QueryKey } from "@tanstack/react-query";
import { useEffect, useMemo, useRef } from "react";
import type { LiveDocument } from "@/api/documents";
import { asProblem, type Problem } from "@/api/problem";
import { session } from "@/api/session";
import { useStore } from "@/lib/store";
import { setClock, workshopNow } from "./clock";
import { contact, heard } from "./contact";
import { socket } from "./hub";
import { overlay, intents } from "./intents";
import { applyFrame, type FrameData } from "./reducer";

export type Live<D> = {
  /** The last known document with the person's own pending intents laid over it; undefined before the first load. */
  document: D | undefined;
  /** Why there is no document (yet): a refusal, or the network. With a document on screen it only says why it is old. */
  problem: Problem | null;
  /** First load under way, nothing to show. */
  loading: boolean;
  refetch: () => void;
};

/** Refusals that take a document away; trouble of the network or the server never does. */
const GONE = new Set([401, 403, 404, 410]);

/**
 * Fetch a document, follow its topic from its number, apply the frames. The key names the document everywhere.
 * `refetchOn` says which frames mean that the document has become another one (an opened job card changes the topic).
 */
export function useLiveDocument<D extends LiveDocument>(
  key: QueryKey,
  fetcher: () => Promise<D>,
  { refetchOn }: { refetchOn?: (data: FrameData, held: D) => boolean } = {},
): Live<D> {
  const client = useQueryClient();
  const hash = hashKey(key);
  const query = useQuery<D>({
    queryKey: key,
    queryFn: async () => {
      const fetched = await fetcher();
      setClock(fetched.clock);
      heard(workshopNow());
      const missed = socket.catchUp(fetched.topic, fetched.seq);
      return missed.reduce((held, frame) => applyFrame(held, frame.data, frame.seq), fetched);
    },
    retry: (_count, error) => asProblem(error).passing,
    retryDelay: (count) => Math.min(4_000, 500 * 2 ** count),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 10 * 60_000,
    networkMode: "always",
  });
  const topic = query.data?.topic;
  const decide = useRef(refetchOn);
  useEffect(() => {
    decide.current = refetchOn;
  });

  useEffect(() => {
    if (!topic) return;
    const again = () => void client.invalidateQueries({ queryKey: key, exact: true });
    const seq = client.getQueryData<D>(key)?.seq ?? 0;
    return socket.follow(topic, seq, {
      onFrame: (frame) => {
        const held = client.getQueryData<D>(key);
        if (!held || held.topic !== topic) return;
        client.setQueryData<D>(key, applyFrame(held, frame.data, frame.seq));
        if (decide.current?.(frame.data, held)) again();
      },
      onResync: again,
      onRefused: again,
    });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the hash stands for the key
  }, [client, hash, topic]);

  // What was refused is asked for again when the connection or the person comes back; until then the answer would be the same.
  const up = useStore(contact, (held) => held.up);
  const asker = useStore(session, (held) => !held.ended && (held.user?.id ?? "nobody"));
  const refused = useRef(false);
  const { refetch } = query;
  useEffect(() => {
    refused.current = query.isError;
  });
  useEffect(() => {
    if (up && asker && refused.current) void refetch();
  }, [up, asker, refetch]);

  const own = useStore(intents);
  const document = useMemo(() => query.data && overlay(query.data, hash, own), [query.data, hash, own]);
  const error = query.error ?? query.failureReason;
  const problem = error ? asProblem(error) : null;
  return {
    document: problem && GONE.has(problem.status) ? undefined : document,
    problem,
    loading: query.data === undefined && !error,
    refetch: () => void refetch(),
  };
}
