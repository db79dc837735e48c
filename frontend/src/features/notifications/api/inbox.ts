import type { InboxDocument } from "@/api/documents";
import { call } from "@/api/typed";

export const inboxKey = ["inbox"];

/** The newest of what the person was told, as a live document. */
export async function readInbox(): Promise<InboxDocument> {
  const { results, inbox, topic, seq, clock } = await call("get", "/api/users/notifications");
  return { notifications: results, inbox, topic, seq, clock };
}

export const readAll = () => call("post", "/api/users/notifications/read_all");
