/** Another time begins with the first free start after the one asked for, none that was asked for, once it is known what is free. */
import { useState } from "react";
import { dayOf, useZone } from "@/lib/zone";
import type { Free } from "../api/calendar";
import type { Wanted } from "./useWanted";

/** A time asked for that is not free gives way to the first one asked for that is; once, and not for who has chosen already. */
export function useFreeWish(wanted: Wanted, free: Free | undefined, wishes: number[], kept: boolean): void {
  const zone = useZone();
  const [begun, setBegun] = useState(kept);
  if (begun || !free) return;
  setBegun(true);
  const starts = new Set(free.days.flatMap((day) => day.slots).map((slot) => Date.parse(slot)));
  const first = wishes.find((wish) => starts.has(wish));
  if (wanted.start !== null && first !== undefined && !starts.has(wanted.start)) wanted.set({ date: dayOf(first, zone), start: first });
}

/** Chooses once, and not for who has chosen already. */
export function useFirstFree(wanted: Wanted, free: Free | undefined, from: number, besides: number[]): void {
  const zone = useZone();
  const [begun, setBegun] = useState(wanted.start !== null);
  if (begun || !free) return;
  setBegun(true);
  const first = free.days.flatMap((day) => day.slots).map((slot) => Date.parse(slot)).find((start) => start >= from && !besides.includes(start));
  if (first !== undefined && wanted.start === null && wanted.date === dayOf(from, zone)) wanted.set({ date: dayOf(first, zone), start: first });
}
