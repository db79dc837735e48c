import { act, screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { enter } from "@/api/session";
import { eventsOf } from "@/features/visit/model/events";
import { markOf } from "@/features/visit/model/mark";
import { LinkPage } from "@/features/visit/pages/LinkPage";
import { VisitPage } from "@/features/visit/pages/VisitPage";
import { VisitsPage } from "@/features/visit/pages/VisitsPage";
import { Route, Routes } from "@/lib/router";
import { clockTime, readerZone } from "@/lib/zone";
import { signedIn } from "./fakeApi";
import { FakeSocket } from "./fakeSocket";
import { draw } from "./screen";
import { ago, appointment, forCustomer, outside, visit } from "./things";
import { until } from "./until";
import { api, livePage, round } from "./livePage";

const EXCHANGE = "POST /api/public/links/exchange";
const BY_LINK = "GET /api/public/visits/a1";
const OWN = "GET /api/customers/visits/a1";
const booked = () =>
  visit({ topic: `appointment.${round}`, job: null, items: [], steps: [], promises: [], appointment: appointment({ status: "confirmed", job_id: null, scheduled_start: "2026-11-21T04:30:00Z", scheduled_end: "2026-11-21T05:55:00Z" }) });

const topic = () => `job.${round}`;
livePage("visit", "visits");

function openLink() {
  history.pushState(null, "", "/v/secret");
  draw(<Routes><Route path="v/:token" element={<LinkPage />} /></Routes>);
}
async function openOwn(document: ReturnType<typeof visit>) {
  enter(signedIn("t1", "u9"));
  api.on(OWN, { body: document.job ? { ...document, topic: topic() } : document });
  draw(<VisitPage id="a1" />);
  await screen.findByRole("heading", { level: 1 });
}
const followed = (name: string) => until(() => expect(FakeSocket.last.of("subscribe")).toContainEqual(expect.objectContaining({ topic: name })));
async function say(data: object, name = topic()) {
  await followed(name);
  await act(async () => FakeSocket.last.say({ type: "service:progress_updated", topic: name, seq: 41, at: "", data: data as Record<string, unknown> }));
}

describe("a visit by its link", () => {
  it("opens without an account", async () => {
    api.on(EXCHANGE, { body: { kind: "visit", id: "a1", expires_at: "2027-01-01T00:00:00Z" } });
    api.on(BY_LINK, { body: visit({ topic: topic() }) });
    openLink();
    expect(await screen.findByRole("heading", { level: 1, name: "Battery is being checked" })).toBeVisible();
    expect(api.of(EXCHANGE)[0]).toMatchObject({ body: { token: "secret" }, token: null });
  });

  it("that ended or was replaced says so, and what to do", async () => {
    api.on(EXCHANGE, { status: 404, body: { code: "link_invalid", detail: "This link does not work any more.", next: "Ask the service centre for one." } });
    openLink();
    expect(await screen.findByRole("heading", { name: "This link does not work any more" })).toBeVisible();
    expect(screen.getByText("Ask the service centre for one.")).toBeVisible();
    expect(screen.getByRole("link", { name: "Sign in instead" })).toHaveAttribute("href", "/visit");
  });

  it("that is revoked while the page is open closes the page with words", async () => {
    api.on(EXCHANGE, { body: { kind: "visit", id: "a1", expires_at: "2027-01-01T00:00:00Z" } });
    api.on(BY_LINK, { body: visit({ topic: topic() }) });
    openLink();
    await screen.findByRole("heading", { level: 1 });
    await followed(topic());
    api.on(BY_LINK, { status: 401, body: { code: "unauthenticated" } });
    await act(async () => FakeSocket.last.say({ type: "error", code: "forbidden", topic: topic() }));
    expect(await screen.findByRole("heading", { name: "This link does not work any more" })).toBeVisible();
    expect(screen.queryByText("TN 09 BX 4471")).toBeNull();
  });

  it("waits for a workshop that cannot be reached", async () => {
    api.on(EXCHANGE, "unreachable");
    openLink();
    expect(await screen.findByText(/tries again by itself/)).toBeVisible();
    expect(screen.getByRole("button", { name: "Retry" })).toBeVisible();
  });
});

describe("a visit, live", () => {
  it("says what happens, by whom, when it is ready and why that moved", async () => {
    await openOwn(visit());
    const head = within(screen.getByRole("banner"));
    expect(head.getByText("Priya")).toBeVisible();
    expect(head.getByText("Isolation resistance measurement")).toBeVisible();
    expect(head.getByText("15:30 to 16:00")).toBeVisible();
    expect(screen.getByText(/Moved from/)).toHaveTextContent("Moved from 15:00: The thermal scan needs a cooler pack.");
    const [from, to] = ["2026-11-20T10:00:00Z", "2026-11-20T10:30:00Z"].map((at) => clockTime(at, readerZone(), "en"));
    expect(head.getByText(/where you are$/, { selector: "p" })).toHaveTextContent(`${from} to ${to} where you are`);
    expect(screen.getByRole("link", { name: "Call" })).toHaveAttribute("href", "tel:+914455500101");
    expect(screen.queryByText("Needs you")).toBeNull();
  });

  it("changes in place when a step is done", async () => {
    await openOwn(visit());
    const row = () => screen.getByText(/^Isolation resistance measurement/, { selector: "li span" }).closest("li");
    expect(row()).toHaveTextContent("under way");
    const done = outside().map((step) => (step.id === "s4" ? { ...step, version: 9, status: "done" as const, completed_at: ago(0), reading: 812 } : step));
    await say({ job: { ...forCustomer({ stage: "quality_check", current: null }), version: 20 }, steps: done });
    expect(await screen.findByRole("heading", { level: 1, name: "A second person checks the work" })).toBeVisible();
    expect(screen.getByText("812 Ω/V")).toBeVisible();
    expect(row()).not.toHaveTextContent("under way");
  });

  it("asks for a decision only while one is awaited", async () => {
    const waits = forCustomer({ holds: [{ kind: "approval", since: ago(9) }], current: { ...forCustomer().current!, status: "paused", running_since: null } });
    await openOwn(visit({ job: waits }));
    expect(screen.getByRole("region", { name: "Your decision is needed" })).toBeVisible();
    await say({ job: { ...forCustomer(), version: 20 } });
    await until(() => expect(screen.queryByText("Needs you")).toBeNull());
  });

  it("shows the appointment before check-in, and becomes the visit when the card opens", async () => {
    await openOwn(booked());
    expect(screen.getByRole("heading", { level: 1, name: "Your visit is booked" })).toBeVisible();
    expect(screen.getByText("Sat 21 Nov 10:00")).toBeVisible();
    expect(screen.getByText("112 Second Avenue, Anna Nagar, Chennai")).toBeVisible();
    api.on(OWN, { body: visit({ seq: 42, topic: topic() }) });
    await say({ appointment: appointment({ version: 3 }) }, `appointment.${round}`);
    expect(await screen.findByRole("heading", { level: 1, name: "Battery is being checked" })).toBeVisible();
  });

  it("calls what is repaired by its serial number equipment, and no vehicle", async () => {
    const iron = appointment({ vehicle: { ...appointment().vehicle, kind: "equipment", plate: "", make: "Philips", model: "Azur" } });
    await openOwn(visit({ appointment: iron, job: forCustomer({ stage: "received", current: null, vehicle: iron.vehicle }) }));
    expect(await screen.findByRole("heading", { level: 1, name: "Your equipment is here" })).toBeVisible();
    expect(screen.queryByText(/vehicle/i)).toBeNull();
  });

  it("closes with what was done and measured", async () => {
    const steps = outside().map((step) => ({ ...step, status: "verified" as const, completed_at: step.completed_at ?? ago(5) }));
    await openOwn(visit({ appointment: appointment({ status: "fulfilled" }), job: forCustomer({ stage: "delivered", delivered_at: ago(1), current: null }), steps }));
    const summary = within(await screen.findByRole("region", { name: "What was done" }));
    expect(summary.getByText("7 steps")).toBeVisible();
    expect(summary.getByText("91 %")).toBeVisible();
    expect(screen.getByText("Fri 20 Nov 13:40")).toBeVisible();
  });

  it("says that it was brought back, and when, before the desk has closed the card", async () => {
    const ready = forCustomer({ stage: "ready_for_pickup", ready_at: ago(64), current: null });
    const back = { direction: "return", status: "done", ended_at: ago(1) } as ReturnType<typeof appointment>["transports"][number];
    await openOwn(visit({ appointment: appointment({ transports: [back] }), job: ready }));
    expect(screen.getByRole("heading", { level: 1, name: "Your vehicle is back with you" })).toBeVisible();
    expect(screen.getByRole("banner")).toHaveTextContent("Fri 20 Nov 13:40");
    expect(screen.queryByText(/Ready since/)).toBeNull();
    expect(markOf({ appointment: appointment({ transports: [back] }), job: ready })).toEqual({ state: "done", say: "over" });
  });

  it("tells when a driver set out, collected it and brought it back, before its card and after", async () => {
    const trip = (direction: string, status: string, started: number, ended: number | null) =>
      ({ id: direction, direction, status, started_at: ago(started), ended_at: ended === null ? null : ago(ended), driver: { name: "Selvi" } }) as ReturnType<typeof appointment>["transports"][number];
    const said = (lines: ReturnType<typeof eventsOf>) => lines.map((one) => [one.kind, one.at, one.state]);
    const fetching = appointment({ status: "confirmed", transports: [trip("collect", "under_way", 30, null)] });
    expect(said(eventsOf(visit({ appointment: fetching, job: null })))).toEqual([["collect_out", ago(30), "progress"]]);
    const over = appointment({ transports: [trip("collect", "done", 300, 240), trip("return", "done", 40, 1)] });
    await openOwn(visit({ appointment: over, job: forCustomer({ stage: "ready_for_pickup", received_at: ago(200), ready_at: ago(64), current: null }), steps: [], promises: [] }));
    const lines = within(screen.getByRole("region", { name: "What happened" })).getAllByRole("listitem");
    expect(lines.map((line) => line.textContent)).toEqual([
      "DoneBrought back to you13:40 · Selvi", "DoneThe driver set out to bring it back13:01 · Selvi", "DoneReady for pickup12:37",
      "DoneVehicle received10:21", "DoneCollected from you09:41 · Selvi", "DoneThe driver set out to collect it08:41 · Selvi",
    ]);
  });

  it("says what was booked of one that does not take place, and nothing owed", async () => {
    await openOwn({ ...booked(), appointment: appointment({ status: "cancelled", job_id: null }) });
    const lines = within(screen.getByRole("region", { name: "What was booked" }));
    expect(lines.getByText("Battery health check")).toBeVisible();
    expect(lines.queryByText("Total")).toBeNull();
    expect(lines.queryByText("₹2,360")).toBeNull();
  });

  it("says that a told time has passed instead of pretending", async () => {
    await openOwn(visit({ job: forCustomer({ window: { ...forCustomer().window!, to: ago(2) } }) }));
    expect(screen.getByText("Later than told. A new time follows.")).toBeVisible();
  });
});

describe("the list of visits", () => {
  const row = (name: RegExp) => screen.getByRole("link", { name });
  async function openList(...results: ReturnType<typeof appointment>[]) {
    enter(signedIn("t1", "u9"));
    api.on("GET /api/customers/appointments", { body: { results, next: null, previous: null } });
    api.on(OWN, { body: visit({ topic: topic() }) });
    draw(<VisitsPage Waiting={() => null} />);
    await screen.findByRole("heading", { level: 1 });
  }

  it("says of each which car, what is done, how it stands and when", async () => {
    await openList(
      appointment(),
      appointment({ id: "a2", status: "confirmed", job_id: null, scheduled_start: "2026-11-21T04:30:00Z", scheduled_end: "2026-11-21T05:55:00Z" }),
      appointment({ id: "a3", status: "fulfilled", scheduled_start: "2026-10-02T04:30:00Z" }),
      appointment({ id: "a4", status: "cancelled", job_id: null, scheduled_start: "2026-09-02T04:30:00Z" }),
    );
    const here = await screen.findByRole("link", { name: /Ready 15:30 to 16:00/ });
    for (const words of ["TN 09 BX 4471", "Tata Nexon EV", "In progress", "Battery health check"]) expect(here).toHaveTextContent(words);
    expect(row(/Booked/)).toHaveTextContent("Sat 21 Nov 10:001 h 25");
    expect(row(/Handed over/)).toHaveTextContent("Fri 2 Oct 10:00₹2,360");
    expect(row(/Did not take place/)).toHaveTextContent(/Wed 2 Sept? 10:00$/);
  });

  it("follows the one at the workshop", async () => {
    await openList(appointment());
    await screen.findByRole("link", { name: /In progress/ });
    await say({ job: { ...forCustomer({ stage: "ready_for_pickup", ready_at: ago(0), current: null }), version: 20 } });
    expect(await screen.findByRole("link", { name: /Ready since 13:41/ })).toHaveTextContent(/4471.*Ready/);
  });
});

describe("what the list says in one word", () => {
  it("asks for the customer before all else", () => {
    const waits = forCustomer({ holds: [{ kind: "approval", since: ago(9) }] });
    expect(markOf({ appointment: appointment(), job: waits })).toEqual({ state: "waiting", say: "needs_you" });
    expect(markOf({ appointment: appointment(), job: { ...waits, holds: [], stage: "quality_check" } })).toEqual({ state: "progress", say: "check" });
    expect(markOf({ appointment: appointment({ status: "proposed" }), job: null })).toEqual({ state: "waiting", say: "answer" });
  });
});
