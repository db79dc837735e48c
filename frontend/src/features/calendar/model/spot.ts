/** From a point on the screen to a column and a moment. Pure. */
import { MINUTE, snap, type Axis, type Day } from "./day";

/** The drawn grid: its box without the gutter, its columns in order, and how many pixels a minute has. */
export type Grid = { box: Pick<DOMRect, "left" | "right" | "top" | "width">; columns: string[]; axis: Axis; day: Day; step: number; scale: number; rtl: boolean };
export type Point = { x: number; y: number };

/** The column under a point; the nearest one beside the grid. */
export function columnAt({ box, columns, rtl }: Grid, { x }: Point): string | undefined {
  const along = (rtl ? box.right - x : x - box.left) / (box.width / columns.length);
  return columns[Math.min(columns.length - 1, Math.max(0, Math.floor(along)))];
}

/** The moment under a point, unrounded. */
export const momentAt = ({ box, axis, scale }: Grid, { y }: Point): number => axis.from + ((y - box.top) / scale) * MINUTE;

/** The start for a visit of so many minutes whose top is at a moment: on a step, and within the day. */
export function startAt({ axis, day, step }: Grid, at: number, minutes: number): number {
  const latest = Math.max(axis.from, Math.min(axis.to, day.end) - minutes * MINUTE);
  return snap(Math.min(latest, Math.max(axis.from, at)), step, day);
}

/** The length in minutes for a visit that begins at `start` and whose end is dragged to a moment: whole steps, at least one. */
export function lengthTo({ step, axis, day }: Grid, start: number, at: number): number {
  const end = snap(Math.min(axis.to, at), step, day);
  return Math.max(step, Math.round((end - start) / MINUTE));
}
