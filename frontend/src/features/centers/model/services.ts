/** What a centre sells: in the order of its list, and from the fields of a form to what is sent. Pure. */
import { listOf } from "@/lib/lists";
import type { FormValues } from "@/ui/Form";
import type { NewService, SoldService } from "../api/services";

export const VEHICLE_KINDS: SoldService["vehicle_kinds"] = ["ev", "hybrid", "car", "motorcycle", "van", "truck", "equipment"];

/** What is offered, by category in the order given, and what is not offered any more. */
export function shelvesOf(services: SoldService[]): { offered: [string, SoldService[]][]; others: SoldService[] } {
  const offered = new Map<string, SoldService[]>();
  for (const one of services) if (one.is_active) offered.set(one.category, [...(offered.get(one.category) ?? []), one]);
  return { offered: [...offered], others: services.filter((one) => !one.is_active) };
}

/** The different ones of these words, in the order of the alphabet. */
export const wordsOf = (...words: (string | undefined)[]): string[] => [...new Set(words.filter((one) => one !== undefined && one !== ""))].sort((a, b) => a!.localeCompare(b!)) as string[];

/** The service that the fields say; a single step without a name is called as the service. */
export function serviceOf(values: FormValues): NewService {
  const said = (name: string): string => values[name]?.trim() ?? "";
  const number = (name: string): number | null => (said(name) === "" ? null : Number(said(name)));
  const limit = (name: string): string | null => said(name) || null;
  const ticked = (name: string): boolean => values[name] === "yes";
  const rows = (list: string): string[] => Object.keys(values).filter((name) => name.startsWith(`${list}.`) && name.endsWith(".name")).map((name) => name.slice(0, -".name".length));
  const steps = rows("steps");
  return {
    name: said("name"),
    category: said("category"),
    kind: values["kind"] === "diagnosis" ? "diagnosis" : "service",
    base_price: said("base_price"),
    description: said("description"),
    progress_text: said("progress_text"),
    steps: steps.map((row) => ({
      name: said(`${row}.name`) || (steps.length === 1 ? said("name") : ""),
      estimate: number(`${row}.estimate`) ?? 0,
      outside_name: said(`${row}.outside_name`),
      instructions: said(`${row}.instructions`),
      mandatory: ticked(`${row}.mandatory`),
      safety: ticked(`${row}.safety`),
      needs_photo: ticked(`${row}.needs_photo`),
      needs_second_person: ticked(`${row}.needs_second_person`),
      reading_label: said(`${row}.reading_label`),
      reading_unit: said(`${row}.reading_unit`),
      reading_min: limit(`${row}.reading_min`),
      reading_max: limit(`${row}.reading_max`),
    })),
    points: rows("points").map((row) => ({ name: said(`${row}.name`), unit: said(`${row}.unit`), minimum: limit(`${row}.minimum`), maximum: limit(`${row}.maximum`) })),
    skills: listOf(said("skills")),
    bay_kind: said("bay_kind"),
    tools: listOf(said("tools")),
    vehicle_kinds: VEHICLE_KINDS.filter((kind) => ticked(`vehicle_kinds.${kind}`)),
    buffer_before: number("buffer_before") ?? 0,
    buffer_after: number("buffer_after") ?? 0,
    wait_from: number("wait_from"),
    wait_until: number("wait_until"),
  };
}
