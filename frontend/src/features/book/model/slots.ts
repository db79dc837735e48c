/** Days and starts as a calendar shows them. Pure. */
import { dayOf } from "@/lib/zone";
import type { Availability } from "../api/book";

export type Day = Availability["days"][number];
export type DayState = "free" | "full" | "closed" | "outside";
export const PARTS = ["morning", "afternoon", "evening"] as const;
export type Part = (typeof PARTS)[number];

const DAY_MS = 86_400_000;
const noon = (day: string): number => Date.parse(`${day}T12:00:00Z`);
const name = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** The day so many days after another. */
export const daysAfter = (day: string, count: number): string => name(noon(day) + count * DAY_MS);
/** 0 is Monday. */
export const weekdayOf = (day: string): number => (new Date(noon(day)).getUTCDay() + 6) % 7;

/** Five weeks from the Monday on or before a day. */
export function weeks(from: string): string[][] {
  const monday = daysAfter(from, -weekdayOf(from));
  return [0, 1, 2, 3, 4].map((week) => [0, 1, 2, 3, 4, 5, 6].map((day) => daysAfter(monday, week * 7 + day)));
}

export function stateOf(day: Day | undefined): DayState {
  if (!day) return "outside";
  return day.slots.length > 0 ? "free" : day.open ? "full" : "closed";
}

/** The starts of a day by part of the day, on the workshop's clock. */
export function byPart<S extends { at: string }>(slots: S[], zone: string): [Part, S[]][] {
  const hour = (at: string) => Number(new Intl.DateTimeFormat("en-GB", { hour: "2-digit", hourCycle: "h23", timeZone: zone }).format(new Date(at)));
  const partOf = (at: string): Part => (hour(at) < 12 ? "morning" : hour(at) < 17 ? "afternoon" : "evening");
  return PARTS.map((part): [Part, S[]] => [part, slots.filter((one) => partOf(one.at) === part)]).filter(([, held]) => held.length > 0);
}

/** The first three free starts from a moment on: what somebody is offered instead of a lost one. */
export function nextThree(days: Day[], from: string): string[] {
  return days.flatMap((day) => day.slots).filter((at) => at >= from).slice(0, 3);
}

/** The visits that the vehicle has already on a day. */
export const visitsOn = ({ date }: Day, { visits, zone }: Availability): Availability["visits"] =>
  visits.filter((one) => dayOf(one.scheduled_start, zone) <= date && date <= dayOf(one.scheduled_end, zone));

/** Starts that cannot be chosen though they are free, and why not. */
export type Shut = { starts: string[]; why: string };
export const whyNot = (at: string, shut: Shut | undefined): string | undefined => (shut?.starts.some((one) => Date.parse(one) === Date.parse(at)) ? shut.why : undefined);

export const dayOfSlot = (at: string, zone: string): string => dayOf(at, zone);
