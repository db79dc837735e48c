import { describe, expect, it } from "vitest";
import { byDay, eventsOf, toCome } from "@/features/visit/model/events";
import { headlineOf } from "@/features/visit/model/headline";
import { howFar, needOf, phaseOf } from "@/features/visit/model/stage";
import { ago, appointment, forCustomer, visit } from "./things";

const before = (status: "confirmed" | "requested" | "cancelled" | "no_show") =>
  visit({ topic: "appointment.a1", job: null, items: [], steps: [], promises: [], appointment: appointment({ status, job_id: null }) });
const at = (stage: ReturnType<typeof forCustomer>["stage"]) => visit({ job: forCustomer({ stage, current: null }) });
const current = (more: object) => ({ ...forCustomer().current!, ...more });

describe("the headline of a visit", () => {
  it("says the work's own words, who is at it and at which step", () => {
    expect(headlineOf(visit())).toEqual({ text: "Battery is being checked", by: "Priya", step: "Isolation resistance measurement" });
  });

  it("says what comes next while nobody is at work, and claims nobody", () => {
    const job = forCustomer({ current: current({ status: "pending", running_since: null }) });
    expect(headlineOf(visit({ job }))).toEqual({ text: "Battery is being checked", step: "Isolation resistance measurement", coming: true });
  });

  it("says what the work waits for, the customer first", () => {
    const stopped = current({ status: "paused", running_since: null });
    const overran = forCustomer({ current: stopped, window: { ...forCustomer().window!, cause: "overrun" } });
    const held = (...kinds: ("parts" | "approval")[]) => headlineOf(visit({ job: forCustomer({ current: stopped, holds: kinds.map((kind) => ({ kind, since: ago(9) })) }) }));
    expect(held("parts")).toEqual({ say: "waits_parts" });
    expect(held("parts", "approval")).toEqual({ say: "waits_approval" });
    expect(headlineOf(visit({ job: forCustomer({ stage: "queued", current: null, holds: [{ kind: "parts", since: ago(9) }] }) }))).toEqual({ say: "waits_parts" });
    expect(headlineOf(visit({ job: overran }))).toMatchObject({ say: "paused", by: "Priya" });
    const sentBack = forCustomer({ current: stopped, window: { ...forCustomer().window!, cause: "rework" } });
    expect(headlineOf(visit({ job: sentBack }))).toMatchObject({ say: "again", by: "Priya" });
  });

  it("has words for every stage before and after the work", () => {
    const stages = ["received", "queued", "quality_check", "ready_for_pickup", "delivered", "cancelled"] as const;
    expect(stages.map((stage) => headlineOf(at(stage)))).toEqual([
      { say: "received" }, { say: "queued" }, { say: "check" }, { say: "ready" }, { say: "over" }, { say: "cancelled" },
    ]);
    expect(headlineOf(before("confirmed"))).toEqual({ say: "confirmed" });
    expect(headlineOf(before("requested"))).toEqual({ say: "requested" });
    const driven = (direction: "collect" | "return", status: "planned" | "under_way" | "done") => ({ transports: [{ direction, status }] }) as unknown as Partial<ReturnType<typeof appointment>>;
    const collected = (status: "planned" | "under_way" | "done") => headlineOf(visit({ job: null, appointment: appointment({ status: "confirmed", ...driven("collect", status) }) }));
    expect((["planned", "under_way", "done"] as const).map(collected)).toEqual([{ say: "confirmed" }, { say: "fetching" }, { say: "fetched" }]);
    expect(headlineOf(visit({ appointment: appointment({ status: "checked_in", ...driven("return", "under_way") }) }))).toEqual({ say: "bringing" });
    expect(headlineOf(visit({ job: forCustomer({ stage: "diagnosis", current: null }) }))).toEqual({ say: "inspected" });
  });
});

describe("how far a visit is", () => {
  it("fills a stage only when it is behind, and marks one only while somebody is at it", () => {
    expect(howFar(before("requested"))).toEqual({ done: 0, under: true });
    expect(howFar(before("confirmed"))).toEqual({ done: 1, under: false });
    expect(howFar(at("queued"))).toEqual({ done: 2, under: false });
    expect(howFar(visit())).toEqual({ done: 2, under: true });
    expect(howFar(at("quality_check"))).toEqual({ done: 3, under: true });
    expect(howFar(at("ready_for_pickup"))).toEqual({ done: 5, under: false });
  });

  it("knows which page it is", () => {
    expect([before("confirmed"), visit(), at("ready_for_pickup"), at("delivered"), at("cancelled"), before("no_show")].map(phaseOf)).toEqual([
      "ahead", "here", "ready", "over", "ended", "ended",
    ]);
  });

  it("asks for the customer only when something waits for them", () => {
    expect(needOf(visit())).toBeNull();
    expect(needOf(visit({ job: forCustomer({ holds: [{ kind: "parts", since: ago(1) }] }) }))).toBeNull();
    expect(needOf(visit({ job: forCustomer({ holds: [{ kind: "approval", since: ago(1) }] }) }))).toBe("approval");
    expect(needOf(visit({ job: forCustomer({ holds: [{ kind: "customer", since: ago(1) }] }) }))).toBe("customer");
    expect(needOf(at("awaiting_decision"))).toBe("approval");
  });
});

describe("what happened on a visit", () => {
  it("stands newest first, what is under way on top, moves of the ready time among it", () => {
    expect(eventsOf(visit()).map((event) => event.id)).toEqual(["s4", "s3", "p2", "s2", "s1", "received"]);
  });

  it("is the same whatever the order things came in", () => {
    const held = visit();
    const turned = visit({ steps: [...held.steps].reverse(), promises: [...held.promises].reverse() });
    expect(eventsOf(turned)).toEqual(eventsOf(held));
  });

  it("leaves out what was skipped or has not begun", () => {
    const held = visit();
    const steps = held.steps.map((step) => (step.id === "s2" ? { ...step, status: "skipped" as const } : step));
    expect(eventsOf(visit({ steps })).map((event) => event.id)).not.toContain("s2");
    expect(toCome(held).map((step) => step.id)).toEqual(["s5", "s6", "s7"]);
    expect(toCome(visit({ job: forCustomer({ stage: "delivered" }) }))).toEqual([]);
  });

  it("is dated in the workshop's days", () => {
    const held = visit({ job: forCustomer({ received_at: "2026-11-19T18:35:00Z" }) });
    expect(byDay(eventsOf(held), "Asia/Kolkata").map((day) => day.day)).toEqual(["2026-11-20"]);
    expect(byDay(eventsOf(held), "Europe/Berlin").map((day) => [day.day, day.events.length])).toEqual([["2026-11-20", 5], ["2026-11-19", 1]]);
  });
});
