/** What is drawn of a day; what would move waits while a card is held. */
import { useMemo } from "react";
import type { CalendarDocument } from "@/api/documents";
import type { Slot } from "@/api/things";
import { useHeldWhile } from "@/live/interaction";
import { axisOf, stretchOf, type Axis, type Day } from "../model/day";
import { columnsOf, placesOf, standing, timeOf, type By, type Column, type Place } from "../model/plan";

export type Plan = {
  columns: Column[];
  axis: Axis;
  places: Place[];
  /** Every visit that takes time on the day, as it is now. */
  visits: Slot[];
  waiting: number;
  release: () => void;
};

export function usePlan(document: CalendarDocument, day: Day, by: By, held: boolean): Plan {
  const visits = useMemo(() => standing(document, day), [document, day]);
  const plan = useMemo(() => {
    const columns = columnsOf(document, by, visits);
    const axis = axisOf(day, [...document.opening.map(stretchOf), ...visits.map(timeOf)]);
    return { columns: columns.map((column) => column.id), axis, places: placesOf(visits, by, axis) };
  }, [document, day, by, visits]);
  const { shown, waiting, release } = useHeldWhile(plan, held);
  return useMemo(() => {
    const columns = columnsOf(document, by, visits);
    const known = shown.columns.map((id) => columns.find((column) => column.id === id) ?? { id, name: "", work: [], breaks: [], away: [], unused: false });
    return { columns: known, axis: shown.axis, places: shown.places, visits, waiting, release };
  }, [document, by, visits, shown, waiting, release]);
}
