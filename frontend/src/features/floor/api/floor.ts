import type { FloorDocument } from "@/api/documents";
import { read } from "@/api/http";

export const floorKey = (center: string) => ["floor", center];
export const readFloor = (center: string) => read<FloorDocument>(`/api/staff/floor?center=${center}`);
