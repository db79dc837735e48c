/** What a visit is called in a sentence and on a card. */
import type { Slot } from "@/api/things";

/** The plate; what has none is called by its make, and a slot that is held for nobody yet by its number. */
export function nameOf({ vehicle, number }: Slot): string {
  return vehicle ? vehicle.plate || `${vehicle.make} ${vehicle.model}`.trim() || number : number;
}

export const servicesOf = ({ services }: Slot): string => services.map((one) => (one.quantity > 1 ? `${one.name} × ${one.quantity}` : one.name)).join(", ");
