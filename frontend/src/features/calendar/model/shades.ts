/** Hours in which nothing can be booked in a column, and why. Pure. */
import type { CalendarDocument } from "@/api/documents";
import { clip, stretchOf, without, type Axis, type Stretch } from "./day";
import type { Column } from "./plan";

export type Shade = Stretch & { why: "closed" | "off" | "unused" | "away" | "break" };

export function shadesOf({ opening }: CalendarDocument, column: Column, axis: Axis): Shade[] {
  const open = opening.map(stretchOf);
  const closed = without(axis, open);
  const idle = open.flatMap((one) => without(one, column.work.map(stretchOf)));
  const gone = column.away.map(stretchOf);
  const off = idle.flatMap((one) => without(one, gone));
  const away = idle.flatMap((one) => gone.map((other) => clip(other, one)).filter((part) => part !== null));
  const breaks = column.breaks.map(stretchOf);
  const told = (why: Shade["why"], stretches: Stretch[]) => stretches.map((one) => clip(one, axis)).filter((one) => one !== null).map((one) => ({ ...one, why }));
  return [...told("closed", closed), ...told(column.unused ? "unused" : "off", off), ...told("away", away), ...told("break", breaks)];
}
