/** What the desk's board makes of its documents. */
import { describe, expect, it } from "vitest";
import type { BoardDocument } from "@/api/documents";
import { boardOf, neighbour } from "@/features/desk/model/board";
import { arrivalMark, jobMark } from "@/features/desk/model/mark";
import { bodyOf, emptyDraft, fitting, missing, sumOf, type Service } from "@/features/desk/model/visit";
import { momentIn } from "@/lib/days";
import { promised } from "@/live/promised";
import { ago, appointment, center, job, NOW } from "./things";

const coming = appointment({ id: "a5", status: "confirmed", job_id: null, scheduled_start: ago(-30) });
const due = (minutes: number) => ({ ...job().window!, from: ago(-minutes + 20), to: ago(-minutes) });
const document = (more: Partial<BoardDocument> = {}): BoardDocument => ({
  topic: "center.c1.desk", seq: 1, clock: { now: new Date(NOW).toISOString(), rate: 1 }, center, jobs: [], appointments: [coming], bays: [], technicians: [], ...more,
});
const idle = { current: null, progress: { done: 0, total: 4, minutes_left: 10 } };
const day = () =>
  document({
    jobs: [
      job({ id: "fine", appointment_id: "fine", window: due(90), ...idle }),
      job({ id: "late", appointment_id: "late", window: due(-12), ...idle }),
      job({ id: "worse", appointment_id: "worse", window: due(-40), ...idle }),
      job({ id: "tight", appointment_id: "tight", window: due(120), ...idle, progress: { done: 0, total: 4, minutes_left: 150 } }),
      job({ id: "here", appointment_id: "here", stage: "received", column: "arriving", state: "queued", window: due(200), ...idle }),
      job({ id: "gone", appointment_id: "gone", stage: "delivered", column: "ready", state: "done", delivered_at: ago(30) }),
      job({ id: "over", appointment_id: "over", stage: "cancelled", column: "closed" }),
    ],
  });

describe("the board", () => {
  it("puts late risk on top of a column, the worst first, and vehicles that are here before those to come", () => {
    const { order, late } = boardOf(day(), NOW);
    expect(order.in_progress).toEqual(["worse", "late", "tight", "fine"]);
    expect(order.arriving).toEqual(["here", "a5"]);
    expect(late.map((card) => card.key)).toEqual(["worse", "late"]);
  });

  it("keeps what was handed over out of the columns, and what is cancelled off the board", () => {
    const { order, gone, cards } = boardOf(day(), NOW);
    expect(order.ready).toEqual([]);
    expect(gone.map((one) => one.id)).toEqual(["gone"]);
    expect(cards.has("over")).toBe(false);
  });

  it("shows a visit of another day, or one that was received, nowhere among the arrivals", () => {
    const tomorrow = { ...coming, id: "a6", scheduled_start: ago(-24 * 60) };
    const received = { ...coming, id: "a7", job_id: "j7" };
    expect(boardOf(document({ appointments: [coming, tomorrow, received] }), NOW).order.arriving).toEqual(["a5"]);
  });

  it("goes from card to card by arrows, past empty columns, and stays at the ends", () => {
    const { order } = boardOf(day(), NOW);
    expect(neighbour(order, null, "ArrowDown")).toBe("here");
    expect(neighbour(order, "here", "ArrowDown")).toBe("a5");
    expect(neighbour(order, "a5", "ArrowRight")).toBe("late");
    expect(neighbour(order, "fine", "ArrowLeft")).toBe("a5");
    expect(neighbour(order, "fine", "ArrowRight")).toBe("fine");
    expect(neighbour(order, "worse", "ArrowUp")).toBe("worse");
  });
});

