import type { JobDocument, QueueDocument } from "@/api/documents";
import { read } from "@/api/http";

export const queueKey = (center: string) => ["queue", center];
export const readQueue = (center: string) => read<QueueDocument>(`/api/technicians/queue?center=${center}`);

export const jobKey = (id: string) => ["technician-job", id];
export const readJob = (id: string) => read<JobDocument>(`/api/technicians/jobs/${id}`);
