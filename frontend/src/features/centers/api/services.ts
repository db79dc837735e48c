/** What administrators read and write of what a centre sells. */
import { call, type Answer, type Body } from "@/api/typed";
import { uuid } from "@/lib/uuid";
import { centerKey } from "./centers";

export type SoldService = Answer<"/api/admin/service-centers/{id}/services", "get">[number];
export type ServiceSheet = Answer<"/api/admin/services/{id}", "get">;
export type NewService = Body<"/api/admin/service-centers/{id}/services", "post">;
export type Step = ServiceSheet["steps"][number];
export type Point = ServiceSheet["points"][number];

/** One service; it is read again with everything else of its centre. */
export const serviceKey = (center: string, id: string) => [...centerKey(center), "service", id];

export const readServices = (center: string) => call("get", "/api/admin/service-centers/{id}/services", { path: { id: center } });
export const addService = (center: string, body: NewService) => call("post", "/api/admin/service-centers/{id}/services", { path: { id: center }, body, key: uuid() });
export const readService = (id: string) => call("get", "/api/admin/services/{id}", { path: { id } });
export const writeService = (id: string, body: Body<"/api/admin/services/{id}", "put">) => call("put", "/api/admin/services/{id}", { path: { id }, body, key: uuid() });
