/** What administrators read and write of a centre, its people and the network. */
import { call, type Answer, type Body } from "@/api/typed";
import { uuid } from "@/lib/uuid";

export type AdministeredCenter = Answer<"/api/admin/service-centers/{id}", "get">;
export type CenterChange = Body<"/api/admin/service-centers/{id}", "put">;
export type OpenSpan = AdministeredCenter["working_hours"][number];
export type HoursException = Answer<"/api/admin/service-centers/{id}/exceptions", "get">["exceptions"][number];
export type Rules = Answer<"/api/admin/service-centers/{id}/booking-rules", "get">;
export type AdministeredBay = Answer<"/api/admin/service-centers/{id}/bays", "get">[number];
export type Resource = Answer<"/api/admin/service-centers/{id}/resources", "get">[number];
export type Certificate = Answer<"/api/admin/service-centers/{id}/certificates", "get">[number];
export type Unserved = Answer<"/api/admin/service-centers/{id}/unserved", "get">[number];
export type Shift = Answer<"/api/admin/service-centers/{id}/shifts", "get">["shifts"][number];
export type ShiftBody = Body<"/api/admin/service-centers/{id}/shifts/{person}", "put">["shifts"][number];
export type Absence = Answer<"/api/admin/service-centers/{id}/absences", "get">["absences"][number];
export type Held = Answer<"/api/admin/users", "get">["results"][number];
export type NewHeld = Body<"/api/admin/users", "post">;
export type Profile = Body<"/api/admin/users/{id}", "put">;

/** Everything of one centre stands under one key, so that one stroke reads all of it again. */
export const centerKey = (id: string, part?: "whole" | "exceptions" | "rules" | "bays" | "services" | "resources" | "certificates" | "unserved" | "shifts" | "absences" | "people") =>
  part ? ["administered", id, part] : ["administered", id];
export const networkKey = (status?: string) => (status ? ["network", status] : ["network"]);

const BASE = "/api/admin/service-centers/{id}";

export const readCenter = (id: string) => call("get", BASE, { path: { id } });
export const writeCenter = (id: string, body: CenterChange) => call("put", BASE, { path: { id }, body, key: uuid() });
export const readUnserved = (id: string) => call("get", `${BASE}/unserved`, { path: { id } });

export const readExceptions = async (id: string) => (await call("get", `${BASE}/exceptions`, { path: { id } })).exceptions;
export const addException = (id: string, body: Body<"/api/admin/service-centers/{id}/exceptions", "post">) => call("post", `${BASE}/exceptions`, { path: { id }, body, key: uuid() });
export const clearException = (id: string, day: string) => call("delete", `${BASE}/exceptions/{day}`, { path: { id, day }, key: uuid() });

export const readRules = (id: string) => call("get", `${BASE}/booking-rules`, { path: { id } });
export const writeRules = (id: string, body: Body<"/api/admin/service-centers/{id}/booking-rules", "put">) => call("put", `${BASE}/booking-rules`, { path: { id }, body, key: uuid() });

export const readBays = (id: string) => call("get", `${BASE}/bays`, { path: { id } });
export const addBay = (id: string, body: Body<"/api/admin/service-centers/{id}/bays", "post">) => call("post", `${BASE}/bays`, { path: { id }, body, key: uuid() });
export const writeBay = (id: string, body: Body<"/api/admin/bays/{id}", "put">) => call("put", "/api/admin/bays/{id}", { path: { id }, body, key: uuid() });
export const readResources = (id: string) => call("get", `${BASE}/resources`, { path: { id } });
export const addResource = (id: string, body: Body<"/api/admin/service-centers/{id}/resources", "post">) => call("post", `${BASE}/resources`, { path: { id }, body, key: uuid() });
export const retireResource = (id: string) => call("delete", "/api/admin/resources/{id}", { path: { id }, key: uuid() });

export const readCertificates = (id: string) => call("get", `${BASE}/certificates`, { path: { id } });
export const readPeople = async (center: string) => (await call("get", "/api/admin/users", { query: { center, limit: 100 } })).results;
export const employ = (body: NewHeld) => call("post", "/api/admin/users", { body, key: uuid() });
export const writePerson = (id: string, body: Profile) => call("put", "/api/admin/users/{id}", { path: { id }, body, key: uuid() });
export const writePin = (id: string, pin: string) => call("put", "/api/admin/users/{id}/pin", { path: { id }, body: { pin }, key: uuid() });
export const endRole = (id: string) => call("delete", "/api/admin/users/{id}", { path: { id }, key: uuid() });

export const readShifts = async (id: string) => (await call("get", `${BASE}/shifts`, { path: { id } })).shifts;
export const writeShifts = async (id: string, person: string, shifts: ShiftBody[], replaces: string[]) =>
  (await call("put", `${BASE}/shifts/{person}`, { path: { id, person }, body: { shifts, replaces }, key: uuid() })).shifts;
export const readAbsences = async (id: string) => (await call("get", `${BASE}/absences`, { path: { id } })).absences;
export const addAbsence = (id: string, body: Body<"/api/admin/service-centers/{id}/absences", "post">) => call("post", `${BASE}/absences`, { path: { id }, body, key: uuid() });
export const removeAbsence = (id: string) => call("delete", "/api/admin/absences/{id}", { path: { id }, key: uuid() });

export const readNetwork = async (status: AdministeredCenter["status"]) => (await call("get", "/api/admin/service-centers", { query: { status, limit: 100 } })).results;
export const approve = (id: string, body: Body<"/api/admin/service-centers/{id}/approve", "post">) => call("post", `${BASE}/approve`, { path: { id }, body, key: uuid() });
export const reject = (id: string, body: Body<"/api/admin/service-centers/{id}/reject", "post">) => call("post", `${BASE}/reject`, { path: { id }, body, key: uuid() });
