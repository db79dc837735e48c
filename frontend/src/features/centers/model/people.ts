/** Who works at a centre, of the roles they hold, and how their certificates stand. Pure. */
import { addDays } from "@/lib/days";
import type { Held } from "../api/centers";

export const SOON_DAYS = 60;
export type Standing = "expired" | "soon" | "valid";

/** How a certificate stands on a day; on its last day it still counts. */
export function standingOf(expiresOn: string, today: string): Standing {
  if (expiresOn < today) return "expired";
  return expiresOn <= addDays(today, SOON_DAYS) ? "soon" : "valid";
}

export type Person = { id: string; name: string; first: Held; roles: Held[] };

/** The people of these roles by name; the profile is the person's, and so in each of the roles. */
export function peopleOf(held: Held[]): Person[] {
  const people = new Map<string, Person>();
  for (const one of held) {
    const known = people.get(one.user_id);
    if (known) known.roles.push(one);
    else people.set(one.user_id, { id: one.user_id, name: one.name || one.email, first: one, roles: [one] });
  }
  return [...people.values()].sort((a, b) => a.name.localeCompare(b.name));
}

/** The worst of a person's certificates; null without any. */
export function worstOf(person: Person, today: string): Standing | null {
  const found = person.first.certifications.map((one) => standingOf(one.expires_on, today));
  return (["expired", "soon", "valid"] as const).find((one) => found.includes(one)) ?? null;
}
