/** What is being chosen for a visit: day, start, length, bay and technician. */
import { useMemo, useState } from "react";
import type { Slot } from "@/api/things";
import { addDays } from "@/lib/days";
import { dayOf, useZone } from "@/lib/zone";
import type { FreeAsked } from "../api/calendar";
import { lengthOf, type Target } from "../model/move";

/** Days looked at from the chosen one on, so that a full day can name the next free ones. */
const AHEAD = 7;

type Values = { date: string; start: number | null; minutes: number; bay: string; technician: string };
export type Wanted = Values & {
  set: (change: Partial<Values>) => void;
  asked: FreeAsked;
  /** Null until a start is chosen. */
  target: Target | null;
};

/** Begins as the visit is, but for what is named `first`; a start of null is still to be chosen. */
export function useWanted(visit: Slot, first: Partial<Values> = {}): Wanted {
  const zone = useZone();
  const [values, change] = useState<Values>(() => {
    const day = first.start ?? Date.parse(visit.scheduled_start);
    return { minutes: first.minutes ?? lengthOf(visit), bay: first.bay ?? visit.bay?.id ?? "", technician: first.technician ?? visit.technician?.id ?? "", date: dayOf(day, zone), start: first.start === undefined ? day : first.start };
  });
  return useMemo(() => {
    const { date, start, minutes, bay, technician } = values;
    return {
      ...values,
      set: (next) => change((held) => ({ ...held, ...(next.date && next.date !== held.date ? { start: null } : {}), ...next })),
      asked: { visit, from: date, to: addDays(date, AHEAD), duration: minutes, bay, technician },
      target: start === null ? null : { start, minutes, ...(bay ? { bay } : {}), ...(technician ? { technician } : {}) },
    };
  }, [values, visit]);
}
