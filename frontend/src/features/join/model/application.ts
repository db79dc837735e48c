/** An application as it is typed, and as it is sent. Pure. */
import { listOf, textOf } from "@/lib/lists";
import type { Application, ApplicationBody } from "../api/join";

/** What is typed, by field. */
export type Typed = Record<string, string>;

export const AREAS = [["city", "cities"], ["district", "districts"], ["postcode", "postcodes"]] as const;
/** Zones that browsers still call by a name of old. */
const MODERN: Record<string, string> = {
  "Asia/Calcutta": "Asia/Kolkata",
  "Asia/Katmandu": "Asia/Kathmandu",
  "Asia/Rangoon": "Asia/Yangon",
  "Asia/Saigon": "Asia/Ho_Chi_Minh",
};

/** What the fields begin with: the rejected application, or where the reader is. */
export function beginning(application: Application | undefined, zone: string, currency: string): Typed {
  if (!application) return { time_zone: MODERN[zone] ?? zone, currency };
  const { name, about, address, city, district, postcode, phone, email, time_zone, currency: held, service_areas } = application;
  const areas = Object.fromEntries(AREAS.map(([kind, field]) => [field, textOf(service_areas.map((area) => area[kind]))]));
  return { name, about, address, city, district, postcode, phone, email, time_zone, currency: held, ...areas };
}

/** The application that the fields say; without a position the server finds the one of the address. */
export function bodyOf(typed: Typed): ApplicationBody {
  const said = (name: string): string => (typed[name] ?? "").trim();
  const [latitude, longitude] = [said("latitude"), said("longitude")];
  return {
    name: said("name"),
    about: said("about"),
    address: said("address"),
    city: said("city"),
    district: said("district"),
    postcode: said("postcode"),
    phone: said("phone"),
    email: said("email"),
    time_zone: said("time_zone"),
    currency: said("currency").toUpperCase(),
    ...(latitude || longitude ? { latitude: latitude || null, longitude: longitude || null } : {}),
    service_areas: AREAS.flatMap(([kind, field]) => listOf(said(field)).map((area) => ({ [kind]: area }))),
  };
}