describe("a card's mark", () => {
  const mark = (more: Parameters<typeof job>[0]) => {
    const card = job(more);
    return jobMark(card, promised(card, NOW), NOW);
  };

  it("says the step, the wait or the lateness, in that order of weight", () => {
    expect(mark({ window: due(90) })).toEqual({ state: "progress", say: "step", number: 4, of: 7 });
    const parts = [{ kind: "parts" as const, reason: "", since: ago(5) }];
    expect(mark({ window: due(90), state: "blocked", holds: parts })).toEqual({ state: "blocked", say: "hold", hold: "parts" });
    expect(mark({ window: due(-12), state: "blocked", holds: parts })).toEqual({ state: "blocked", say: "late", minutes: 12 });
    expect(mark({ state: "waiting", column: "deciding", holds: [{ kind: "approval", reason: "", since: ago(21) }] })).toEqual({ state: "waiting", say: "asked_ago", minutes: 21 });
  });

  it("says what comes next when no work is under way", () => {
    expect(mark({ stage: "quality_check", state: "done", window: due(90) }).say).toBe("check");
    expect(mark({ stage: "ready_for_pickup", state: "done", window: due(-90) })).toEqual({ state: "done", say: "ready" });
    expect(mark({ stage: "delivered", state: "done" }).say).toBe("over");
    expect(mark({ stage: "closed", column: "closed", state: "done" })).toEqual({ state: "done", say: "closed" });
    expect(arrivalMark(coming, NOW)).toEqual({ state: "queued", say: "arrives", at: coming.scheduled_start });
    expect(arrivalMark({ ...coming, scheduled_start: ago(9) }, NOW)).toEqual({ state: "waiting", say: "overdue", minutes: 9 });
  });
});

describe("a new visit", () => {
  const service = (id: string, minutes: number, amount: string, kinds: Service["vehicle_kinds"] = []) =>
    ({ id, name: id, estimated_duration: minutes, base_price: { amount, currency: "INR" }, vehicle_kinds: kinds }) as Service;

  it("asks for all that is missing, in the order of the form", () => {
    expect(missing(emptyDraft)).toEqual(["customer", "plate", "make", "model", "services"]);
    const named = { ...emptyDraft, isNew: true, name: "Zoya Khan", phone: " " };
    expect(missing(named)).toEqual(["phone", "plate", "make", "model", "services"]);
    const driven = { ...named, phone: "+91 98400 55512", plate: "TN 22 CZ 1187", make: "MG", model: "ZS EV" };
    expect(missing({ ...driven, when: "later", time: "10:00" })).toEqual(["date", "services"]);
    expect(missing({ ...driven, services: ["s"] })).toEqual([]);
    expect(missing({ ...driven, services: ["s"], kind: "equipment" })).toEqual(["serial"]);
    expect(missing({ ...driven, services: ["s"], vehicleId: "v1", plate: "", make: "", model: "" })).toEqual([]);
  });

  it("becomes a request for now without a start, and for a time on the workshop's clock with one", () => {
    const typed = { ...emptyDraft, isNew: true, name: "Zoya  Fatima Khan", phone: "1", make: "MG", model: "ZS EV", services: ["s"] };
    const now = bodyOf(typed, "c1", "Asia/Kolkata", null);
    expect(now).toMatchObject({ customer: { first_name: "Zoya", last_name: "Fatima Khan" }, vehicle: { kind: "ev", make: "MG" }, bay_id: null });
    expect(now).not.toHaveProperty("scheduled_start");
    const later = bodyOf({ ...typed, when: "later", date: "2026-11-20", time: "14:30" }, "c1", "Asia/Kolkata", null);
    expect(later.scheduled_start).toBe("2026-11-20T09:00:00.000Z");
    expect(bodyOf(typed, "c1", "Asia/Kolkata", ago(-60)).scheduled_start).toBe(ago(-60));
  });

  it("reads a time in the zone also across a change of clocks", () => {
    expect(momentIn("Europe/Paris", "2026-03-29", "12:00")).toBe("2026-03-29T10:00:00.000Z");
    expect(momentIn("Europe/Paris", "2026-03-28", "12:00")).toBe("2026-03-28T11:00:00.000Z");
  });

  it("offers what fits the vehicle and sums to the cent", () => {
    const all = [service("any", 30, "0.10"), service("ev", 45, "0.20", ["ev"]), service("truck", 60, "9.99", ["truck"])];
    expect(fitting(all, "ev").map((one) => one.id)).toEqual(["any", "ev"]);
    expect(fitting(all, null)).toHaveLength(3);
    expect(sumOf(fitting(all, "ev"))).toEqual({ minutes: 75, amount: "0.30" });
  });
});
