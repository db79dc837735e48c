import { describe, expect, it } from "vitest";
import { dayOf } from "@/features/bay/model/day";
import { ago, job, ME, NOW, offer, queue, toCheck } from "./things";

const plates = (rows: { job: { vehicle: { plate: string } } }[]) => rows.map((row) => row.job.vehicle.plate);

describe("a technician's day", () => {
  it("puts what runs on my clock first, then what is late, what gets tight, and the rest by promise", () => {
    const day = dayOf(queue().jobs, ME, NOW);
    expect(plates(day.open)).toEqual(["TN 09 BX 4471", "TN 22 DK 9041", "KA 05 MN 7712", "TN 10 AC 1187"]);
    expect(day.open.map((row) => row.promised.kind)).toEqual(["on_time", "late", "tight", "on_time"]);
    expect(plates(day.finished)).toEqual(["TN 07 CK 3308"]);
  });

  it("says which card anybody may take", () => {
    const day = dayOf(queue().jobs, ME, NOW);
    expect(day.open.filter((row) => row.forAnyone).map((row) => row.job.id)).toEqual(["j3"]);
  });

  it("does not count another person's clock as mine", () => {
    const theirs = job({ current: { ...job().current!, technician: { id: "arun", name: "Arun K." } } });
    expect(dayOf([theirs], ME, NOW).open[0]!.running).toBe(false);
  });

  it("gives the check to whom it is offered, and to nobody who worked on the card", () => {
    expect(dayOf([toCheck()], ME, NOW).check).toHaveLength(1);
    const own = { ...toCheck(), allowed_actions: [offer("pass_check", null, { except: [ME.id] })] };
    const day = dayOf([own], ME, NOW);
    expect(day.check).toHaveLength(0);
    expect(day.finished).toHaveLength(1);
  });

  it("keeps one order for cards of the same promise", () => {
    const [a, b] = [job({ id: "a", number: "A", current: null }), job({ id: "b", number: "B", current: null })];
    expect(dayOf([b, a], ME, NOW).open.map((row) => row.job.id)).toEqual(["a", "b"]);
    expect(dayOf([a, b], ME, NOW).open.map((row) => row.job.id)).toEqual(["a", "b"]);
  });

  it("lets time alone make a card tight and then late", () => {
    const kinds = [0, 60, 140, 150].map((minutes) => dayOf([job({ received_at: ago(71) })], ME, NOW + minutes * 60_000).open[0]!.promised.kind);
    expect(kinds).toEqual(["on_time", "on_time", "late", "late"]);
    const tight = job({ progress: { done: 3, total: 7, minutes_left: 160 } });
    expect(dayOf([tight], ME, NOW).open[0]!.promised.kind).toBe("tight");
  });
});
