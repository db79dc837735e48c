/** Pictures on their way to the workshop and those it refused: known to the step that takes them and to the one that sends. */
import { asProblem, type Problem } from "@/api/problem";
import { uploadPicture } from "@/api/upload";
import { createStore } from "@/lib/store";
import { uuid } from "@/lib/uuid";
import { draft, write } from "./draft";

export type Sending = { key: string; name: string; /** 0 to 1. */ share: number; /** Why it does not go along. */ problem?: Problem };

export const pictures = createStore<Sending[]>([]);

const change = (key: string, to: Partial<Sending>) => pictures.set((held) => held.map((one) => (one.key === key ? { ...one, ...to } : one)));

/** Be done with a picture: it is sent, or its refusal was read. */
export const drop = (key: string): void => pictures.set((held) => held.filter((one) => one.key !== key));

/** The next choice is the answer to what was refused of the last. */
export const dropRefused = (): void => pictures.set((held) => held.filter((one) => !one.problem));

/** Send a picture; it joins what is typed once it is there, whichever step is shown by then. */
export async function sendPicture(file: File): Promise<void> {
  const key = uuid();
  pictures.set((held) => [...held, { key, name: file.name, share: 0 }]);
  try {
    const { id, thumbnail_url } = await uploadPicture(file, (share) => change(key, { share }));
    write({ photos: [...draft.get().photos, { id, thumbnail_url }] });
    drop(key);
  } catch (error) {
    change(key, { problem: asProblem(error) });
  }
}
