/** A page of customers, and what a change of cards makes of it. Pure. */
import type { CustomerCard } from "@/api/things";
import type { Listed } from "../api/customers";

export type Page = { results: Listed[]; next?: string | null; previous?: string | null };

const SHARED = ["name", "phone", "first_name", "last_name", "email", "address"] as const;

/** The page with what the cards say now of whom it lists; the vehicles stay. */
export function patched<P extends Page>(page: P, cards: CustomerCard[]): P {
  const byId = new Map(cards.map((card) => [card.id, card]));
  if (!page.results.some((row) => byId.has(row.id))) return page;
  const results = page.results.map((row) => {
    const card = byId.get(row.id);
    return card ? { ...row, ...Object.fromEntries(SHARED.map((name) => [name, card[name]])) } : row;
  });
  return { ...page, results };
}
