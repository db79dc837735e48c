/** What the desk asks and writes about its customers. */
import { call, type Answer, type Body } from "@/api/typed";

export type Listed = Answer<"/api/staff/customers", "get">["results"][number];

export const listKey = (center: string) => ["customer-list", center];
export const listCustomers = (center: string, q: string, limit: number) =>
  call("get", "/api/staff/customers", { query: { center, limit, ...(q ? { q } : {}) } });

export const fileKey = (center: string, id: string) => ["customer", center, id];
export const readFile = (center: string, id: string) => call("get", "/api/staff/customers/{id}/file", { path: { id }, query: { center } });

export type NewCustomer = Body<"/api/staff/customers", "post">;
export const admit = (body: NewCustomer, key: string) => call("post", "/api/staff/customers", { body, key });

export type CardChange = Partial<Body<"/api/staff/customers/{id}", "put">>;
export const amend = (center: string, id: string, body: CardChange, key: string) =>
  call("put", "/api/staff/customers/{id}", { path: { id }, query: { center }, body: body as Body<"/api/staff/customers/{id}", "put">, key });

export type NewVehicle = Body<"/api/staff/customers/{id}/vehicles", "post">;
export const addVehicle = (id: string, body: NewVehicle, key: string) => call("post", "/api/staff/customers/{id}/vehicles", { path: { id }, body, key });

export type VehicleChange = Partial<Body<"/api/staff/vehicles/{id}", "put">>;
export const changeVehicle = (id: string, body: VehicleChange, key: string) =>
  call("put", "/api/staff/vehicles/{id}", { path: { id }, body: body as Body<"/api/staff/vehicles/{id}", "put">, key });
