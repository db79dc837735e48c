/** Going from visit to visit by arrow keys. Pure. */
import type { Column, Place } from "./plan";

/** The key of the visit to go to: up and down in its column, sideways to the nearest in time of the next column with any. */
export function neighbour(places: Place[], columns: Column[], key: string | null, arrow: string): string | null {
  const filled = columns.map((column) => places.filter((place) => place.column === column.id).sort((a, b) => a.from - b.from || a.lane - b.lane)).filter((own) => own.length > 0);
  const at = filled.findIndex((own) => own.some((place) => place.key === key));
  const here = filled[at]?.find((place) => place.key === key);
  if (!here) return filled[0]?.[0]?.key ?? null;
  const row = filled[at]!.indexOf(here);
  if (arrow === "ArrowDown") return filled[at]![row + 1]?.key ?? key;
  if (arrow === "ArrowUp") return filled[at]![row - 1]?.key ?? key;
  const beside = filled[at + (arrow === "ArrowRight" ? 1 : -1)];
  if (!beside) return key;
  const far = (place: Place) => Math.abs(place.from - here.from);
  return beside.reduce((best, place) => (far(place) < far(best) ? place : best)).key;
}
