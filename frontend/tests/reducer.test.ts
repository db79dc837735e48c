import { describe, expect, it } from "vitest";
import { applyFrame, applyPatch } from "@/live/reducer";

const step = (id: string, version: number, more: object = {}) => ({ id, version, status: "pending", ...more });
const document = () => ({
  topic: "job.1",
  seq: 10,
  job: { id: "j1", version: 3, stage: "queued", bay: { id: "b1", name: "Bay 1" } } as object | null,
  steps: [step("s1", 1), step("s2", 4)],
  holds: [] as object[],
});

describe("applyFrame", () => {
  it("upserts things of a list by id", () => {
    const next = applyFrame(document(), { steps: [step("s2", 5, { status: "done" }), step("s3", 1)] }, 11);
    expect(next.steps).toEqual([step("s1", 1), step("s2", 5, { status: "done" }), step("s3", 1)]);
    expect(next.seq).toBe(11);
  });

  it("replaces a thing whole, so that fields which left it are gone", () => {
    const next = applyFrame(document(), { job: { id: "j1", version: 4, stage: "in_progress" } }, 11);
    expect(next.job).toEqual({ id: "j1", version: 4, stage: "in_progress" });
  });

  it("ignores a thing older than the held one, and takes one of the same version", () => {
    const held = document();
    expect(applyFrame(held, { steps: [step("s2", 3, { status: "done" })] }).steps).toBe(held.steps);
    const same = applyFrame(held, { steps: [step("s2", 4, { status: "paused" })] });
    expect(same.steps[1]).toEqual(step("s2", 4, { status: "paused" }));
  });

  it("ignores an older single thing but takes another thing in its place", () => {
    expect(applyFrame(document(), { job: { id: "j1", version: 2, stage: "x" } }).job).toEqual(document().job);
    expect(applyFrame(document(), { job: { id: "j2", version: 1 } }).job).toEqual({ id: "j2", version: 1 });
  });

  it("fills a name that was null, and empties one that becomes null", () => {
    const opened = applyFrame({ ...document(), job: null }, { job: { id: "j1", version: 1 } });
    expect(opened.job).toEqual({ id: "j1", version: 1 });
    expect(applyFrame(document(), { job: null }).job).toBeNull();
  });

  it("deletes by id from lists and single things", () => {
    const next = applyFrame(document(), { removed: { steps: ["s1", "unknown"], job: ["j1"] } }, 11);
    expect(next.steps).toEqual([step("s2", 4)]);
    expect(next.job).toBeNull();
  });

  it("leaves names alone that the document does not hold", () => {
    const next = applyFrame(document(), { chat: [{ id: "m1", version: 1 }], removed: { photos: ["p"] } });
    expect(next).toEqual(document());
  });

  it("never takes topic, seq or clock from the data", () => {
    const next = applyFrame(document(), { topic: "job.2", seq: 99, clock: { now: "x", rate: 60 } });
    expect(next).toEqual(document());
  });

  it("ignores a whole frame that is older than the document", () => {
    const held = document();
    expect(applyFrame(held, { removed: { steps: ["s1"] } }, 9)).toBe(held);
  });

  it("is idempotent and keeps the same objects when nothing changed", () => {
    const frame = { steps: [step("s2", 5, { status: "done" })], removed: { steps: ["s1"] } };
    const once = applyFrame(document(), frame, 11);
    expect(applyFrame(once, frame, 11)).toBe(once);
    expect(applyFrame(document(), { holds: [{ id: "h", version: 1 }] }).steps).toHaveLength(2);
  });

  it("keeps untouched things identical, so that only changed rows draw again", () => {
    const held = document();
    const next = applyFrame(held, { steps: [step("s2", 5)] }, 11);
    expect(next.steps[0]).toBe(held.steps[0]);
    expect(next.job).toBe(held.job);
  });

  it("changes nothing in the document it was given", () => {
    const held = Object.freeze(document());
    Object.freeze(held.steps);
    held.steps.forEach(Object.freeze);
    applyFrame(held, { steps: [step("s1", 2)], removed: { steps: ["s2"] } }, 11);
    expect(held).toEqual(document());
  });

  it("reaches the same end whatever the order, for things that carry versions", () => {
    const frames = [step("s1", 2, { status: "in_progress" }), step("s1", 3, { status: "paused" }), step("s2", 9)];
    const orders = [frames, [...frames].reverse(), [frames[1], frames[2], frames[0]]];
    const ends = orders.map((order) => order.reduce((held, one) => applyFrame(held, { steps: [one] }), document()));
    expect(ends[1]).toEqual(ends[0]);
    expect(ends[2]).toEqual(ends[0]);
  });
});

describe("applyPatch", () => {
  it("changes the fields given and keeps the rest of the thing", () => {
    const next = applyPatch(document(), { steps: [{ id: "s1", status: "done" }], job: { id: "j1", stage: "x" } });
    expect(next.steps[0]).toEqual(step("s1", 1, { status: "done" }));
    expect(next.job).toEqual({ ...document().job, stage: "x" });
  });

  it("leaves out things that are not there", () => {
    expect(applyPatch(document(), { steps: [{ id: "gone", status: "done" }] })).toEqual(document());
    expect(applyPatch({ ...document(), job: null }, { job: { id: "j1", stage: "x" } }).job).toBeNull();
  });
});
