/** What the desk sees of a day: cards in columns derived from the documents, the worst late one, who has left. Pure. */
import type { BoardDocument } from "@/api/documents";
import type { Appointment, Job, Vehicle } from "@/api/things";
import { dayOf } from "@/lib/zone";
import { promised, type Promised } from "@/live/promised";
import { isOpen, isPlanned } from "./guesses";

export const COLUMNS = ["arriving", "diagnosis", "deciding", "in_progress", "ready"] as const;
export type Column = (typeof COLUMNS)[number];

/** A visit on the board. The key is the appointment's, so that a card stays the same one when its vehicle is received. */
export type Card = { key: string } & (
  | { kind: "visit"; visit: Appointment; standing: null }
  | { kind: "job"; job: Job; standing: Promised }
);
export type JobCard = Extract<Card, { kind: "job" }>;

export type Order = Record<Column, string[]>;
export type Board = {
  cards: Map<string, Card>;
  /** Keys of the cards, by column, in the order of urgency. */
  order: Order;
  /** Handed over today, the latest first. */
  gone: Job[];
  /** Cards past their promise, the worst first. */
  late: JobCard[];
};

const GONE = new Set(["delivered", "closed", "cancelled"]);

export function boardOf({ center, jobs, appointments }: BoardDocument, now: number): Board {
  const cards = [
    ...appointments.filter((visit) => isToCome(visit, now, center.zone)).map((visit): Card => ({ key: visit.id, kind: "visit", visit, standing: null })),
    ...jobs.filter((job) => !GONE.has(job.stage)).map((job): Card => ({ key: job.appointment_id, kind: "job", job, standing: promised(job, now) })),
  ].sort(byUrgency);
  const of = (column: Column) => cards.filter((card) => columnOf(card) === column).map((card) => card.key);
  return {
    cards: new Map(cards.map((card) => [card.key, card])),
    order: { arriving: of("arriving"), diagnosis: of("diagnosis"), deciding: of("deciding"), in_progress: of("in_progress"), ready: of("ready") },
    gone: jobs.filter((job) => job.stage === "delivered").sort((a, b) => (b.delivered_at ?? "").localeCompare(a.delivered_at ?? "")),
    late: cards.filter((card): card is JobCard => card.kind === "job" && card.standing.kind === "late"),
  };
}

/** Today's confirmed visits whose vehicles are not here; a yesterday's page that stayed open shows none of them. */
function isToCome(visit: Appointment, now: number, zone: string): boolean {
  return visit.status === "confirmed" && !visit.job_id && dayOf(visit.scheduled_start, zone) === dayOf(now, zone);
}

/** The vehicle that stands in each bay, by the bay's id; plans are not counted. */
export function standingIn(jobs: Job[]): Map<string, Vehicle> {
  return new Map(jobs.flatMap((job) => (job.bay && isOpen(job) && !isPlanned(job) ? [[job.bay.id, job.vehicle]] : [])));
}

export function columnOf(card: Card): string {
  return card.kind === "visit" ? "arriving" : card.job.column;
}

const RISK: Record<Promised["kind"], number> = { late: 0, tight: 1, on_time: 2, none: 2 };

/** Late risk on top, the worst first; then vehicles that are here before those to come; then who is due first. */
function byUrgency(a: Card, b: Card): number {
  const [one, other] = [a.standing, b.standing];
  const risk = (held: Promised | null) => RISK[held?.kind ?? "none"];
  return (
    risk(one) - risk(other) ||
    (one?.kind === "late" && other?.kind === "late" ? other.minutes - one.minutes : 0) ||
    Number(a.kind === "visit") - Number(b.kind === "visit") ||
    dueOf(a) - dueOf(b) ||
    a.key.localeCompare(b.key)
  );
}

/** When the card is due: to arrive, to be ready, or since when it is. */
function dueOf(card: Card): number {
  if (card.kind === "visit") return Date.parse(card.visit.scheduled_start);
  return Date.parse(card.job.ready_at ?? card.job.window?.to ?? card.job.received_at);
}

/** The card to go to from another by an arrow key: up and down in its column, sideways to the same height. */
export function neighbour(order: Order, key: string | null, arrow: string): string | null {
  const columns = COLUMNS.map((column) => order[column]).filter((keys) => keys.length > 0);
  const at = columns.findIndex((keys) => key !== null && keys.includes(key));
  if (at < 0) return columns[0]?.[0] ?? null;
  const row = columns[at]!.indexOf(key!);
  const beside = (step: number) => {
    const keys = columns[at + step];
    return keys ? keys[Math.min(row, keys.length - 1)]! : key;
  };
  if (arrow === "ArrowDown") return columns[at]![row + 1] ?? key;
  if (arrow === "ArrowUp") return columns[at]![row - 1] ?? key;
  return beside(arrow === "ArrowRight" ? 1 : -1);
}
