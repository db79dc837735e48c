/** A verb of the customer on a planned visit: sent at once, its answer put into the live document. */
import { useQueryClient } from "@tanstack/react-query";
import type { VisitDocument } from "@/api/documents";
import { visitKey } from "@/api/visits";
import { applyFrame } from "@/live/reducer";
import { changeVisit } from "../api/book";

export type Verb = "reschedule" | "cancel" | "accept_proposal" | "ask_again";

/** Send a verb with what it takes; throws the `Problem` of a refusal. */
export function useVerb({ appointment }: VisitDocument, byLink: boolean) {
  const client = useQueryClient();
  return async (verb: Verb, body: Record<string, unknown> = {}): Promise<void> => {
    const answer = await changeVisit(appointment.id, byLink, verb.replace("_", "-"), { ...body, version: appointment.version });
    client.setQueryData<VisitDocument>(visitKey(appointment.id, byLink), (held) => held && applyFrame(held, answer));
  };
}
