import type { WaitingDocument } from "@/api/documents";
import { call } from "@/api/typed";

/** Audience and noun, for commands. */
export const PLACES = "customers/waiting-list";
export const placesKey = ["waiting"];

/** What the person waits for, as a live document. */
export async function readPlaces(): Promise<WaitingDocument> {
  const { results, topic, seq, clock } = await call("get", "/api/customers/waiting-list", { query: { status: ["waiting", "offered"] } });
  return { waiting: results, topic, seq, clock };
}
