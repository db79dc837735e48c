/** What somebody who waits asks for. Pure. */
import type { JoinBody } from "../api/waiting";
import { PARTS, type Part } from "./slots";
import { asked, type Draft } from "./draft";

export type Wanted = Part | "any";
export const WANTED: Wanted[] = ["any", ...PARTS];

/** When the parts of a day begin and end on the workshop's clock; a visit begins within. */
const HOURS: Record<Part, { day_from?: string; day_until?: string }> = {
  morning: { day_until: "12:00" },
  afternoon: { day_from: "12:00", day_until: "17:00" },
  evening: { day_from: "17:00" },
};

export const joinBody = (draft: Draft, vehicleId: string, from: string, to: string, part: Wanted): JoinBody => ({
  center_id: draft.centerId,
  vehicle_id: vehicleId,
  services: asked(draft).map((service_id) => ({ service_id, quantity: 1 })),
  from_date: from,
  to_date: to,
  ...(part === "any" ? {} : HOURS[part]),
});
