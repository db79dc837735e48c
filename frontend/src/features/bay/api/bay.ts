import type { JobDocument, QueueDocument } from "@/api/documents";
import { read } from "@/api/http";

export const queueKey = (center: string) => ["queue", center];
export const readQueue = (center: string) => read<QueueDocument>(`/api/technicians/queue?center=${center}`);

export const jobKey = (id: string) => ["technician-job", id];
export const readJob = (id: string) => read<JobDocument>(`/api/technicians/jobs/${id}`);

/** Where the verbs on steps and on cards go. */
export const STEPS = "technicians/steps";
export const JOBS = "technicians/jobs";

/** Why work stops. All but the last two tell the desk that something is awaited. */
export const PAUSES = ["parts", "approval", "tool", "technician", "break", "other"] as const;
export type PauseKind = (typeof PAUSES)[number];
