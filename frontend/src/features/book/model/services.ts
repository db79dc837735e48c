/** What a centre offers, for one kind of vehicle, by category and by words. Pure. */
import type { Money } from "@/api/things";
import { fold } from "@/lib/fold";
import type { Service } from "../api/book";
import { KINDS, type Agreed, type Kind } from "./draft";

const fits = (service: Service, kind: Kind | ""): boolean => !kind || service.vehicle_kinds.length === 0 || service.vehicle_kinds.includes(kind);

/** The kinds of vehicle that a centre does something for: what is for every vehicle, is for every one that it names elsewhere. */
export const kindsOf = (services: Service[]): Kind[] => {
  const named = services.flatMap((one) => one.vehicle_kinds);
  return KINDS.filter((kind) => named.length === 0 || named.includes(kind));
};

/** What is booked at once, for a kind of vehicle; diagnoses begin with a symptom. */
export const bookable = (services: Service[], kind: Kind | ""): Service[] => services.filter((one) => one.kind === "service" && fits(one, kind));
export const diagnoses = (services: Service[], kind: Kind | ""): Service[] => services.filter((one) => one.kind === "diagnosis" && fits(one, kind));

/** Those that hold every word, by category in the order of their first; what was `chosen` stays in sight. */
export function grouped(services: Service[], text: string, chosen: string[]): [string, Service[]][] {
  const words = fold(text).split(/\s+/).filter(Boolean);
  const groups = new Map<string, Service[]>();
  for (const one of services) {
    const about = fold(`${one.name} ${one.category} ${one.description}`);
    if (!chosen.includes(one.id) && !words.every((word) => about.includes(word))) continue;
    groups.set(one.category, [...(groups.get(one.category) ?? []), one]);
  }
  return [...groups];
}

export function sumOf(services: Agreed[], currency: string): { minutes: number; price: Money } {
  const minutes = services.reduce((sum, one) => sum + one.estimated_duration, 0);
  const cents = services.reduce((sum, one) => sum + Math.round(Number(one.base_price.amount) * 100), 0);
  return { minutes, price: { amount: (cents / 100).toFixed(2), currency } };
}
