/** Searching centres: a word, a postcode or a position, in one field. */
import { call, type Answer } from "@/api/typed";

export type Found = Answer<"/api/public/service-centers", "get">["results"][number];
/** From where, or by which words, somebody looks. */
export type Search = { text: string; near: string };

const list = async (query: Record<string, string>): Promise<Found[]> => (await call("get", "/api/public/service-centers", { query: { ...query, limit: 50 } })).results;
const isPostcode = (text: string): boolean => /^\d[\d\s-]{2,}$/.test(text.trim());

/** The centres that a search finds, in the server's order. Throws `Problem`. */
export async function findCenters({ text, near }: Search): Promise<Found[]> {
  const words = text.trim();
  if (words === "") return list(near ? { near } : {});
  if (isPostcode(words)) return list({ postcode: words.replace(/\s/g, "") });
  // A word may be a city, part of a name or a service: all are asked, and those in the city come first.
  const found = await Promise.all([list({ city: words }), list({ q: words }), list({ service: words })]);
  return [...new Map(found.flat().reverse().map((one) => [one.id, one])).values()].reverse();
}
