/** A day on the workshop's clock as a line of minutes that have really passed: 23 or 25 hours when the clocks change. Pure. */
import type { Span } from "@/api/things";
import { addDays, dayStart } from "@/lib/days";

export const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** What is shown of a day on which nothing is open and nothing is booked. */
const USUAL = [8 * HOUR, 18 * HOUR] as const;

/** A day from its first moment to the next day's, in milliseconds. */
export type Day = { date: string; start: number; end: number };
/** What is drawn of a day. */
export type Axis = { from: number; to: number };
export type Stretch = { from: number; to: number };

export const dayIn = (zone: string, date: string): Day => ({ date, start: dayStart(zone, date), end: dayStart(zone, addDays(date, 1)) });

export const stretchOf = ({ start, end }: Span): Stretch => ({ from: Date.parse(start), to: Date.parse(end) });

/** The hours of a day that are worth drawing: those open or taken, with one more on both sides. */
export function axisOf(day: Day, worth: Stretch[]): Axis {
  const within = worth.map((one) => clip(one, day)).filter((one) => one !== null);
  const from = within.length ? Math.min(...within.map((one) => one.from)) : day.start + USUAL[0];
  const to = within.length ? Math.max(...within.map((one) => one.to)) : day.start + USUAL[1];
  const hours = (at: number) => (at - day.start) / HOUR;
  return {
    from: Math.max(day.start, day.start + (Math.ceil(hours(from)) - 1) * HOUR),
    to: Math.min(day.end, day.start + (Math.floor(hours(to)) + 1) * HOUR),
  };
}

/** The part of a stretch that lies within another, if any. */
export function clip(one: Stretch, within: Stretch | Day): Stretch | null {
  const [low, high] = "date" in within ? [within.start, within.end] : [within.from, within.to];
  const [from, to] = [Math.max(one.from, low), Math.min(one.to, high)];
  return from < to ? { from, to } : null;
}

/** What is left of a stretch when others are cut out. */
export function without(whole: Stretch, cuts: Stretch[]): Stretch[] {
  return [...cuts].sort((a, b) => a.from - b.from).reduce<Stretch[]>(
    (left, cut) => left.flatMap((one) => [{ from: one.from, to: Math.min(one.to, cut.from) }, { from: Math.max(one.from, cut.to), to: one.to }].filter(({ from, to }) => from < to)),
    [whole],
  );
}

/** The hours on a stretch, which begins at one. */
export function hoursOn({ from, to }: Axis): number[] {
  return Array.from({ length: Math.floor((to - from) / HOUR) + 1 }, (_, at) => from + at * HOUR);
}

/** The nearest moment at which a visit may begin, counted in steps (minutes) from the day's first moment. */
export function snap(at: number, step: number, { start }: Day): number {
  return start + Math.round((at - start) / (step * MINUTE)) * step * MINUTE;
}

export const minutesBetween = (from: number, to: number): number => Math.round((to - from) / MINUTE);
export const minutesOf = (stretches: Stretch[]): number => stretches.reduce((sum, { from, to }) => sum + minutesBetween(from, to), 0);
