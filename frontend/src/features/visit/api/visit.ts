import { call } from "@/api/typed";

/** The person's own appointments, the newest first. */
export const readVisits = async () => (await call("get", "/api/customers/appointments")).results;
