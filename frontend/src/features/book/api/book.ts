/** What finding a centre and booking there ask of the server. */
import { send } from "@/api/http";
import type { components } from "@/api/schema";
import { call, type Answer, type Body } from "@/api/typed";

export type Center = Answer<"/api/public/service-centers/{id}", "get">;
export type Service = Center["services"][number];
export type Availability = Answer<"/api/public/service-centers/{id}/availability", "get">;
export type Slot = components["schemas"]["SlotShape"];
export type OwnVehicle = Answer<"/api/customers/vehicles", "get">["results"][number];
/** What availability is asked for, at one centre: for these services, or for `visit`, one's own that is planned already. */
export type Ask = { centerId: string; services: string[]; kind?: Service["vehicle_kinds"][number]; loaner?: boolean; /** One's own: its other visits take their times away. */ vehicleId?: string; visit?: { id: string; byLink: boolean } };

export const readCenter = (id: string) => call("get", "/api/public/service-centers/{id}", { path: { id } });
export const readPreferred = async () => (await call("get", "/api/users/profile")).preferred_service_center_id;
export const readOwnVehicles = async () => (await call("get", "/api/customers/vehicles")).results;
export const readVin = (vin: string) => call("get", "/api/public/vins/{vin}", { path: { vin } });

export const readAvailability = ({ centerId, services, kind, loaner, vehicleId, visit }: Ask, from?: string, to?: string) => {
  const days = { ...(from ? { from } : {}), ...(to ? { to } : {}) };
  if (visit) return call("get", visit.byLink ? "/api/public/visits/{id}/availability" : "/api/customers/appointments/{id}/availability", { path: { id: visit.id }, query: days });
  return call("get", "/api/public/service-centers/{id}/availability", {
    path: { id: centerId },
    query: { service: services, ...days, ...(kind ? { vehicle_kind: kind } : {}), ...(loaner ? { loaner } : {}), ...(vehicleId ? { vehicle_id: vehicleId } : {}) },
  });
};

export type SlotBody = Body<"/api/public/appointments", "post">;
export type ConfirmBody = Body<"/api/public/appointments/{id}/confirm", "post">;
export type RequestBody = Body<"/api/public/appointments/{id}/request", "post">;

export const holdSlot = async (body: SlotBody): Promise<Slot> => (await call("post", "/api/public/appointments", { body })).appointment;
export const readHeld = async (id: string): Promise<Slot> => (await call("get", "/api/public/appointments/{id}", { path: { id } })).appointment;
export const confirmSlot = (id: string, body: ConfirmBody, key: string) => call("post", "/api/public/appointments/{id}/confirm", { path: { id }, body, key });
export const requestVisit = (id: string, body: RequestBody, key: string) => call("post", "/api/public/appointments/{id}/request", { path: { id }, body, key });
/** The path of the page that follows the visit; whoever has it follows, changes and cancels it. */
export const makeLink = async (id: string) => new URL((await call("post", "/api/public/appointments/{id}/link", { path: { id } })).url).pathname;

/** A verb on a visit, as its customer or as whoever came by its link. */
export const changeVisit = (id: string, byLink: boolean, verb: string, body: Record<string, unknown>) =>
  send<{ appointment: components["schemas"]["AppointmentShape"] }>("POST", `/api/${byLink ? "public/visits" : "customers/appointments"}/${id}/${verb}`, { body });
