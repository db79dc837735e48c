/** Waiting for a time that becomes free, with a vehicle of one's own. */
import { call, type Body } from "@/api/typed";

export type JoinBody = Body<"/api/customers/waiting-list", "post">;
export type VehicleBody = Body<"/api/customers/vehicles", "post">;

export const joinList = (body: JoinBody, key: string) => call("post", "/api/customers/waiting-list", { body, key });
export const addVehicle = async (body: VehicleBody, key: string) => (await call("post", "/api/customers/vehicles", { body, key })).id;
