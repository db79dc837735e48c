/** Hours in which nothing can be booked in a column, and why. Pure. */
import type { CalendarDocument } from "@/api/documents";
import { clip, stretchOf, without, type Axis, type Stretch } from "./day";
import type { Column } from "./plan";

export type Shade = Stretch & { why: "closed" | "off" | "break" };

export function shadesOf({ opening }: CalendarDocument, column: Column, axis: Axis): Shade[] {
  const open = opening.map(stretchOf);
  const closed = without(axis, open);
  const off = open.flatMap((one) => without(one, column.work.map(stretchOf)));
  const breaks = column.breaks.map(stretchOf);
  const told = (why: Shade["why"], stretches: Stretch[]) => stretches.map((one) => clip(one, axis)).filter((one) => one !== null).map((one) => ({ ...one, why }));
  return [...told("closed", closed), ...told("off", off), ...told("break", breaks)];
}
