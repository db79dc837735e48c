import type { OwnVehicle } from "@/api/things";
import { write } from "@/features/book/live/draft";
import { noVehicle } from "@/features/book/model/draft";

/** A booking begins with one's own vehicle chosen. */
export const beginWith = ({ id, kind }: OwnVehicle): void => write({ ...noVehicle, vehicleId: id, kind });
