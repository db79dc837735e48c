/** What the map shows of a list of centres. Pure. */
import type { Found } from "../api/centers";

/** Whose tiles the map shows, and what they ask to be said of them. */
export type MapSetting = { tiles: string; attribution: string };
export type Place = { id: string; name: string; at: [number, number] };

/** The centres that have a position, as points. */
export const placesOf = (centers: Found[]): Place[] =>
  centers.flatMap(({ id, name, latitude, longitude }) => (latitude && longitude ? [{ id, name, at: [Number(latitude), Number(longitude)] as [number, number] }] : []));
