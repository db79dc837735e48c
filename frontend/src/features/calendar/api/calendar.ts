import type { CalendarDocument } from "@/api/documents";
import { read } from "@/api/http";
import type { Picture, Slot } from "@/api/things";
import type { Answer } from "@/api/typed";

/** Audience and noun, for commands. */
export const APPOINTMENTS = "staff/appointments";

/** Today of a centre without days; by the centre's own calendar, which only the server knows at first. */
export const calendarKey = (center: string, first = "", last = first) => ["calendar", center, first, last];
export const readCalendar = (center: string, first = "", last = first) =>
  read<CalendarDocument>(`/api/staff/calendar?${asked({ center, from: first, to: last })}`);

export type Free = Answer<"/api/staff/availability", "get">;
/** For which visit, on which days, how long (minutes) and with what. */
export type FreeAsked = { visit: Slot; from: string; to: string; duration: number; bay: string; technician: string };

export const freeKey = ({ visit, ...asked }: FreeAsked) => ["free", visit.id, visit.version, asked];
export const readFree = ({ visit, from, to, duration, bay, technician }: FreeAsked) => {
  const services = visit.services.flatMap((one) => Array<[string, string]>(one.quantity).fill(["service", one.service_id]));
  const rest = asked({ center: visit.center_id, appointment: visit.id, from, to, duration: String(duration), bay, technician });
  return read<Free>(`/api/staff/availability?${new URLSearchParams(services)}&${rest}`);
};

export const photosKey = (visit: string) => ["appointment", visit];
export const readPhotos = (visit: string) => read<Picture[]>(`/api/staff/appointments/${visit}/photos`);

function asked(values: Record<string, string>): string {
  return new URLSearchParams(Object.entries(values).filter(([, value]) => value !== "")).toString();
}
