/** Booking without a screen: what is lacking, how long a slot is held, what a calendar shows, what is sent. */
import { renderHook } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import type { Slot } from "@/features/book/api/book";
import { useSteady } from "@/features/book/live/useSteady";
import { beginAt, draft, keyFor } from "@/features/book/live/draft";
import { forget, remember } from "@/features/book/live/remembered";
import { confirmBody, slotBody, stepOf } from "@/features/book/model/bodies";
import { alsoElsewhere, elsewhereOf, emptyDraft, heldFor, missing, openStep, type Draft } from "@/features/book/model/draft";
import { grouped, kindsOf } from "@/features/book/model/services";
import { byPart, nextThree, stateOf, weeks, whyNot } from "@/features/book/model/slots";
import { heldOf, secondsLeft } from "@/features/book/model/timer";
import { bookedService } from "./booking";

const typed = (more: Partial<Draft> = {}): Draft => ({ ...emptyDraft, centerId: "c1", kind: "ev", plate: "TN 09 BX 4471", make: "Tata", model: "Nexon EV", services: ["s1"], ...more });
const slot = { id: "h1", services: [{ id: "l1", service_id: "s1", name: "Brake fluid", quantity: 1, price: { amount: "1499.00", currency: "INR" }, duration: 60 }], scheduled_start: "2026-11-23T04:30:00Z", scheduled_end: "2026-11-23T05:30:00Z", held_until: "2026-11-21T10:05:00Z", change_until: null, late_cancel_fee: { amount: "0.00", currency: "INR" } } as unknown as Slot;

beforeEach(() => {
  forget();
  draft.set(emptyDraft);
});

describe("starts that cannot be chosen", () => {
  it("are all those at which this very vehicle was refused", () => {
    const [first, second] = ["2026-11-23T05:30:00Z", "2026-11-23T05:15:00Z"];
    const once = typed({ elsewhere: alsoElsewhere(typed(), first) });
    const twice = typed({ elsewhere: alsoElsewhere(once, second) });
    expect(elsewhereOf(twice)).toEqual([first, second]);
    expect(whyNot("2026-11-23T11:00:00+05:30", { starts: elsewhereOf(twice), why: "Another visit then" })).toBe("Another visit then");
    expect(elsewhereOf({ ...twice, plate: "TN 10 AA 0001" })).toEqual([]);
  });

  it("are not those which earlier ones only put out of the three", () => {
    const [early, near, next, far] = ["a", "b", "c", "d"] as const;
    const { result, rerender } = renderHook(({ offered, free }) => useSteady("earliest", offered, free), { initialProps: { offered: [near, next, far] as string[], free: [near, next, far] as string[] } });
    rerender({ offered: [early, near, next], free: [early, near, next, far] });
    expect(result.current.slots.map(({ gone }) => gone)).toEqual([false, false, false]);
    expect(result.current.waiting).toBe(1);
    rerender({ offered: [early, near], free: [early, near, far] });
    expect(result.current.slots.map(({ at, gone }) => gone && at)).toEqual([false, next, false]);
  });
});

describe("what is lacking", () => {
  it("is said in the order of the page", () => {
    expect(missing(emptyDraft)).toEqual(["kind", "plate", "make", "model", "services"]);
    expect(missing(typed({ kind: "equipment", plate: "" }))).toEqual(["serial"]);
    expect(missing(typed({ by: "vin", vin: " " }))).toEqual(["vin"]);
    expect(missing(typed({ vehicleId: "v1", plate: "", make: "", model: "" }))).toEqual([]);
    expect(missing(typed({ lane: "symptom" }))).toEqual(["about", "concern"]);
  });

  it("keeps anybody from getting ahead of it", () => {
    expect(openStep(emptyDraft, false)).toBe("work");
    expect(openStep(typed(), false)).toBe("time");
    const held = typed();
    held.held = heldOf(slot, held, 300, 0);
    expect(openStep(held, false)).toBe("you");
    expect(openStep(held, true)).toBe("check");
    expect(openStep({ ...held, firstName: "Kavya", phone: "+919840055555" }, false)).toBe("check");
    expect(openStep(typed({ lane: "symptom", about: "d1", concern: "It rattles", wished: [slot.scheduled_start] }), true)).toBe("check");
  });
});

describe("a held slot", () => {
  const now = Date.parse("2026-11-21T10:00:00Z");

  it("counts down by the server's clock, whatever this device believes", () => {
    const slow = now - 7 * 60_000;
    const held = heldOf(slot, typed(), 300, slow);
    expect(secondsLeft(held, slow)).toBe(300);
    expect(secondsLeft(held, slow + 241_000)).toBe(59);
    expect(secondsLeft(held, slow + 3_600_000)).toBe(0);
  });

  it("is for the work that it was chosen for", () => {
    const held = typed();
    held.held = heldOf(slot, held, 300, now);
    expect(heldFor(held)?.id).toBe("h1");
    expect(heldFor({ ...held, services: ["s1", "s2"] })).toBeNull();
    expect(heldFor({ ...held, loaner: true })).toBeNull();
    expect(heldFor({ ...held, lane: "symptom" })).toBeNull();
  });
});

