/** What is being typed for a new visit, and the request it becomes. Pure. */
import type { Vehicle } from "@/api/things";
import type { Answer } from "@/api/typed";
import { momentIn } from "@/lib/days";
import type { NewVisit } from "../api/desk";

export type Known = Answer<"/api/staff/customers", "get">["results"][number];
export type Service = Answer<"/api/staff/services", "get">["results"][number];
export const VEHICLE_KINDS: Vehicle["kind"][] = ["ev", "hybrid", "car", "motorcycle", "van", "truck", "equipment"];

export type Draft = {
  customer: (Pick<Known, "id" | "name" | "phone" | "vehicles">) | null;
  name: string;
  phone: string;
  /** Somebody who was never here is being typed in. */
  isNew: boolean;
  vehicleId: string | null;
  kind: Vehicle["kind"];
  plate: string;
  /** What equipment has in place of a plate. */
  serial: string;
  make: string;
  model: string;
  services: string[];
  when: "now" | "later";
  date: string;
  time: string;
  bay: string;
  technician: string;
  notes: string;
};

export const emptyDraft: Draft = {
  customer: null, name: "", phone: "", isNew: false, vehicleId: null, kind: "ev", plate: "", serial: "", make: "", model: "",
  services: [], when: "now", date: "", time: "", bay: "", technician: "", notes: "",
};

/** The kind of vehicle the visit is for; null while it is open. */
export function kindOf(draft: Draft): Vehicle["kind"] | null {
  if (draft.vehicleId) return draft.customer?.vehicles.find((one) => one.id === draft.vehicleId)?.kind ?? null;
  return draft.customer || draft.isNew ? draft.kind : null;
}

/** The services for that kind of vehicle; a service without kinds is for all. */
export function fitting(services: Service[], kind: Vehicle["kind"] | null): Service[] {
  return services.filter((one) => !kind || one.vehicle_kinds.length === 0 || one.vehicle_kinds.includes(kind));
}

export function sumOf(services: Service[]): { minutes: number; amount: string } {
  const minutes = services.reduce((sum, one) => sum + one.estimated_duration, 0);
  const cents = services.reduce((sum, one) => sum + Math.round(Number(one.base_price.amount) * 100), 0);
  return { minutes, amount: (cents / 100).toFixed(2) };
}

export type Missing = "customer" | "name" | "phone" | "plate" | "serial" | "make" | "model" | "date" | "time" | "services";

/** The name of the field of each. */
export const FIELDS: Record<Missing, string> = {
  customer: "customer",
  name: "customer.first_name",
  phone: "customer.phone",
  plate: "vehicle.license_plate",
  serial: "vehicle.serial_number",
  make: "vehicle.make",
  model: "vehicle.model",
  date: "scheduled_date",
  time: "scheduled_start",
  services: "services",
};

/** What is still empty of what a visit cannot be asked for without, in the order of the form. */
export function missing(draft: Draft): Missing[] {
  const { customer, isNew, vehicleId, kind, when } = draft;
  const empty = (...names: Exclude<Missing, "customer" | "services">[]) => names.filter((name) => !draft[name].trim());
  return [
    ...(customer ? [] : isNew ? empty("name", "phone") : ["customer" as const]),
    ...(vehicleId ? [] : empty(kind === "equipment" ? "serial" : "plate", "make", "model")),
    ...(when === "later" ? empty("date", "time") : []),
    ...(draft.services.length > 0 ? [] : ["services" as const]),
  ];
}

export function bodyOf(draft: Draft, centerId: string, zone: string, start: string | null): NewVisit {
  return {
    ...partyOf(draft, centerId),
    notes: draft.notes.trim(),
    bay_id: draft.bay || null,
    technician_id: draft.technician || null,
    ...(start ? { scheduled_start: start } : draft.when === "later" ? { scheduled_start: momentIn(zone, draft.date, draft.time) } : {}),
  };
}

/** At which centre, for whom, with which vehicle and what for. */
export function partyOf(draft: Draft, centerId: string) {
  const [first = "", ...rest] = draft.name.trim().split(/\s+/);
  return {
    center_id: centerId,
    services: draft.services.map((service_id) => ({ service_id, quantity: 1 })),
    ...(draft.customer ? { customer_id: draft.customer.id } : { customer: { first_name: first, last_name: rest.join(" "), phone: draft.phone.trim() } }),
    ...(draft.vehicleId
      ? { vehicle_id: draft.vehicleId }
      : { vehicle: { kind: draft.kind, ...identityOf(draft), make: draft.make.trim(), model: draft.model.trim() } }),
  };
}

const identityOf = ({ kind, plate, serial }: Draft) =>
  kind === "equipment" ? { serial_number: serial.trim() } : { license_plate: plate.trim() };
