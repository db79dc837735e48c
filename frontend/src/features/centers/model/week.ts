/** Spans of a week on the centre's clock, and the days that come of them. Pure. */
import { addDays } from "@/lib/days";
import type { HoursException, OpenSpan } from "../api/centers";

export type Kind = "open" | "work" | "break";
/** A span being edited: on a weekday (0 is Monday), or on a date instead. */
export type WallSpan = { key: string; kind: Kind; weekday: number | null; date: string | null; from: string; to: string };
export const WEEKDAYS = [0, 1, 2, 3, 4, 5, 6];

/** "09:00:00" as "09:00". */
export const clock = (time: string): string => time.slice(0, 5);

/** Whether a span goes on into the next day. */
export const overnight = ({ from, to }: Pick<WallSpan, "from" | "to">): boolean => from !== "" && to !== "" && to <= from;

/** The weekday of a date, Monday is 0. */
export const weekdayOf = (date: string): number => (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;

let made = 0;
const key = (): string => `${(made += 1)}`;

export const openSpans = (hours: OpenSpan[]): WallSpan[] =>
  hours.map(({ weekday, opens, closes }) => ({ key: key(), kind: "open", weekday, date: null, from: clock(opens), to: clock(closes) }));

export const spanOf = (kind: Kind, day: { weekday: number } | { date: string }, from: string, to: string): WallSpan => ({ key: key(), kind, weekday: null, date: null, ...day, from, to });

const FIRST: Record<Kind, [string, string]> = { open: ["09:00", "18:00"], work: ["09:00", "18:00"], break: ["13:00", "13:30"] };
const LAST_HOUR = 23;

/** One more span of a weekday: as the last of its kind was on the day before, or after the last one of the day. */
export function addedTo(spans: WallSpan[], kind: Kind, weekday: number): WallSpan[] {
  const here = spans.filter((one) => one.weekday === weekday && one.kind === kind);
  const last = here.at(-1);
  const before = spans.find((one) => one.weekday === weekday - 1 && one.kind === kind);
  const [from, to] = last ? later(last.to) : before ? [before.from, before.to] : FIRST[kind];
  return [...spans, spanOf(kind, { weekday }, from, to)];
}

function later(time: string): [string, string] {
  const hour = Number(time.slice(0, 2));
  const two = (value: number) => String(Math.min(LAST_HOUR, value)).padStart(2, "0");
  return [`${two(hour + 1)}:00`, `${two(hour + 3)}:00`];
}

/** The same spans on the other days from Monday to Friday as on this one. */
export function onWorkdays(spans: WallSpan[], weekday: number): WallSpan[] {
  const model = spans.filter((one) => one.weekday === weekday);
  const others = WEEKDAYS.slice(0, 5).filter((day) => day !== weekday);
  const kept = spans.filter((one) => one.weekday === null || !others.includes(one.weekday));
  return [...kept, ...others.flatMap((day) => model.map((one) => ({ ...one, key: key(), weekday: day })))];
}

export type ShownDay = { date: string; spans: { from: string; to: string }[]; special: boolean; reason: string };

/** The days to come as customers see them: a date with hours of its own has these, every other its weekday's. */
export function comingDays(first: string, count: number, week: WallSpan[], exceptions: HoursException[]): ShownDay[] {
  return Array.from({ length: count }, (_, at) => {
    const date = addDays(first, at);
    const own = exceptions.filter((one) => one.date === date);
    const spans = own.length > 0 ? own.flatMap(({ opens, closes }) => (opens && closes ? [{ from: clock(opens), to: clock(closes) }] : [])) : week.filter((one) => one.weekday === weekdayOf(date));
    return { date, spans: [...spans].sort((a, b) => a.from.localeCompare(b.from)), special: own.length > 0, reason: own[0]?.reason ?? "" };
  });
}

/** Days that are otherwise as they are typed: from `first` to `last`, or that one day; open in these spans, or closed. */
export type TypedDays = { first: string; last: string; open: boolean; spans: WallSpan[]; reason: string };

/** The same as it will be once saved; the first of a long row, for only the days to come are shown. */
export function exceptionsOf({ first, last, open, spans, reason }: TypedDays, most: number): HoursException[] {
  const found: HoursException[] = [];
  for (let date = first, count = 0; first !== "" && date <= (last || first) && count < most; date = addDays(date, 1), count += 1) {
    const hours = open ? spans.filter(({ from, to }) => from && to).map(({ from, to }) => ({ opens: from, closes: to })) : [];
    found.push(...(hours.length > 0 ? hours : [{ opens: null, closes: null }]).map((one) => ({ date, reason: reason.trim(), ...one })));
  }
  return found;
}

export type ExceptionRun = { first: string; last: string; days: string[]; spans: { from: string; to: string }[]; reason: string };

/** Exceptions of days in a row with the same hours and reason, as they were written. */
export function runsOf(exceptions: HoursException[]): ExceptionRun[] {
  const runs: ExceptionRun[] = [];
  for (const date of [...new Set(exceptions.map((one) => one.date))].sort()) {
    const own = exceptions.filter((one) => one.date === date);
    const spans = own.flatMap(({ opens, closes }) => (opens && closes ? [{ from: clock(opens), to: clock(closes) }] : []));
    const reason = own[0]?.reason ?? "";
    const last = runs.at(-1);
    const same = last && last.reason === reason && addDays(last.last, 1) === date && JSON.stringify(last.spans) === JSON.stringify(spans);
    if (same) {
      last.last = date;
      last.days.push(date);
    } else runs.push({ first: date, last: date, days: [date], spans, reason });
  }
  return runs;
}
