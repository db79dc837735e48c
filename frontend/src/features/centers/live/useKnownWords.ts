import { useQuery } from "@tanstack/react-query";
import { centerKey, readBays, readPeople, readResources } from "../api/centers";
import { readServices } from "../api/services";
import { wordsOf } from "../model/services";

export type KnownWords = { categories: string[]; skills: string[]; bays: string[]; tools: string[] };

/** What is known at a centre of what services say and ask for: their categories, people's skills, bays and tools. */
export function useKnownWords(center: string): KnownWords {
  const { data: sold = [] } = useQuery({ queryKey: centerKey(center, "services"), queryFn: () => readServices(center) });
  const { data: people = [] } = useQuery({ queryKey: centerKey(center, "people"), queryFn: () => readPeople(center) });
  const { data: bays = [] } = useQuery({ queryKey: centerKey(center, "bays"), queryFn: () => readBays(center) });
  const { data: resources = [] } = useQuery({ queryKey: centerKey(center, "resources"), queryFn: () => readResources(center) });
  return {
    categories: wordsOf(...sold.map((one) => one.category)),
    skills: wordsOf(...people.flatMap((one) => one.skills)),
    bays: wordsOf(...bays.flatMap((one) => [one.kind, ...one.equipment])),
    tools: wordsOf(...resources.filter((one) => one.kind === "tool").map((one) => one.type)),
  };
}
