/** What somebody let this device remember of them, so that the next booking asks for nothing twice. */
import { createStore } from "@/lib/store";
import type { Contact, Described, Draft } from "../model/draft";

const KEY = "pitlane.book.me";
const MOST_VEHICLES = 5;

export type Remembered = Contact & { centerId: string; vehicles: Described[] };

function read(): Remembered | null {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? "null") as Remembered | null;
  } catch {
    return null;
  }
}

export const remembered = createStore<Remembered | null>(read());

/** What names a described vehicle. */
export const nameOf = (one: Described): string => one.plate || one.vin || one.serial;

export function remember({ firstName, lastName, phone, email, centerId, kind, plate, vin, serial, make, model, year }: Draft): void {
  const vehicle = { kind, plate, vin, serial, make, model, year };
  const others = (remembered.get()?.vehicles ?? []).filter((one) => nameOf(one) !== nameOf(vehicle));
  keep({ firstName, lastName, phone, email, centerId, vehicles: [vehicle, ...others].slice(0, MOST_VEHICLES) });
}

export function forget(): void {
  localStorage.removeItem(KEY);
  remembered.set(null);
}

function keep(next: Remembered): void {
  localStorage.setItem(KEY, JSON.stringify(next));
  remembered.set(next);
}
