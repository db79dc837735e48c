/** What was last answered to each request here: taken back or refused, it is there to be changed. */
import type { Slot } from "@/api/things";
import { createStore } from "@/lib/store";
import type { Target } from "../model/move";

export type Way = "accept" | "propose" | "reject";
export type Answered = { way: Way; target?: Target; message?: string; reason?: string };

export const answers = createStore<Record<string, Answered>>({});

/** One who asks anew waits until another moment, and is answered anew; what one person typed is not the next one's. */
const keyOf = (visit: Slot, me: string): string => `${visit.id} ${visit.answer_by} ${me}`;

export const answeredTo = (visit: Slot, me: string): Answered | undefined => answers.get()[keyOf(visit, me)];

export const keepAnswer = (visit: Slot, me: string, answer: Answered): void => answers.set((held) => ({ ...held, [keyOf(visit, me)]: answer }));
