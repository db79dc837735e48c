import type { BoardDocument, JobDocument } from "@/api/documents";
import { read } from "@/api/http";
import { call, type Answer, type Body } from "@/api/typed";

export const boardKey = (center: string) => ["board", center];
export const readBoard = (center: string) => read<BoardDocument>(`/api/staff/board?center=${center}`);

export const jobKey = (id: string) => ["job", id];
export const readJob = (id: string) => read<JobDocument>(`/api/staff/jobs/${id}`);

/** Audiences and nouns, for commands. */
export const JOBS = "staff/jobs";
export const HOLDS = "staff/holds";

export const handOver = (id: string, body: Body<"/api/staff/jobs/{id}/hand-over", "post">, key: string) =>
  call("post", "/api/staff/jobs/{id}/hand-over", { path: { id }, body, key });
export const reopen = (id: string, body: Body<"/api/staff/jobs/{id}/reopen", "post">, key: string) =>
  call("post", "/api/staff/jobs/{id}/reopen", { path: { id }, body, key });
export const cancel = (id: string, body: Body<"/api/staff/jobs/{id}/cancel", "post">, key: string) =>
  call("post", "/api/staff/jobs/{id}/cancel", { path: { id }, body, key });
export const hold = (id: string, body: Body<"/api/staff/jobs/{id}/hold", "post">, key: string) =>
  call("post", "/api/staff/jobs/{id}/hold", { path: { id }, body, key });
export const progress = (id: string, body: Body<"/api/staff/service-progress/{id}", "put">, key: string) =>
  call("put", "/api/staff/service-progress/{id}", { path: { id }, body, key });

export const checkIn = (id: string, body: Body<"/api/staff/appointments/{id}/check-in", "post">, key: string) =>
  call("post", "/api/staff/appointments/{id}/check-in", { path: { id }, body, key });
export const visitLink = (appointment: string) => call("post", "/api/staff/visits/{id}/link", { path: { id: appointment } });

export type NewVisit = Body<"/api/staff/appointments", "post">;
export const book = (body: NewVisit, key: string) => call("post", "/api/staff/appointments", { body, key });
/** What is free for some services on a day, with a bay and a technician where these are named. */
export type FreeAsked = { center: string; services: string[]; date: string; bay: string; technician: string };
export function readFree({ center, services, date, bay, technician }: FreeAsked) {
  const named = Object.entries({ center, from: date, to: date, bay, technician }).filter(([, value]) => value !== "");
  return read<Answer<"/api/staff/availability", "get">>(`/api/staff/availability?${new URLSearchParams([...services.map((id) => ["service", id]), ...named])}`);
}
export type JoinLine = Body<"/api/staff/waiting-list", "post">;
export const joinLine = (body: JoinLine, key: string) => call("post", "/api/staff/waiting-list", { body, key });
export const findCustomers = (center: string, q: string) => call("get", "/api/staff/customers", { query: { center, q, limit: 8 } });
export const listServices = (center: string) => call("get", "/api/staff/services", { query: { center, is_active: true, limit: 200 } });
