import { createStore } from "@/lib/store";
import { emptyJoining, type Joining } from "../model/joining";
import { emptyDraft, type Draft } from "../model/visit";

/** The visit being typed: kept while the page lives, so that closing the window loses nothing. */
export const draft = createStore<Draft>(emptyDraft);

export const write = (change: Partial<Draft>): void => draft.set((held) => ({ ...held, ...change }));

/** Who is being put on the waiting list; kept likewise. */
export const joining = createStore<Joining>(emptyJoining);

export const writeJoining = (change: Partial<Joining>): void => joining.set((held) => ({ ...held, ...change }));
