/** Collection and return of a vehicle: windows, and the verbs of its customer, the desk and its driver. */
import { read, send } from "@/api/http";
import type { Answer } from "@/api/typed";
import { call } from "@/api/typed";
import type { components } from "@/api/schema";
import type { Appointment, Picture } from "@/api/things";

type Shapes = components["schemas"];
export type Transport = Shapes["TransportShape"];
export type Trip = Shapes["TripShape"];
export type TripsDocument = Shapes["TripsDocumentShape"];
export type Windows = Shapes["WindowsShape"];
export type Way = Shapes["DirectionEnum"];
/** As whom a visit is looked at: its customer, whoever has its link, the desk, or who holds the slot. */
export type As = "customer" | "link" | "desk" | "visitor";
/** As whom the pictures of a hand-over are looked at. */
export type By = Exclude<As, "visitor"> | "driver";
/** Where a vehicle goes from or to, and when the window begins. */
export type TripBody = { direction: Way; address: string; postcode: string; window_start: string; driver_id?: string | null };

const VISITS: Record<As, string> = { customer: "customers/appointments", link: "public/visits", desk: "staff/appointments", visitor: "public/appointments" };
const TRANSPORTS: Record<As | By, string> = { customer: "customers", link: "public", desk: "staff", visitor: "public", driver: "technicians" };

export const windowsKey = (visit: string, as: As) => ["windows", as, visit];
export const readWindows = (visit: string, as: As) => read<Windows>(`/api/${VISITS[as]}/${visit}/windows`);
export const planTrip = (visit: string, as: As, body: TripBody) => send<{ appointment: Appointment }>("POST", `/api/${VISITS[as]}/${visit}/transports`, { body });
export const changeTrip = ({ id, version }: Transport, as: As, verb: string, body: object = {}) =>
  send<{ appointment: Appointment }>("POST", `/api/${TRANSPORTS[as]}/transports/${id}/${verb}`, { body: { ...body, version } });
export const tripPhotosKey = (id: string, as: By) => ["transport", as, id];
export const readTripPhotos = (id: string, as: By) => read<Picture[]>(`/api/${TRANSPORTS[as]}/transports/${id}/photos`);

export const tripsKey = (center: string) => ["trips", center];
export const readTrips = (center: string): Promise<Answer<"/api/technicians/transports", "get">> => call("get", "/api/technicians/transports", { query: { center } });
export const drive = ({ id, version }: Trip, verb: "set-out" | "finish" | "fail", key: string, body: object = {}) =>
  send<{ trips: Trip[] }>("POST", `/api/technicians/transports/${id}/${verb}`, { body: { ...body, version }, key });
