/** What the form of a card says, as the server takes it. Pure. */
import type { CustomerCard } from "@/api/things";
import type { FormValues } from "@/ui/Form";
import type { CardChange } from "../api/customers";

export const CHANNELS: CustomerCard["preferred_channel"][] = ["email", "sms", "phone", "app"];

export function changeFrom(values: FormValues, version: number): CardChange {
  const text = (name: string) => (values[name] ?? "").trim();
  return {
    version,
    first_name: text("first_name"),
    last_name: text("last_name"),
    address: text("address"),
    notes: text("notes"),
    preferred_channel: text("preferred_channel") as CustomerCard["preferred_channel"],
    preferred_language: text("preferred_language") as NonNullable<CardChange["preferred_language"]>,
    preferred_service_center_id: text("preferred_service_center_id") || null,
    preferred_technician_id: text("preferred_technician_id") || null,
  };
}
