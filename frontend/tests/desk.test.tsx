/** The desk's screen as its people use it: by keyboard, live, told who was first. */
import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { QueryClientProvider } from "@tanstack/react-query";
import { act, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { BoardDocument } from "@/api/documents";
import { enter, leave } from "@/api/session";
import type { AllowedAction, Step } from "@/api/things";
import { DeskArea } from "@/app/areas/desk";
import { draft } from "@/features/desk/live/draft";
import { emptyDraft } from "@/features/desk/model/visit";
import { needMessages } from "@/lib/i18n";
import { Route, Routes } from "@/lib/router";
import { cache } from "@/live/cache";
import { intents } from "@/live/intents";
import { FakeApi, signedIn } from "./fakeApi";
import { FakeSocket } from "./fakeSocket";
import { ago, appointment, center, item, job, sheet, steps } from "./things";

const BOARD = "GET /api/staff/board";
const JOB = "GET /api/staff/jobs/j1";
const CHECK_IN = "POST /api/staff/appointments/a5/check-in";
const BOOK = "POST /api/staff/appointments";
const anyone = (verb: string, tone: AllowedAction["tone"] = "neutral"): AllowedAction => ({ verb, label: verb, tone, only: null, except: null, until: null });
const clock = () => ({ now: new Date().toISOString(), rate: 1 });
const soon = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
const vehicle = (plate: string) => ({ ...job().vehicle, plate });

const working = job({ id: "j1", version: 9, window: null, customer: { id: "u9", name: "Maria Joseph", phone: "+91900" } });
const waiting = job({ id: "j2", appointment_id: "a2", stage: "received", column: "arriving", state: "queued", window: null, current: null, vehicle: vehicle("TN 12 KV 9677"), customer: { name: "Pavithra S" } });
const coming = appointment({ id: "a5", status: "confirmed", job_id: null, vehicle: vehicle("TN 22 CZ 1187"), scheduled_start: soon(0), estimated_completion: null, allowed_actions: [anyone("check_in", "primary")] });
const board = (): BoardDocument => ({
  topic, seq: 10, clock: clock(), center, jobs: [working, waiting], appointments: [coming],
  bays: [{ id: "b1", version: 1, name: "Bay 1", position: 1, kind: "ev" }, { id: "b2", version: 1, name: "Bay 2", position: 2, kind: "ev" }],
  technicians: [{ id: "priya", name: "Priya S.", initials: "PS", lead: false }, { id: "arun", name: "Arun K.", initials: "AK", lead: false }],
});

let api: FakeApi;
let round = 0;
let topic = "";

/** The server tells the board something, once the page follows it. */
async function tell(data: Record<string, unknown>) {
  await waitFor(() => expect(FakeSocket.last.of("subscribe")).toContainEqual({ type: "subscribe", topic, since: 10 }));
  await act(async () => FakeSocket.last.say({ type: "job:changed", topic, seq: 11, at: "", data }));
}

async function open(path = "/board") {
  history.replaceState(null, "", path);
  render(
    <I18nProvider i18n={i18n}>
      <QueryClientProvider client={cache}>
        <Routes><Route path="board/*" element={<DeskArea />} /></Routes>
      </QueryClientProvider>
    </I18nProvider>,
  );
  await screen.findAllByRole("link", { name: /TN 12 KV 9677/ });
}

beforeEach(async () => {
  vi.stubGlobal("WebSocket", FakeSocket);
  FakeSocket.willing = true;
  vi.stubGlobal("scrollTo", () => {});
  vi.stubGlobal("matchMedia", () => ({ matches: false, addEventListener() {}, removeEventListener() {} }));
  api = new FakeApi();
  api.on("POST /api/auth/socket-ticket", { body: { ticket: "t" } });
  round += 1;
  topic = `center.c${round}.desk`;
  api.on(BOARD, { body: board() });
  api.on(JOB, { body: { ...sheet({ clock: clock(), job: { ...working, allowed_actions: [] } }), topic: "job.j1" } });
  await needMessages("common", "desk", "forms");
  enter({ ...signedIn(), user: { ...signedIn().user, roles: [{ role: "staff", service_center_id: "c1", lead: false }] } });
});

afterEach(() => {
  leave();
  cache.clear();
  intents.set([]);
  draft.set(emptyDraft);
  FakeSocket.willing = false;
  vi.unstubAllGlobals();
});

describe("the board", () => {
  it("goes by arrows from card to card, opens one as an address of its own and closes by Escape", async () => {
    await open();
    const first = screen.getByRole("link", { name: /TN 12 KV 9677/ });
    first.focus();
    await userEvent.keyboard("{ArrowDown}");
    expect(screen.getByRole("link", { name: /TN 22 CZ 1187/ })).toHaveFocus();
    await userEvent.keyboard("{ArrowRight}");
    const card = screen.getByRole("link", { name: /TN 09 BX 4471/ });
    expect(card).toHaveFocus();
    await userEvent.click(card);
    expect(location.pathname).toBe("/board/jobs/j1");
    expect(await screen.findByRole("complementary", { name: "Job" })).toBeInTheDocument();
    await userEvent.keyboard("{Escape}");
    expect(location.pathname).toBe("/board");
    expect(screen.queryByRole("complementary")).toBeNull();
  });

  it("shows a change in its place and holds a move back while the pointer is on the board", async () => {
    await open();
    const inColumn = (name: string) => within(screen.getByRole("region", { name: new RegExp(name) }));
    const card = screen.getByRole("link", { name: /TN 09 BX 4471/ });
    const ready = { ...working, version: 10, stage: "quality_check" as const, column: "ready" as const, state: "done" as const };
    fireEvent.pointerMove(card);
    await tell({ jobs: [ready] });
    expect(await inColumn("In progress").findByText("To check")).toBeInTheDocument();
    await userEvent.click(await screen.findByRole("button", { name: "1 update" }));
    expect(await inColumn("Checked and ready").findByText("To check")).toBeInTheDocument();
  });
});

describe("the drawer", () => {
  it("names beside each bay the vehicle that stands in it, but neither its own nor one that is only planned for it", async () => {
    const bay = (number: number) => ({ id: `b${number}`, name: `Bay ${number}` });
    const checked = job({ id: "j3", appointment_id: "a3", stage: "quality_check", column: "ready", state: "done", bay: bay(2), window: null, vehicle: vehicle("TN 14 LA 3355") });
    const planned = { ...waiting, bay: bay(1), started_at: null };
    api.on(BOARD, { body: { ...board(), jobs: [{ ...working, bay: bay(1) }, planned, checked] } });
    await open("/board/jobs/j1");
    const names = within(await screen.findByLabelText("Stands in")).getAllByRole("option").map((one) => one.textContent);
    expect(names).toEqual(["No bay", "Bay 1", "Bay 2 · TN 14 LA 3355"]);
  });

  it("assigns at a press, and a refusal stands beside the item with who it was before", async () => {
    api.on("POST /api/staff/jobs/j1/assign", { status: 409, body: { code: "not_certified", detail: "Arun K. is not certified for this work.", next: "Choose somebody who is." } });
    await open("/board/jobs/j1");
    const choice = await screen.findByLabelText(`Technician for ${item().name}`);
    await userEvent.selectOptions(choice, "arun");
    expect(await screen.findByRole("alert")).toHaveTextContent("Arun K. is not certified for this work.");
    expect(choice).toHaveValue("priya");
    expect(api.of("POST /api/staff/jobs/j1/assign")[0]).toMatchObject({ body: { version: 9, item_id: "i1", technician_id: "arun" } });
  });

  it("hands over with the mileage, and asks why when it is not paid, keeping what was typed", async () => {
    const due = { ...working, stage: "ready_for_pickup" as const, column: "ready" as const, state: "done" as const, allowed_actions: [anyone("hand_over", "primary"), anyone("reopen")] };
    api.on(JOB, { body: sheet({ clock: clock(), job: due }) });
    api.on("POST /api/staff/jobs/j1/hand-over", { status: 409, body: { code: "not_settled", detail: "This visit is not paid.", fields: { override_reason: ["Say why it is handed over unpaid."] } } });
    await open("/board/jobs/j1");
    await userEvent.click(await screen.findByRole("button", { name: "Hand over" }));
    await userEvent.type(screen.getByLabelText(/Mileage at hand-over/), "41230{Enter}");
    expect(await screen.findByText("Say why it is handed over unpaid.")).toBeInTheDocument();
    await waitFor(() => expect(screen.getByLabelText(/Unpaid/)).toHaveFocus());
    expect(screen.getByLabelText(/Mileage at hand-over/)).toHaveValue(41230);
    api.on("POST /api/staff/jobs/j1/hand-over", { body: { job: { ...due, version: 10, stage: "delivered", allowed_actions: [anyone("close")] } } });
    await userEvent.type(screen.getByLabelText(/Unpaid/), "Pays tomorrow, says Imran{Enter}");
    expect(await screen.findByRole("button", { name: "Close the visit" })).toBeInTheDocument();
    const [first, second] = api.of("POST /api/staff/jobs/j1/hand-over");
    expect(second!.body).toEqual({ version: 9, mileage_out: 41230, override_reason: "Pays tomorrow, says Imran" });
    expect(first!.key).not.toBe(second!.key);
  });
});

describe("the promises told", () => {
  it("stand apart from the reasons they moved for", async () => {
    const told = { version: 1, job_id: "j1", cause: "changed" as const };
    const promises = [
      { ...told, id: "p1", from: soon(30), to: soon(45), reason: "", made_at: ago(60) },
      { ...told, id: "p2", from: soon(60), to: soon(75), reason: "One cell group still 30 mV off", made_at: ago(30) },
    ];
    api.on(JOB, { body: sheet({ clock: clock(), promises, job: { ...working, window: job().window } }) });
    await open("/board/jobs/j1");
    expect(await screen.findByRole("region", { name: "Promised" })).toHaveTextContent(/One cell group still 30 mV off · .*\d\d:\d\d to .*\d\d:\d\d/);
  });
});

describe("a visit that is over", () => {
  it("says why it was cancelled", async () => {
    api.on(JOB, { body: sheet({ clock: clock(), job: { ...working, stage: "cancelled", column: "closed", state: "queued", current: null, ended_reason: "Sold the car", allowed_actions: [] } }) });
    await open("/board/jobs/j1");
    expect(await screen.findByText("Cancelled: Sold the car")).toBeVisible();
  });

  it("says the mileage it left with, and why it went unpaid", async () => {
    api.on(JOB, { body: sheet({ clock: clock(), job: { ...working, stage: "delivered", column: "closed", state: "done", current: null, mileage_out: 41_235, delivered_at: ago(1), override_reason: "Pays tomorrow, says Imran", allowed_actions: [] } }) });
    await open("/board/jobs/j1");
    expect(await screen.findByRole("region", { name: "Customer" })).toHaveTextContent(/Handed over .*\d\d:\d\d · 41,235 km/);
    expect(screen.getByText(/Nexon EV · .* · 41,235 km$/)).toBeVisible();
    const money = within(screen.getByRole("region", { name: "Money" }));
    expect(money.getByText("Not paid yet")).toBeVisible();
    expect(money.getByText("Handed over unpaid: Pays tomorrow, says Imran")).toBeVisible();
  });
});

describe("a ready visit that needs more work", () => {
  const ready = { ...working, stage: "ready_for_pickup" as const, column: "ready" as const, state: "done" as const, allowed_actions: [anyone("reopen")] };
  const REOPEN = "POST /api/staff/jobs/j1/reopen";
  const unfold = async (more: Partial<Step>) => {
    api.on(JOB, { body: sheet({ clock: clock(), job: ready, steps: steps().map((one) => ({ ...one, ...more })) }) });
    api.on(REOPEN, { body: { job: { ...ready, version: 10, stage: "in_progress", allowed_actions: [] } } });
    await open("/board/jobs/j1");
    await userEvent.click(await screen.findByRole("button", { name: "More work needed" }));
    return within(screen.getByRole("form", { name: "More work needed" }));
  };

  it("names the steps to do again when every step is done", async () => {
    const form = await unfold({ status: "done" });
    await userEvent.type(form.getByLabelText("Why"), "Casing clip came off{Enter}");
    expect(form.getByRole("alert")).toHaveTextContent("Choose the steps to do again.");
    expect(form.getAllByRole("checkbox")[0]).toHaveFocus();
    expect(api.of(REOPEN)).toHaveLength(0);
    await userEvent.click(form.getByRole("checkbox", { name: "Inspect casing" }));
    await userEvent.click(form.getByRole("button", { name: "More work needed" }));
    await waitFor(() => expect(api.of(REOPEN)[0]?.body).toEqual({ version: 9, reason: "Casing clip came off", step_ids: ["s2"] }));
    await waitFor(() => expect(screen.queryByRole("form", { name: "More work needed" })).toBeNull());
  });

  it("need name none while agreed work is open, and offers only what is finished", async () => {
    const form = await unfold({});
    expect(form.getAllByRole("checkbox").map((one) => one.closest("label")?.textContent)).toEqual(["Read state of health91\u00a0%", "Inspect casing", "Isolate high voltage0.8\u00a0V"]);
    await userEvent.type(form.getByLabelText("Why"), "The rest was forgotten{Enter}");
    await waitFor(() => expect(api.of(REOPEN)[0]?.body).toEqual({ version: 9, reason: "The rest was forgotten", step_ids: [] }));
  });
});

describe("reception", () => {
  it("takes three fields and leads to what is done next", async () => {
    const opened = job({ ...waiting, id: "j5", appointment_id: "a5", vehicle: coming.vehicle, allowed_actions: [anyone("queue", "primary"), anyone("diagnose")] });
    api.on(CHECK_IN, { body: { job: opened, items: [], steps: [], holds: [], promises: [], appointment: { ...coming, status: "checked_in", job_id: "j5" } } });
    api.on("GET /api/staff/jobs/j5", { body: { ...sheet({ clock: clock(), job: opened }), topic: "job.j5" } });
    await open("/board/arrivals/a5");
    expect(screen.getByLabelText("Mileage (km)")).toHaveFocus();
    await userEvent.keyboard("41300{Tab}62{Enter}");
    await waitFor(() => expect(location.pathname).toBe("/board/jobs/j5"));
    expect(api.of(CHECK_IN)[0]!.body).toEqual({ version: coming.version, mileage_in: 41300, charge_in: 62, concern: "" });
    await waitFor(() => expect(screen.getByRole("button", { name: "Queue the booked work" })).toHaveFocus());
    expect(screen.getByRole("button", { name: "Start diagnosis" })).toBeInTheDocument();
  });

  it("asks for no charge where there is no battery", async () => {
    const petrol = { ...coming, vehicle: { ...coming.vehicle, kind: "car" as const, battery_capacity: null } };
    api.on("GET /api/staff/board", { body: { ...board(), appointments: [petrol] } });
    await open("/board/arrivals/a5");
    expect(screen.getByLabelText("Mileage (km)")).toBeVisible();
    expect(screen.queryByLabelText("Charge (%)")).toBeNull();
    expect(screen.getAllByText("optional")).toHaveLength(2);
  });

  it("tells the second person that the vehicle was received", async () => {
    await open("/board/arrivals/a5");
    const received = job({ ...waiting, id: "j5", appointment_id: "a5", vehicle: coming.vehicle });
    await tell({ jobs: [received], removed: { appointments: ["a5"] } });
    expect(await screen.findByText("This vehicle has been received.")).toBeInTheDocument();
    expect(screen.getByRole("link", { name: "Open the job" })).toHaveAttribute("href", "/board/jobs/j5");
  });
});

describe("a new visit", () => {
  it("offers the next free starts of a lost slot, keeps what was typed, and books one at a press", async () => {
    const service = { id: "s1", name: "Puncture repair", category: "tyres", estimated_duration: 30, base_price: { amount: "340.00", currency: "INR" }, vehicle_kinds: [] };
    api.on("GET /api/staff/services", { body: { results: [service], next: null, previous: null } });
    api.on("GET /api/staff/customers", { body: { results: [], next: null, previous: null } });
    api.on(BOOK, { status: 409, body: { code: "slot_taken", detail: "This time was just taken.", next: "Choose one of the next free times.", next_free: [soon(60), soon(90)] } });
    await open();
    await userEvent.keyboard("n");
    expect(location.pathname).toBe("/board/new");
    const dialog = within(await screen.findByRole("dialog", { name: "New visit" }));
    await userEvent.type(dialog.getByRole("combobox", { name: "Name, phone or plate" }), "Zoya Khan");
    await userEvent.click(await dialog.findByRole("option", { name: "New customer: Zoya Khan" }));
    await userEvent.type(dialog.getByLabelText("Phone"), "+91 98400 55512");
    await userEvent.type(dialog.getByLabelText("Make"), "MG");
    await userEvent.type(dialog.getByLabelText("Model"), "ZS EV");
    await userEvent.click(dialog.getByRole("button", { name: "Book and check in" }));
    expect(await dialog.findByText("Choose at least one service.")).toBeInTheDocument();
    expect(api.of(BOOK)).toHaveLength(0);
    await userEvent.click(await dialog.findByRole("button", { name: /Puncture repair/ }));
    await userEvent.click(dialog.getByRole("button", { name: "Book and check in" }));
    expect(await dialog.findByText("This time was just taken.")).toBeInTheDocument();
    expect(dialog.getByLabelText("Name")).toHaveValue("Zoya Khan");

    api.on(BOOK, (asked) => ({ status: 201, body: { appointment: { ...coming, id: "a9", scheduled_start: (asked.body as { scheduled_start: string }).scheduled_start } } }));
    await userEvent.click(dialog.getAllByRole("button", { name: /^Book .*\d\d:\d\d$/ })[0]!);
    await waitFor(() => expect(location.pathname).toBe("/board"));
    expect(api.of(BOOK)[1]!.body).toMatchObject({ customer: { first_name: "Zoya", last_name: "Khan", phone: "+91 98400 55512" }, scheduled_start: expect.any(String) as string });
    expect(draft.get()).toEqual(emptyDraft);
  });
});
