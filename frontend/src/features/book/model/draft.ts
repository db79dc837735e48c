/** What is being typed for a booking, and how far it is. Pure. */
import type { Money } from "@/api/things";
import type { Picture } from "@/api/upload";
import type { Service } from "../api/book";

export type Kind = Service["vehicle_kinds"][number];
export const KINDS: Kind[] = ["ev", "hybrid", "car", "motorcycle", "van", "truck", "equipment"];

/** A service with the price and the minutes that count for the visit. */
export type Agreed = Pick<Service, "id" | "name" | "base_price" | "estimated_duration">;
/** A slot that is held: `skew` is by how much (ms) the server's clock is ahead of this device's. */
export type Held = { id: string; start: string; end: string; until: string; skew: number; seconds: number; changeUntil: string | null; fee: Money; what: string; /** The services with the price of the moment at which it was held. */ agreed: Agreed[] };
export type Described = { kind: Kind | ""; plate: string; vin: string; serial: string; make: string; model: string; year: string };
export type Contact = { firstName: string; lastName: string; phone: string; email: string };

export type Fetching = { collect: string; return: string; address: string; postcode: string };
const ownDriving: Fetching = { collect: "", return: "", address: "", postcode: "" };

export type Draft = Described & Contact & {
  centerId: string;
  /** One of the person's own vehicles; empty for the one that is described. */
  vehicleId: string;
  /** How a vehicle is told from others: by its plate, or by its VIN. */
  by: "plate" | "vin";
  lane: "services" | "symptom";
  services: string[];
  /** The diagnosis that a symptom is looked into by. */
  about: string;
  concern: string;
  photos: Picture[];
  loaner: boolean;
  /** Where the vehicle is fetched from and brought to, and the windows: empty for who drives it themselves. */
  fetching: Fetching;
  held: Held | null;
  wished: string[];
  remember: boolean;
  notes: string;
  /** The starts at which a vehicle was refused, for it has another visit then. */
  elsewhere: { vehicle: string; starts: string[] };
  /** What was sent last, and its key: the same again has one effect. */
  sent: { text: string; key: string } | null;
};

export const noVehicle: Described = { kind: "", plate: "", vin: "", serial: "", make: "", model: "", year: "" };
export const emptyDraft: Draft = {
  ...noVehicle, centerId: "", vehicleId: "", by: "plate", lane: "services", services: [], about: "", concern: "", photos: [], loaner: false, fetching: ownDriving,
  held: null, wished: [], firstName: "", lastName: "", phone: "", email: "", remember: false, notes: "", elsewhere: { vehicle: "", starts: [] }, sent: null,
};

export type Missing = "kind" | "plate" | "vin" | "serial" | "make" | "model" | "services" | "about" | "concern";

/** By what the described vehicle is told from others; undefined for one's own. */
export const describedBy = ({ vehicleId, kind, by }: Draft): "serial" | "plate" | "vin" | undefined => (vehicleId ? undefined : kind === "equipment" ? "serial" : by);

const vehicleOf = ({ vehicleId, kind, by, serial, plate, vin }: Draft): string => vehicleId || (kind === "equipment" ? serial : by === "vin" ? vin : plate).trim();
const NONE: string[] = [];
/** The starts at which just this vehicle was refused; the same list while it is the same. */
export const elsewhereOf = (draft: Draft): string[] => (draft.elsewhere.vehicle === vehicleOf(draft) ? draft.elsewhere.starts : NONE);
export const alsoElsewhere = (draft: Draft, start: string): Draft["elsewhere"] => ({ vehicle: vehicleOf(draft), starts: [...elsewhereOf(draft), start] });

/** What is still empty of what a visit cannot be asked for without, in the order of the page. */
export function missing(draft: Draft): Missing[] {
  const { lane } = draft;
  const by = describedBy(draft);
  const empty = (...names: Exclude<Missing, "services">[]): Missing[] => names.filter((name) => !draft[name].trim());
  const vehicle = by ? empty("kind", by, "make", "model") : [];
  return [...vehicle, ...(lane === "symptom" ? empty("about", "concern") : draft.services.length ? [] : (["services"] as const))];
}

/** The services that the visit is for: what was chosen, or the diagnosis of a symptom. */
export const asked = (draft: Draft): string[] => (draft.lane === "symptom" ? [draft.about] : draft.services);

/** What a slot is held for; another choice of work needs another slot. */
export const whatOf = (draft: Draft): string => JSON.stringify([draft.centerId, asked(draft), draft.kind, draft.loaner]);

/** The slot that is held for just this work. */
export const heldFor = (draft: Draft): Held | null => (draft.held && draft.lane === "services" && draft.held.what === whatOf(draft) ? draft.held : null);

export const STEPS = ["work", "time", "you", "check"] as const;
export type Step = (typeof STEPS)[number];

/** The steps that somebody takes: who is signed in has said already who they are. */
export const stepsOf = (known: boolean): Step[] => STEPS.filter((step) => step !== "you" || !known);

/** The first step that is not done, so that no address leads past it. */
export function openStep(draft: Draft, known: boolean): Step {
  if (missing(draft).length > 0) return "work";
  if (draft.lane === "symptom" ? draft.wished.length === 0 : !heldFor(draft)) return "time";
  return known || (draft.firstName.trim() && draft.phone.trim()) ? "check" : "you";
}
