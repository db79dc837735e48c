/** Searching among deeds by what is typed: every word counts, and a plate is found with and without its spaces. Pure. */
import { fold } from "@/lib/fold";
import type { Deed } from "./deeds";

const MOST = 40;
const tight = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, "");
const wordsOf = (text: string): string[] => text.split(/[^\p{L}\p{N}]+/u);

/** The deeds that a query means, the best first. */
export function find(deeds: Deed[], query: string): Deed[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return deeds.slice(0, MOST);
  return deeds
    .flatMap((deed, at) => {
      const rank = rankOf(fold(deed.label), fold(deed.hint ?? ""), words);
      return rank === null ? [] : [{ deed, at, rank }];
    })
    .sort((a, b) => a.rank - b.rank || a.at - b.at)
    .slice(0, MOST)
    .map((one) => one.deed);
}

/** 0: the label starts with it; 1: the label holds it; then every word begins one, of the label or also of the hint. */
function rankOf(label: string, hint: string, words: string[]): number | null {
  const whole = words.join(" ");
  const plate = /\p{L}/u.test(whole) && /\d/.test(whole) ? tight(whole) : "";
  const at = plate ? tight(label).indexOf(plate) : label.indexOf(whole);
  if (at >= 0) return at === 0 ? 0 : 1;
  const begun = (text: string) => words.every((word) => wordsOf(text).some((one) => one.startsWith(tight(word) || word)));
  if (begun(label)) return 2;
  if (begun(`${label} ${hint}`) || (plate && tight(hint).includes(plate))) return 3;
  return hint.includes(whole) ? 4 : null;
}