describe("what is sent", () => {
  it("says the vehicle by what it is told by, and the person only where nobody is signed in", () => {
    const one = typed({ firstName: " Kavya ", phone: " 98400 ", vin: "X" });
    expect(confirmBody(one, false)).toEqual({
      customer: { first_name: "Kavya", last_name: "", phone: "98400", email: "" },
      vehicle: { kind: "ev", license_plate: "TN 09 BX 4471", make: "Tata", model: "Nexon EV", year: null },
      notes: "",
    });
    expect(confirmBody({ ...one, vehicleId: "v1" }, true)).toEqual({ vehicle_id: "v1", notes: "" });
    expect(slotBody({ ...one, lane: "symptom", about: "d1" }, { wished_times: ["t"] })).toEqual({ center_id: "c1", services: [{ service_id: "d1", quantity: 1 }], vehicle_kind: "ev", wished_times: ["t"] });
  });

  it("keeps its key while it is the same", () => {
    const first = keyFor({ a: 1 });
    expect(keyFor({ a: 1 })).toBe(first);
    expect(keyFor({ a: 2 })).not.toBe(first);
  });

  it("goes back to the step that can mend a refusal", () => {
    expect(stepOf({ "vehicle.license_plate": ["x"] })).toBe("");
    expect(stepOf({ "customer.phone": ["x"] })).toBe("you");
    expect(stepOf({ scheduled_start: ["x"] })).toBe("time");
    expect(stepOf({})).toBeNull();
  });
});

describe("a device that was let remember", () => {
  it("asks for nothing twice, and forgets when told", () => {
    remember(typed({ firstName: "Kavya", phone: "+919840055555" }));
    beginAt("c1");
    expect(missing({ ...draft.get(), services: ["s1"] })).toEqual([]);
    expect(draft.get()).toMatchObject({ firstName: "Kavya", plate: "TN 09 BX 4471", remember: true });
    forget();
    draft.set(emptyDraft);
    beginAt("c1");
    expect(draft.get()).toMatchObject({ firstName: "", plate: "", remember: false });
  });

  it("keeps vehicle and person when another centre is chosen, and lets its services go", () => {
    draft.set(typed({ firstName: "Kavya" }));
    beginAt("c2");
    expect(draft.get()).toMatchObject({ centerId: "c2", services: [], plate: "TN 09 BX 4471", firstName: "Kavya" });
  });
});

describe("what a centre offers", () => {
  const services = [bookedService("s1", "Brake fluid", "brakes"), bookedService("s2", "Chain", "chain", ["motorcycle"])];
  it("is found by words and fits the vehicle; what is chosen stays in sight", () => {
    expect(grouped(services, "brake", []).map(([category]) => category)).toEqual(["brakes"]);
    expect(grouped(services, "nothing", ["s2"]).map(([category]) => category)).toEqual(["chain"]);
    expect(kindsOf([services[1]!])).toEqual(["motorcycle"]);
  });

  it("for every vehicle brings no kind that the centre names nowhere", () => {
    const horn = { ...services[1]!, id: "s9", vehicle_kinds: [] };
    expect(kindsOf([services[1]!, horn])).toEqual(["motorcycle"]);
    expect(kindsOf([horn])).toContain("equipment");
  });
});

describe("a calendar", () => {
  it("is five weeks from Monday, and tells free, full and closed apart", () => {
    const rows = weeks("2026-11-21");
    expect([rows.length, rows[0]![0], rows[4]![6]]).toEqual([5, "2026-11-16", "2026-12-20"]);
    expect(stateOf({ date: "", open: true, reason: "", slots: ["t"] })).toBe("free");
    expect(stateOf({ date: "", open: true, reason: "", slots: [] })).toBe("full");
    expect(stateOf({ date: "", open: false, reason: "Pongal", slots: [] })).toBe("closed");
    expect(stateOf(undefined)).toBe("outside");
  });

  it("puts the starts in their part of the workshop's day", () => {
    const slots = ["2026-11-23T04:30:00Z", "2026-11-23T06:30:00Z", "2026-11-23T12:00:00Z"].map((at) => ({ at }));
    expect(byPart(slots, "Asia/Kolkata").map(([part, held]) => [part, held.length])).toEqual([["morning", 1], ["afternoon", 1], ["evening", 1]]);
    expect(nextThree([{ date: "", open: true, reason: "", slots: slots.map(({ at }) => at) }], "2026-11-23T05:00:00Z")).toHaveLength(2);
  });
});
