/** Requests whose refusal belongs beside the fields of a form, and whose answer belongs in a live document. */
import { hashKey, type QueryKey } from "@tanstack/react-query";
import { useCallback, useRef } from "react";
import type { LiveDocument } from "@/api/documents";
import { asProblem } from "@/api/problem";
import { uuid } from "@/lib/uuid";
import { cache } from "./cache";
import { applyFrame, type FrameData } from "./reducer";

/** Put an answer into the document of that key, if it is there. */
export function putInto(key: QueryKey, answer: FrameData): void {
  cache.setQueryData<LiveDocument>(key, (held) => held && applyFrame(held, answer));
}

/**
 * Send with an idempotency key that stays while the same thing is asked again, put the answer into the document, and
 * after a conflict fetch what is true now. Throws what was thrown.
 */
export function useAnswered(key: QueryKey) {
  const last = useRef({ asked: "", key: "" });
  const hash = hashKey(key);
  return useCallback(
    async <B, A extends object>(body: B, send: (body: B, key: string) => Promise<A>): Promise<A> => {
      const asked = JSON.stringify(body);
      if (last.current.asked !== asked) last.current = { asked, key: uuid() };
      try {
        const answer = await send(body, last.current.key);
        putInto(key, answer as FrameData);
        return answer;
      } catch (error) {
        if (asProblem(error).status === 409) void cache.invalidateQueries({ queryKey: key, exact: true });
        throw error;
      }
    },
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the hash stands for the key
    [hash],
  );
}
