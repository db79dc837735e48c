/** What the wall shows: a tile a bay, the vehicles without one, the counts, and who comes next. Pure. */
import type { FloorDocument } from "@/api/documents";
import type { Bay, HoldKind, WallAppointment, WallJob, WorkState } from "@/api/things";
import { minutesLeft, promised } from "@/live/promised";

/** The one thing a card says: the word that the desk says of it too. */
export type Said = "late" | "paused" | "needs_approval" | "blocked" | "waiting" | { hold: Exclude<HoldKind, "approval"> } | { stage: WallJob["stage"] };
/** `late` paints a card as blocked, a pause as waiting; the job's own state stays what it is. */
export type Card = { job: WallJob; state: WorkState; said: Said; late: number; left: number | null };
/** `sign` is what tells a bay from the others, large: "Bay 4" among bays is 4. */
export type Tile = { bay: Bay; sign: string; card: Card | null; next: WallAppointment | null };
export type Wall = {
  tiles: Tile[];
  elsewhere: Card[];
  next: WallAppointment | null;
  onSite: number;
  working: number;
  late: number;
  waiting: number;
};

/** A vehicle stands in its bay until it is ready; a ready one stands outside. */
const IN_BAY = new Set(["received", "diagnosis", "awaiting_decision", "queued", "in_progress", "quality_check"]);
/** Beside the bays what is stuck comes first, what only has to be collected last. */
const URGENT: WorkState[] = ["blocked", "waiting", "progress", "queued", "done"];
/** Which of two vehicles of one bay is the one that stands in it. */
const NEAREST = ["in_progress", "diagnosis", "quality_check", "awaiting_decision", "queued", "received"];

export function wallOf(floor: FloorDocument, now: number): Wall {
  const cards = floor.jobs.map((job) => cardOf(job, now));
  const coming = [...floor.appointments].sort((a, b) => Date.parse(a.scheduled_start) - Date.parse(b.scheduled_start));
  const taken = new Set<string>();
  const shared = sharedWords(floor.bays.map((bay) => bay.name));
  const tiles = [...floor.bays]
    .sort((a, b) => a.position - b.position || a.name.localeCompare(b.name))
    .map((bay) => {
      const [card] = cards.filter(({ job }) => job.bay?.id === bay.id && IN_BAY.has(job.stage)).sort(byNearness);
      if (card) taken.add(card.job.id);
      return { bay, sign: bay.name.slice(shared.length), card: card ?? null, next: coming.find((one) => one.bay?.id === bay.id) ?? null };
    });
  return {
    tiles,
    elsewhere: cards.filter(({ job }) => !taken.has(job.id)).sort((a, b) => b.late - a.late || URGENT.indexOf(a.state) - URGENT.indexOf(b.state) || byNumber(a, b)),
    next: coming[0] ?? null,
    onSite: cards.length,
    working: cards.filter(({ said }) => typeof said === "object" && "stage" in said && said.stage === "in_progress").length,
    late: cards.filter((card) => card.late > 0).length,
    waiting: cards.filter((card) => card.job.holds.length > 0 || card.job.stage === "awaiting_decision").length,
  };
}

function cardOf(job: WallJob, now: number): Card {
  const standing = promised(job, now);
  const late = standing.kind === "late" ? standing.minutes : 0;
  const left = job.stage === "ready_for_pickup" ? null : Math.max(0, Math.ceil(minutesLeft(job, now)));
  const said = late > 0 ? "late" : saidOf(job);
  const state = late > 0 ? "blocked" : said === "paused" ? "waiting" : job.state;
  return { job, state, said, late, left };
}

function saidOf(job: WallJob): Said {
  const [hold] = job.state === "done" ? [] : job.holds;
  if (hold?.kind === "approval" || job.stage === "awaiting_decision") return "needs_approval";
  if (hold) return { hold: hold.kind };
  if (job.state === "blocked" || job.state === "waiting") return job.state;
  return job.stage === "in_progress" && job.current?.status === "paused" ? "paused" : { stage: job.stage };
}

function byNearness(a: Card, b: Card): number {
  return NEAREST.indexOf(a.job.stage) - NEAREST.indexOf(b.job.stage) || byNumber(a, b);
}

function byNumber(a: Card, b: Card): number {
  return a.job.number.localeCompare(b.job.number);
}

/** The words that all names begin with, as "Bay ": whole words only, and never all of a name. */
export function sharedWords(names: string[]): string {
  const [first = ""] = names;
  const words = first.split(/(?<=\s)/);
  let shared = "";
  for (const word of words.slice(0, -1)) {
    if (names.length < 2 || !names.every((name) => name.startsWith(shared + word))) break;
    shared += word;
  }
  return shared;
}
