/** Who stands where on a day: columns of bays or technicians, and the visits in them side by side. Pure. */
import type { CalendarDocument } from "@/api/documents";
import type { Slot, Span } from "@/api/things";
import { clip, type Axis, type Day, type Stretch } from "./day";

export type By = "bays" | "technicians";
export type Column = { id: string; name: string; /** When there is work here; for a bay, when the centre is open. */ work: Span[]; breaks: Span[]; /** When the person is on leave or ill. */ away: Span[]; /** A bay that takes no bookings. */ unused: boolean };
/** A visit in a column: its part of the axis, and its lane of so many where visits overlap. */
export type Place = Stretch & { key: string; column: string; lane: number; lanes: number };

/** The states in which a visit takes time; a request waits in the tray. */
const STANDING = new Set(["held", "proposed", "confirmed", "checked_in", "fulfilled"]);
/** Shorter visits are drawn, and kept apart, as if they took this long. */
const SHORTEST = 22 * 60_000;

export const timeOf = (visit: Slot): Stretch => ({ from: Date.parse(visit.scheduled_start), to: Date.parse(visit.scheduled_end) });
const whereOf = (visit: Slot, by: By) => (by === "bays" ? visit.bay : visit.technician);

/** The visits that take time on a day, the earliest first. */
export function standing({ appointments }: CalendarDocument, day: Day): Slot[] {
  return appointments
    .filter((visit) => STANDING.has(visit.status) && clip(timeOf(visit), day))
    .sort((a, b) => Date.parse(a.scheduled_start) - Date.parse(b.scheduled_start) || a.id.localeCompare(b.id));
}

/** The bays or technicians of the centre, and those of visits that are no longer there. */
export function columnsOf(document: CalendarDocument, by: By, visits: Slot[]): Column[] {
  const own: Column[] =
    by === "bays"
      ? [...document.bays].sort((a, b) => a.position - b.position).map(({ id, name }) => ({ id, name, work: document.opening, breaks: [], away: [], unused: false }))
      : document.technicians.map(({ id, name, work, breaks, away }) => ({ id, name, work, breaks, away, unused: false }));
  const known = new Set(own.map((column) => column.id));
  const gone = visits.flatMap((visit) => {
    const where = whereOf(visit, by);
    if (!where || known.has(where.id)) return [];
    known.add(where.id);
    return [{ id: where.id, name: where.name, work: [], breaks: [], away: [], unused: by === "bays" }];
  });
  return [...own, ...gone];
}

/** Where each visit stands, within what is drawn of the day. */
export function placesOf(visits: Slot[], by: By, axis: Axis): Place[] {
  const columns = new Map<string, Place[]>();
  for (const visit of visits) {
    const where = whereOf(visit, by);
    const part = clip(timeOf(visit), axis);
    if (!where || !part) continue;
    const place = { key: visit.id, column: where.id, ...part, lane: 0, lanes: 1 };
    columns.set(where.id, [...(columns.get(where.id) ?? []), place]);
  }
  return [...columns.values()].flatMap(sideBySide);
}

/** Give overlapping places lanes of the same width; those that touch nothing keep the whole. */
function sideBySide(places: Place[]): Place[] {
  const done: Place[] = [];
  let group: Place[] = [];
  let ends: number[] = [];
  const close = () => {
    done.push(...group.map((place) => ({ ...place, lanes: ends.length })));
    [group, ends] = [[], []];
  };
  for (const place of [...places].sort((a, b) => a.from - b.from || b.to - a.to)) {
    if (ends.every((end) => end <= place.from)) close();
    const free = ends.findIndex((end) => end <= place.from);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = Math.max(place.to, place.from + SHORTEST);
    group.push({ ...place, lane });
  }
  close();
  return done;
}
