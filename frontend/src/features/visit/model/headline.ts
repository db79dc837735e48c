/** The sentence over a visit: what happens right now, in the words of the work. Pure. */
import type { VisitDocument } from "@/api/documents";
import type { Translate } from "@/lib/i18n";
import type { CustomerJob, HoldKind } from "@/api/things";
import { backAt } from "./stage";

type Appointment = VisitDocument["appointment"];
type Transport = Appointment["transports"][number];

/** `text` is the work's own words; `say` is the catalogue's. `by` and `step` tell who is at which step. */
export type Headline = ({ text: string } | { say: Said }) & { by?: string; step?: string; coming?: boolean };
export type Said =
  | "held" | "requested" | "proposed" | "confirmed" | "expired" | "rejected" | "cancelled" | "no_show"
  | "received" | "inspected" | "decision" | "queued" | "paused" | "again" | "work" | "check" | "ready" | "back" | "over" | "fetching" | "fetched" | "bringing"
  | `waits_${HoldKind}`;

const BEFORE: Record<string, Said> = {
  held: "held",
  requested: "requested",
  proposed: "proposed",
  expired: "expired",
  rejected: "rejected",
  cancelled: "cancelled",
  no_show: "no_show",
  checked_in: "received",
  fulfilled: "over",
};
const BY_STAGE: Partial<Record<CustomerJob["stage"], Said>> = {
  received: "received",
  awaiting_decision: "decision",
  queued: "queued",
  quality_check: "check",
  ready_for_pickup: "ready",
  delivered: "over",
  closed: "over",
  cancelled: "cancelled",
};

export function headlineOf({ appointment, job }: VisitDocument): Headline {
  if (backAt({ appointment, job })) return { say: "back" };
  if (drives(appointment, "return", "under_way")) return { say: "bringing" };
  if (!job) return { say: BEFORE[appointment.status] ?? coming(appointment) };
  const said = BY_STAGE[job.stage];
  const waits = job.stage === "queued" && waitsFor(job);
  if (waits) return { say: waits };
  if (said) return { say: said };
  return atWork(job, job.stage === "diagnosis" ? "inspected" : "work");
}

const drives = ({ transports }: Appointment, way: Transport["direction"], status: Transport["status"]): boolean => transports.some((one) => one.direction === way && one.status === status);
const coming = (appointment: Appointment): Said => (drives(appointment, "collect", "under_way") ? "fetching" : drives(appointment, "collect", "done") ? "fetched" : "confirmed");

/** The headline in words; what is repaired by its serial number is no vehicle. */
export function titleOf(visit: VisitDocument, t: Translate): string {
  const now = headlineOf(visit);
  return "text" in now ? now.text : t(`visit.say.${now.say}`, { thing: t(isThing(visit) ? "visit.thing.equipment" : "visit.thing.vehicle") });
}

export const isThing = ({ appointment }: VisitDocument): boolean => appointment.vehicle.kind === "equipment";

function atWork(job: CustomerJob, otherwise: Said): Headline {
  const { current } = job;
  const words = current?.progress_text || current?.item_name;
  if (current?.status === "in_progress") return { ...(words ? { text: words } : { say: otherwise }), ...who(current) };
  const waits = waitsFor(job);
  if (waits) return { say: waits };
  if (current?.status === "paused") return { say: isAgain(job.window) ? "again" : "paused", ...who(current) };
  return { ...(words ? { text: words } : { say: otherwise }), ...(current ? { step: current.name, coming: true } : {}) };
}

/** Work that was done already is done again: after a check, or after the vehicle was ready. */
export const isAgain = (told: { cause: string } | null): boolean => told?.cause === "rework" || told?.cause === "changed";

/** What holds the work up, the customer's own share first. */
function waitsFor({ holds }: CustomerJob): Said | null {
  const hold = holds.find((one) => one.kind === "approval" || one.kind === "customer") ?? holds[0];
  return hold ? `waits_${hold.kind}` : null;
}

function who(current: NonNullable<CustomerJob["current"]>): { by?: string; step: string } {
  return { step: current.name, ...(current.technician ? { by: current.technician.name } : {}) };
}
