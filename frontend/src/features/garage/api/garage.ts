/** One's own vehicles and visits. */
import { call, type Body } from "@/api/typed";

export const garageKey = ["garage"];
export const readGarage = () => call("get", "/api/customers/garage");

export type NewVehicle = Body<"/api/customers/vehicles", "post">;
export const addVehicle = (body: NewVehicle, key: string) => call("post", "/api/customers/vehicles", { body, key });

export type VehicleChange = Partial<Body<"/api/customers/vehicles/{id}", "put">>;
export const changeVehicle = (id: string, body: VehicleChange, key: string) =>
  call("put", "/api/customers/vehicles/{id}", { path: { id }, body: body as Body<"/api/customers/vehicles/{id}", "put">, key });
export const archiveVehicle = (id: string, key: string) => call("delete", "/api/customers/vehicles/{id}", { path: { id }, key });
