import { describe, expect, it } from "vitest";
import { completed, decided, noted, paused, skipped, started } from "@/features/bay/model/guesses";
import { withCard } from "@/features/bay/model/card";
import { press, typed } from "@/features/bay/model/reading";
import { currentOf, inOrder, nextAfter, placeOf, upcoming } from "@/features/bay/model/sheet";
import { hasAgreedWork } from "@/lib/sheet";
import { against, clockedAt } from "@/live/clocked";
import { actionFor } from "@/live/actions";
import { applyPatch } from "@/live/reducer";
import type { Step } from "@/api/things";
import { ago, item, job, ME, NOW, offer, sheet, step, steps, toCheck } from "./things";

const by = (held: Step[], id: string) => held.find((one) => one.id === id)!;

describe("the steps of a card", () => {
  it("stand in the order of their items and positions, however they came", () => {
    const items = [item({ id: "i2", position: 2 }), item()];
    const mixed = [step("t1", 1, "Other", { item_id: "i2" }), ...steps().reverse()];
    expect(inOrder(items, mixed).map((one) => one.id)).toEqual(["s1", "s2", "s3", "s4", "s5", "s6", "s7", "t1"]);
  });

  it("are agreed work to do only where they are open and the customer said yes", () => {
    const done = steps().map((one) => ({ ...one, status: "verified" as const }));
    expect(hasAgreedWork([item()], steps())).toBe(true);
    expect(hasAgreedWork([item({ authorised_at: null })], steps())).toBe(false);
    expect(hasAgreedWork([item()], done)).toBe(false);
  });

  it("are counted without the skipped ones", () => {
    const held = steps().map((one) => (one.id === "s2" ? { ...one, status: "skipped" as const } : one));
    expect(placeOf(held, by(held, "s4"))).toEqual({ number: 3, of: 6 });
  });

  it("show mine that runs, else mine that is paused, else what I may start, else what others do", () => {
    const running = steps();
    expect(currentOf(running, ME)?.id).toBe("s4");
    const pausedOnes = running.map((one) => (one.id === "s4" ? { ...one, status: "paused" as const } : one));
    expect(currentOf(pausedOnes, ME)?.id).toBe("s4");
    const offered = running.map((one) => (one.id === "s4" ? { ...one, technician: { id: "arun", name: "Arun" } } : one.id === "s6" ? { ...one, allowed_actions: [offer("start")] } : one));
    expect(currentOf(offered, ME)?.id).toBe("s6");
    expect(currentOf(offered, { id: "meena" })?.id).toBe("s4");
    expect(currentOf(running.map((one) => ({ ...one, status: "done" as const })), ME)).toBeUndefined();
  });

  it("go on with the item's next step, else with another item's that I am offered", () => {
    const held = steps();
    expect(nextAfter(held, by(held, "s4"), ME)?.id).toBe("s5");
    const last = held.map((one) => (["s5", "s6", "s7"].includes(one.id) ? { ...one, status: "done" as const } : one));
    const theirs = step("t1", 1, "Theirs", { item_id: "i2", allowed_actions: [offer("start", ["arun"])] });
    expect(nextAfter([...last, theirs], by(last, "s4"), ME)).toBeUndefined();
    const mine = step("t2", 2, "Mine", { item_id: "i2", allowed_actions: [offer("start")] });
    expect(nextAfter([...last, theirs, mine], by(last, "s4"), ME)?.id).toBe("t2");
  });

  it("preview what comes after one", () => {
    const held = steps();
    expect(upcoming(held, by(held, "s4"), 2).map((one) => one.id)).toEqual(["s5", "s6"]);
  });
});

describe("the clock of a step", () => {
  it("counts the closed entries and what runs now", () => {
    expect(clockedAt(step("s", 1, "S", { clocked: 60, running_since: ago(2) }), NOW)).toBe(180);
    expect(clockedAt(step("s", 1, "S", { clocked: 60 }), NOW)).toBe(60);
    expect(clockedAt(step("s", 1, "S", { clocked: 60, running_since: ago(-1) }), NOW)).toBe(60);
  });

  it("says the share of the estimate, and whole minutes over it", () => {
    expect(against(18, 9 * 60)).toEqual({ share: 0.5, over: 0 });
    expect(against(18, 26 * 60 + 5).over).toBe(8);
  });
});

