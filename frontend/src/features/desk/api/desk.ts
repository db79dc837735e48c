import type { BoardDocument, JobDocument } from "@/api/documents";
import { read } from "@/api/http";

export const boardKey = (center: string) => ["board", center];
export const readBoard = (center: string) => read<BoardDocument>(`/api/staff/board?center=${center}`);

export const jobKey = (id: string) => ["job", id];
export const readJob = (id: string) => read<JobDocument>(`/api/staff/jobs/${id}`);
