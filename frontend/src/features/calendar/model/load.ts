/** How much of the working time is booked, per bay, technician or skill, with the visits that are counted. Pure. */
import type { CalendarDocument } from "@/api/documents";
import type { Slot } from "@/api/things";
import { clip, minutesOf, stretchOf, without, type Day, type Stretch } from "./day";
import { timeOf, type By, type Column } from "./plan";

/** Minutes booked of those worked; `visits` are the ones counted. */
export type Load = { booked: number; working: number; visits: Slot[] };

const partsOf = (stretches: Stretch[], day: Day): Stretch[] => stretches.map((one) => clip(one, day)).filter((one) => one !== null);

const bookedIn = (visits: Slot[], day: Day): number => minutesOf(partsOf(visits.map(timeOf), day));

function workingIn({ work, breaks }: Pick<Column, "work" | "breaks">, day: Day): number {
  const cuts = breaks.map(stretchOf);
  return minutesOf(partsOf(work.map(stretchOf).flatMap((one) => without(one, cuts)), day));
}

/** The load of a column on a day, of the visits that take time on it. */
export function loadOf(column: Column, by: By, visits: Slot[], day: Day): Load {
  const own = visits.filter((visit) => (by === "bays" ? visit.bay : visit.technician)?.id === column.id);
  return { booked: bookedIn(own, day), working: workingIn(column, day), visits: own };
}

/** The load of those who have each skill, the fullest first. */
export function skillLoads({ technicians }: CalendarDocument, visits: Slot[], day: Day): (Load & { skill: string; people: string[] })[] {
  const skills = [...new Set(technicians.flatMap((one) => one.skills))];
  return skills
    .map((skill) => {
      const people = technicians.filter((one) => one.skills.includes(skill));
      const ids = new Set(people.map((one) => one.id));
      const own = visits.filter((visit) => visit.technician && ids.has(visit.technician.id));
      const working = people.reduce((sum, one) => sum + workingIn(one, day), 0);
      return { skill, people: people.map((one) => one.name), booked: bookedIn(own, day), working, visits: own };
    })
    .sort((a, b) => shareOf(b) - shareOf(a) || a.skill.localeCompare(b.skill));
}

/** 0 to 1 and over; what is booked where nobody works is more than all. */
export const shareOf = ({ booked, working }: Load): number => (working > 0 ? booked / working : booked > 0 ? Number.POSITIVE_INFINITY : 0);
