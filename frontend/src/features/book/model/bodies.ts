/** The requests that a draft becomes. Pure. */
import type { ConfirmBody, RequestBody, SlotBody } from "../api/book";
import { asked, type Draft, type Kind } from "./draft";

export function slotBody(draft: Draft, when: { scheduled_start: string } | { wished_times: string[] }): SlotBody {
  return {
    center_id: draft.centerId,
    services: asked(draft).map((service_id) => ({ service_id, quantity: 1 })),
    ...(draft.kind ? { vehicle_kind: draft.kind } : {}),
    ...("scheduled_start" in when ? { wants_loaner: draft.loaner } : {}),
    ...when,
  };
}

/** The vehicle that is described. */
export function vehicleBody({ kind, plate, vin, serial, by, year, make, model }: Draft): NonNullable<ConfirmBody["vehicle"]> {
  const identity = kind === "equipment" ? { serial_number: serial.trim() } : by === "vin" ? { vin: vin.trim() } : { license_plate: plate.trim() };
  return { kind: kind as Kind, ...identity, make: make.trim(), model: model.trim(), year: /^\d{4}$/.test(year) ? Number(year) : null };
}

/** Who comes with which vehicle: who is signed in says the vehicle only. */
function party(draft: Draft, known: boolean): Pick<ConfirmBody, "customer" | "vehicle" | "vehicle_id"> {
  const { vehicleId } = draft;
  return {
    ...(known
      ? {}
      : { customer: { first_name: draft.firstName.trim(), last_name: draft.lastName.trim(), phone: draft.phone.trim(), email: draft.email.trim() } }),
    ...(vehicleId
      ? { vehicle_id: vehicleId }
      : { vehicle: vehicleBody(draft) }),
  };
}

export const confirmBody = (draft: Draft, known: boolean): ConfirmBody => ({ ...party(draft, known), notes: draft.notes.trim() });
export const requestBody = (draft: Draft, known: boolean): RequestBody => ({
  ...party(draft, known),
  concern: draft.concern.trim(),
  photos: draft.photos.map((one) => one.id),
});

/** The step where a refused field is, by the field's name as the server says it. */
export function stepOf(fields: Record<string, string[]>): "" | "time" | "you" | null {
  const names = Object.keys(fields);
  if (names.some((name) => /^(vehicle|services|concern|photos|file_ids)/.test(name))) return "";
  if (names.some((name) => name.startsWith("customer"))) return "you";
  return names.some((name) => /^(scheduled_start|wished_times)/.test(name)) ? "time" : null;
}
