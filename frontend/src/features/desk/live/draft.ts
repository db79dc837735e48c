import { createStore } from "@/lib/store";
import { emptyDraft, type Draft } from "../model/visit";

/** The visit being typed: kept while the page lives, so that closing the window loses nothing. */
export const draft = createStore<Draft>(emptyDraft);

export const write = (change: Partial<Draft>): void => draft.set((held) => ({ ...held, ...change }));
