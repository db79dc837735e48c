import { useState } from "react";
import type { InboxDocument } from "@/api/documents";
import { asProblem, type Problem } from "@/api/problem";
import type { Notification } from "@/api/things";
import { cache } from "@/live/cache";
import { useLiveDocument, type Live } from "@/live/document";
import { applyFrame } from "@/live/reducer";
import { useCommand, type Commands } from "@/live/useCommand";
import { inboxKey, readAll, readInbox } from "../api/inbox";

export type InboxInUse = {
  live: Live<InboxDocument>;
  unread: number;
  read: (one: Notification) => void;
  of: Commands["of"];
  readAll: () => Promise<void>;
  /** Why not all could be marked as read. */
  problem: Problem | null;
};

/** What the person was told, live, and reading it. */
export function useInbox(): InboxInUse {
  const live = useLiveDocument<InboxDocument>(inboxKey, readInbox);
  const { run, of } = useCommand(inboxKey);
  const [problem, setProblem] = useState<Problem | null>(null);
  const inbox = live.document?.inbox;
  const unread = inbox?.unread ?? 0;
  return {
    live,
    unread,
    of,
    problem,
    read: ({ id, title, is_read }) => {
      if (is_read || !inbox) return;
      const patch = { notifications: [{ id, is_read: true }], inbox: { id: inbox.id, unread: Math.max(0, unread - 1) } };
      run({ to: "users/notifications", id, verb: "read", version: null, patch, say: title, quiet: true });
    },
    readAll: async () => {
      try {
        const answer = await readAll();
        cache.setQueryData<InboxDocument>(inboxKey, (held) => held && applyFrame(held, answer));
        setProblem(null);
      } catch (error) {
        setProblem(asProblem(error));
      }
    },
  };
}
