/** The booking being typed: kept in this tab, so that a reload loses nothing, and gone with it. */
import type { Problem } from "@/api/problem";
import { uuid } from "@/lib/uuid";
import { createStore } from "@/lib/store";
import { emptyDraft, type Draft } from "../model/draft";
import { remembered } from "./remembered";

const KEY = "pitlane.book";

function restored(): Draft {
  try {
    return { ...emptyDraft, ...(JSON.parse(sessionStorage.getItem(KEY) ?? "{}") as Partial<Draft>) };
  } catch {
    return emptyDraft;
  }
}

export const draft = createStore<Draft>(restored());
draft.subscribe(() => sessionStorage.setItem(KEY, JSON.stringify(draft.get())));

/** What the server refused of the fields of an earlier step: it is said there. */
export const refusal = createStore<Problem | undefined>(undefined);

export const write = (change: Partial<Draft>): void => draft.set((held) => ({ ...held, ...change }));

/** Begin at a centre: what belongs to another one is dropped, what was typed about vehicle and person stays. */
export function beginAt(centerId: string): void {
  const typed = draft.get();
  if (typed.centerId === centerId) return;
  const { services, about, held, wished, loaner, fetching, sent } = emptyDraft;
  // A vehicle that was chosen before the centre is not exchanged for the one that this device remembers.
  write({ ...(typed.centerId || typed.vehicleId ? {} : known()), centerId, services, about, held, wished, loaner, fetching, sent });
}

/** Everything is sent: nothing of it stays in this tab. */
export const finish = (): void => draft.set(emptyDraft);

/** What this device was let remember. */
function known(): Partial<Draft> {
  const { vehicles = [], centerId: _last, ...contact } = remembered.get() ?? {};
  const [vehicle] = vehicles;
  return { ...contact, ...(vehicle ? { ...vehicle, by: vehicle.vin ? "vin" : "plate" } : {}), remember: remembered.get() !== null };
}

/** The key under which something is sent: the same while it is the same, so that a repeated try has one effect. */
export function keyFor(what: unknown): string {
  const text = JSON.stringify(what);
  const { sent } = draft.get();
  if (sent?.text === text) return sent.key;
  const key = uuid();
  write({ sent: { text, key } });
  return key;
}
