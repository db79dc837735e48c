import { call } from "@/api/typed";

export const queueKey = (center: string) => ["queue", center];
export const readQueue = (center: string) => call("get", "/api/technicians/queue", { query: { center } });

export const jobKey = (id: string) => ["technician-job", id];
export const readJob = (id: string) => call("get", "/api/technicians/jobs/{id}", { path: { id } });

/** Where the verbs on steps and on cards go. */
export const STEPS = "technicians/steps";
export const JOBS = "technicians/jobs";

/** Why work stops. All but the last two tell the desk that something is awaited. */
export const PAUSES = ["parts", "approval", "tool", "technician", "break", "other"] as const;
export type PauseKind = (typeof PAUSES)[number];