describe("a reading", () => {
  const limits = { unit: "%", min: 70, max: 100 };

  it("is a number with a point or a comma, and nothing else", () => {
    expect(typed("91", limits)).toEqual({ value: 91, side: null });
    expect(typed("91,5", limits).value).toBe(91.5);
    expect(typed("-0.5", { ...limits, min: null }).value).toBe(-0.5);
    for (const text of ["", "-", ".", "1e3", "12a", "1.2.3"]) expect(typed(text, limits).value, text).toBeNull();
  });

  it("has the digits that are kept, and is below zero only where something can be", () => {
    const resistance = { unit: "Ω/V", min: 500, max: null };
    expect(typed("999999999.125", resistance).value).toBe(999_999_999.125);
    for (const text of ["9".repeat(10), "9".repeat(40), "1.2345", "-5"]) expect(typed(text, resistance).value, text).toBeNull();
    expect(typed("-5", { unit: "°C", min: -40, max: 85 }).value).toBe(-5);
  });

  it("knows on which side of its limits it is; the limits themselves are within", () => {
    expect(["69.9", "70", "100", "100.1"].map((text) => typed(text, limits).side)).toEqual(["low", null, null, "high"]);
    expect(typed("99999", { unit: "Ω/V", min: 500, max: null }).side).toBeNull();
  });

  it("is typed on the pad as one would write it", () => {
    const type = (...keys: string[]) => keys.reduce(press, "");
    expect(type("0", "7", ".", ".", "5")).toBe("7.5");
    expect(type(".", "5")).toBe("0.5");
    expect(type("1", "sign", "2")).toBe("-12");
    expect(type("1", "2", "back")).toBe("1");
    expect(type("sign", "0", "3")).toBe("-3");
  });
});

describe("what a tap will have done", () => {
  const after = (patch: object) => applyPatch(sheet(), patch as Record<string, unknown>).steps;

  it("done: the clock stops, and the next step runs under what the server will offer", () => {
    const held = steps();
    const shown = after(completed(by(held, "s4"), ME, NOW, { reading: 812, next: by(held, "s5") }));
    const done = by(shown, "s4");
    expect([done.status, done.running_since, done.reading, done.clocked]).toEqual(["done", null, 812, 702]);
    const next = by(shown, "s5");
    expect([next.status, next.technician, next.blocker]).toEqual(["in_progress", ME, null]);
    expect(clockedAt(next, NOW + 5_000)).toBe(5);
    expect(currentOf(shown, ME)?.id).toBe("s5");
    expect(actionFor(next, ME, "complete")).toBeDefined();
    expect(actionFor(next, { id: "arun" }, "complete")).toBeUndefined();
  });

  it("paused: the clock stops with its reason, and only resuming is open", () => {
    const shown = by(after(paused(by(steps(), "s4"), ME, NOW, "parts")), "s4");
    expect([shown.status, shown.pause_reason, shown.running_since]).toEqual(["paused", "parts", null]);
    expect(shown.allowed_actions.map((one) => one.verb)).toEqual(["resume"]);
    const again = by(applyPatch(applyPatch(sheet(), paused(shown, ME, NOW, "parts")), started(shown, ME, NOW)).steps, "s4");
    expect([again.status, again.clocked]).toEqual(["in_progress", 702]);
  });

  it("the card says the step in hand and how far it is, and goes to the check after the last", () => {
    const held = sheet();
    const run = (step: Step) => {
      const next = held.steps.find((one) => one.position === step.position + 1);
      Object.assign(held, applyPatch(held, withCard(held, completed(step, ME, NOW, { next }))));
      return held.job;
    };
    expect(run(by(held.steps, "s4"))).toMatchObject({ current: { step_id: "s5", number: 5, of: 7, status: "in_progress", technician: ME }, progress: { done: 4, total: 7, minutes_left: 30 }, stage: "in_progress" });
    for (const id of ["s5", "s6"]) run(by(held.steps, id));
    expect(run(by(held.steps, "s7"))).toMatchObject({ current: null, progress: { done: 7, total: 7, minutes_left: 0 }, stage: "quality_check", state: "done" });
  });

  it("the card begins with its first step", () => {
    const queued = sheet({ job: job({ stage: "queued", state: "queued", current: null }), steps: [step("s1", 1, "Look")] });
    expect(withCard(queued, started(queued.steps[0]!, ME, NOW))["job"]).toMatchObject({ stage: "in_progress", state: "progress", current: { step_id: "s1", running_since: expect.any(String) as string } });
  });

  it("notes are added to what is there", () => {
    expect(by(after(noted(by(steps(), "s2"), { note: "Photo taken." })), "s2").notes).toBe("No damage; two clips of the shield renewed.\nPhoto taken.");
    expect(by(after(noted(by(steps(), "s4"), { reading: 640 })), "s4").reading).toBe(640);
  });

  it("skipped and checked", () => {
    expect(by(after(skipped(by(steps(), "s6"), "Not fitted")), "s6").status).toBe("skipped");
    const card = toCheck();
    expect(decided(card, true, true)).toMatchObject({ jobs: [{ id: card.id, stage: "ready_for_pickup" }] });
    expect(decided(card, false, false)).toMatchObject({ job: { id: card.id, stage: "in_progress" } });
  });
});
