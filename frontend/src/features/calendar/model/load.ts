/** How much of the working time is booked, per bay, technician or skill, with the visits that are counted. Pure. */
import type { CalendarDocument } from "@/api/documents";
import type { Slot, Span } from "@/api/things";
import { clip, minutesOf, stretchOf, without, type Day, type Stretch } from "./day";
import { timeOf, type By, type Column } from "./plan";

/** Minutes booked of those worked, and why there are none; `visits` are the ones counted. */
export type Load = { booked: number; working: number; idle: Idle | null; visits: Slot[] };
/** The centre is closed that day, the bay is out of use, the person is away or off shift, or nobody of those counted works. */
export type Idle = "closed" | "unused" | "away" | "off" | "nobody";

const partsOf = (stretches: Stretch[], day: Day): Stretch[] => stretches.map((one) => clip(one, day)).filter((one) => one !== null);

const bookedIn = (visits: Slot[], day: Day): number => minutesOf(partsOf(visits.map(timeOf), day));

function workingIn({ work, breaks }: Pick<Column, "work" | "breaks">, day: Day): number {
  const cuts = breaks.map(stretchOf);
  return minutesOf(partsOf(work.map(stretchOf).flatMap((one) => without(one, cuts)), day));
}

/** Why nothing is worked: on a day on which the centre is closed, that is the reason for everybody. */
const idleOf = (working: number, opening: Span[], day: Day, otherwise: Idle): Idle | null =>
  working > 0 ? null : partsOf(opening.map(stretchOf), day).length > 0 ? otherwise : "closed";

/** The load of a column on a day, of the visits that take time on it. */
export function loadOf(column: Column, by: By, visits: Slot[], { opening }: Pick<CalendarDocument, "opening">, day: Day): Load {
  const own = visits.filter((visit) => (by === "bays" ? visit.bay : visit.technician)?.id === column.id);
  const working = workingIn(column, day);
  return { booked: bookedIn(own, day), working, idle: idleOf(working, opening, day, restOf(column, by, day)), visits: own };
}

function restOf(column: Column, by: By, day: Day): Idle {
  if (by === "bays") return column.unused ? "unused" : "closed";
  return partsOf(column.away.map(stretchOf), day).length > 0 ? "away" : "off";
}

/** The load of those who have each skill, the fullest first. */
export function skillLoads({ technicians, opening }: CalendarDocument, visits: Slot[], day: Day): (Load & { skill: string; people: string[] })[] {
  const skills = [...new Set(technicians.flatMap((one) => one.skills))];
  return skills
    .map((skill) => {
      const people = technicians.filter((one) => one.skills.includes(skill));
      const ids = new Set(people.map((one) => one.id));
      const own = visits.filter((visit) => visit.technician && ids.has(visit.technician.id));
      const working = people.reduce((sum, one) => sum + workingIn(one, day), 0);
      return { skill, people: people.map((one) => one.name), booked: bookedIn(own, day), working, idle: idleOf(working, opening, day, "nobody"), visits: own };
    })
    .sort((a, b) => shareOf(b) - shareOf(a) || a.skill.localeCompare(b.skill));
}

/** 0 to 1 and over; what is booked where nobody works is more than all. */
export const shareOf = ({ booked, working }: Load): number => (working > 0 ? booked / working : booked > 0 ? Number.POSITIVE_INFINITY : 0);
