/** Whether a vehicle is driven by a battery, whose charge is worth reading. Pure. */
import type { Vehicle } from "@/api/things";

const ELECTRIC: Vehicle["kind"][] = ["ev", "hybrid"];

/** Two-wheelers, vans and equipment come with and without one: their battery's capacity tells. */
export function hasBattery(vehicle: Pick<Vehicle, "kind" | "battery_capacity">): boolean {
  return ELECTRIC.includes(vehicle.kind) || Number(vehicle.battery_capacity) > 0;
}
