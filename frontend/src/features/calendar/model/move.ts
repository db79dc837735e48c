/** Another time, length, bay or technician for a visit: what is asked, what is shown meanwhile, and the way back. Pure. */
import type { CalendarDocument } from "@/api/documents";
import type { Slot } from "@/api/things";
import type { Back, Intent } from "@/live/intents";
import type { FrameData } from "@/live/reducer";
import { MINUTE, minutesBetween } from "./day";
import { timeOf, type By } from "./plan";

/** Where a visit is to go; bay and technician that are not named are kept, or chosen by the server with another time. */
export type Target = { start: number; minutes: number; bay?: string; technician?: string };
export type Move = { body: Record<string, unknown>; patch: FrameData; back: Back };

export const lengthOf = (visit: Slot): number => minutesBetween(timeOf(visit).from, timeOf(visit).to);
export const inColumn = (by: By, column: string): Pick<Target, "bay" | "technician"> => (by === "bays" ? { bay: column } : { technician: column });

/** The request for a move; null when it would change nothing. */
export function moveTo(visit: Slot, target: Target, document: CalendarDocument): Move | null {
  const moved = target.start !== timeOf(visit).from;
  const resized = target.minutes !== lengthOf(visit);
  const other = (target.bay && target.bay !== visit.bay?.id) || (target.technician && target.technician !== visit.technician?.id);
  if (!moved && !resized && !other) return null;
  const body = {
    ...(moved ? { scheduled_start: isoOf(target.start) } : {}),
    ...(resized ? { duration: target.minutes } : {}),
    ...(target.bay ? { bay_id: target.bay } : {}),
    ...(target.technician ? { technician_id: target.technician } : {}),
  };
  return { body, patch: guessOf(visit, target, document), back: wayBack(visit, resized) };
}

/** What it will most likely look like: the named bay and technician, else those it has. */
export function guessOf(visit: Slot, { start, minutes, bay, technician }: Target, { bays, technicians }: CalendarDocument, more: Partial<Slot> = {}): FrameData {
  const place = bays.find((one) => one.id === bay);
  const person = technicians.find((one) => one.id === technician);
  return {
    appointments: [
      {
        id: visit.id,
        scheduled_start: isoOf(start),
        scheduled_end: isoOf(start + minutes * MINUTE),
        bay: place ? { id: place.id, name: place.name } : visit.bay,
        technician: person ? { id: person.id, name: person.name, initials: person.initials } : visit.technician,
        ...more,
      },
    ],
  };
}

/** Where a refused request wanted a visit to go, or the same at another start. */
export function targetOf(visit: Slot, { body, patch }: Pick<Intent, "body" | "patch">, start?: number): Target {
  const [guess] = (patch["appointments"] ?? []) as Partial<Slot>[];
  const wanted = guess?.scheduled_start && guess.scheduled_end ? timeOf({ ...visit, ...guess }) : timeOf(visit);
  return {
    start: start ?? wanted.from,
    minutes: minutesBetween(wanted.from, wanted.to),
    ...(typeof body["bay_id"] === "string" ? { bay: body["bay_id"] } : {}),
    ...(typeof body["technician_id"] === "string" ? { technician: body["technician_id"] } : {}),
  };
}

function wayBack(visit: Slot, resized: boolean): Back {
  const { id, scheduled_start, scheduled_end, bay, technician } = visit;
  return {
    verb: "reschedule",
    body: {
      scheduled_start,
      ...(resized ? { duration: lengthOf(visit) } : {}),
      ...(bay ? { bay_id: bay.id } : {}),
      ...(technician ? { technician_id: technician.id } : {}),
    },
    patch: { appointments: [{ id, scheduled_start, scheduled_end, bay, technician }] },
  };
}

const isoOf = (at: number): string => new Date(at).toISOString();
