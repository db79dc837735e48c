import type { FloorDocument } from "@/api/documents";
import { read } from "@/api/http";
import { call } from "@/api/typed";

export const floorKey = (center: string) => ["floor", center];
export const readFloor = (center: string) => read<FloorDocument>(`/api/staff/floor?center=${center}`);

/** The floor of the centre this screen is paired with. */
export const PAIRED_KEY = ["floor", "paired"];
export const readPairedFloor = () => read<FloorDocument>("/api/staff/floor");

/** Ask for the code by which the desk pairs this screen. */
export const requestPairing = () => call("post", "/api/public/devices");
