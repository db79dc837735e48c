/** The desk's screen as its people use it: by keyboard, live, told who was first. */
import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { Step } from "@/api/things";
import { anyone, api, atDesk, board, BOARD, clock, coming, JOB, open, soon, tell, vehicle, waiting, working } from "./deskScreen";
import { ago, item, job, sheet, steps } from "./things";

const CHECK_IN = "POST /api/staff/appointments/a5/check-in";

atDesk();

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

  describe("of what was collected", () => {
    const trip = { id: "t1", version: 2, direction: "collect" as const, status: "done" as const, address: "4 Shop Street", postcode: "637001", town: "Namakkal", window_start: ago(300), window_end: ago(180), change_until: ago(400), driver: { id: "d1", name: "Selvaraj K." }, keys: true, mileage: null, photo_count: 0, reason: "", started_at: ago(280), ended_at: ago(200), allowed_actions: [] };
    const { appointment } = sheet();

    it("leads to planning its return, and says no more that it is on its way", async () => {
      api.on(JOB, { body: sheet({ clock: clock(), job: working, appointment: { ...appointment, transports: [trip], transport_actions: [anyone("return", "neutral")] } }) });
      await open("/board/jobs/j1");
      const link = await screen.findByRole("link", { name: "Plan its return" });
      expect(link.getAttribute("href")).toMatch(new RegExp(`^/desk/calendar/visits/${appointment.id}\\?date=.*&view=day$`));
      expect(screen.queryByText(/has it and brings it here/)).toBeNull();
    });

    it("says who brings it back, and when", async () => {
      const planned = { ...trip, id: "t2", direction: "return" as const, status: "planned" as const, window_start: ago(-1440), window_end: ago(-1500) };
      api.on(JOB, { body: sheet({ clock: clock(), job: working, appointment: { ...appointment, transports: [trip, planned], transport_actions: [] } }) });
      await open("/board/jobs/j1");
      expect(await screen.findByText("Selvaraj K. brings it back")).toBeVisible();
      expect(screen.getByRole("link", { name: "Run the drive" })).toBeVisible();
    });
  });

  it("names the chosen bay alone, though another vehicle stands in it", async () => {
    const there = { ...working, id: "j3", appointment_id: "a3", bay: { id: "b1", name: "Bay 1" }, vehicle: vehicle("TN 07 DI 1234") };
    const planned = { ...waiting, id: "j1", bay: { id: "b1", name: "Bay 1" }, started_at: null };
    api.on(BOARD, { body: { ...board(), jobs: [waiting, there] } });
    api.on(JOB, { body: sheet({ clock: clock(), job: planned }) });
    await open("/board/jobs/j1");
    const choice = await screen.findByLabelText("Planned for");
    expect(choice).toHaveDisplayValue("Bay 1");
    api.on("POST /api/staff/jobs/j1/move", { body: { job: { ...planned, version: 10, bay: { id: "b2", name: "Bay 2" } } } });
    await userEvent.selectOptions(choice, "b2");
    await waitFor(() => expect(within(choice).getAllByRole("option").map((one) => one.textContent)).toEqual(["No bay", "Bay 1 · TN 07 DI 1234", "Bay 2"]));
  });

  it("holds for nothing that was not chosen, and needs no reason", async () => {
    const HOLD = "POST /api/staff/jobs/j1/hold";
    api.on(HOLD, { body: { job: { ...working, version: 10 } } });
    await open("/board/jobs/j1");
    await userEvent.click(await screen.findByRole("button", { name: "Place a hold" }));
    const form = within(screen.getByRole("form", { name: "Place a hold" }));
    const kind = form.getByLabelText("What it waits for");
    expect(kind).toHaveDisplayValue("Choose…");
    expect(form.getByText("optional").parentElement?.parentElement).toHaveTextContent(/^Why/);
    await userEvent.click(form.getByRole("button", { name: "Place a hold" }));
    expect(kind).toHaveAccessibleDescription("Choose one.");
    expect(kind).toHaveFocus();
    expect(api.of(HOLD)).toHaveLength(0);
    await userEvent.selectOptions(kind, "tool");
    await userEvent.click(form.getByRole("button", { name: "Place a hold" }));
    await waitFor(() => expect(api.of(HOLD)[0]?.body).toEqual({ version: 9, kind: "tool", reason: "", item_id: null }));
  });

  it("assigns at a press, and a refusal stands beside the item with who it was before", async () => {
    api.on("POST /api/staff/jobs/j1/assign", { status: 409, body: { code: "not_certified", detail: "Arun K. is not certified for this work.", next: "Choose somebody who is." } });
    await open("/board/jobs/j1");
    const choice = await screen.findByLabelText(`Technician for ${item().name}`);
    await userEvent.selectOptions(choice, "arun");
    expect(await screen.findByRole("alert")).toHaveTextContent("Arun K. is not certified for this work.");
    expect(choice).toHaveValue("priya");
    expect(api.of("POST /api/staff/jobs/j1/assign")[0]).toMatchObject({ body: { version: 9, item_id: "i1", technician_id: "arun" } });
    await userEvent.keyboard("{Escape}");
    await userEvent.click(screen.getByRole("link", { name: /TN 09 BX 4471/ }));
    expect(await screen.findByLabelText(`Technician for ${item().name}`)).toBeInTheDocument();
    expect(screen.queryByRole("alert")).toBeNull();
  });

  it("lets go of a refusal when something else is done with the card", async () => {
    api.on("POST /api/staff/jobs/j1/assign", { status: 409, body: { code: "not_certified", detail: "Arun K. is not certified for this work." } });
    api.on("POST /api/staff/jobs/j1/move", { body: { job: { ...working, version: 10, bay: { id: "b2", name: "Bay 2" } } } });
    await open("/board/jobs/j1");
    await userEvent.selectOptions(await screen.findByLabelText(`Technician for ${item().name}`), "arun");
    expect(await screen.findByRole("alert")).toBeInTheDocument();
    await userEvent.selectOptions(screen.getByLabelText("Stands in"), "b2");
    await waitFor(() => expect(screen.queryByRole("alert")).toBeNull());
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
  it.each([["delivered", "Handed over"], ["closed", "Closed"]] as const)("says that it is %s", async (stage, words) => {
    api.on(JOB, { body: sheet({ clock: clock(), job: { ...working, stage, column: "closed", state: "done", current: null, allowed_actions: [] } }) });
    await open("/board/jobs/j1");
    const drawer = within(await screen.findByRole("complementary", { name: "Job" }));
    expect((await drawer.findByText(words)).closest("[data-state]")).toHaveAttribute("data-state", "done");
  });

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

  it("are all in sight, also those of a second work: only the drawer scrolls", async () => {
    const first = steps().map((one) => ({ ...one, status: "done" as const }));
    const second = first.map((one) => ({ ...one, id: `${one.id}b`, item_id: "i2" }));
    api.on(JOB, { body: sheet({ clock: clock(), job: ready, items: [item(), item({ id: "i2", position: 2, name: "Coolant renewal" })], steps: [...first, ...second] }) });
    await open("/board/jobs/j1");
    await userEvent.click(await screen.findByRole("button", { name: "More work needed" }));
    const form = screen.getByRole("form", { name: "More work needed" });
    expect(within(form).getByRole("group", { name: "Coolant renewal" })).toBeVisible();
    expect(within(form).getAllByRole("checkbox")).toHaveLength(14);
    expect(form.querySelector("[class*=overflow], [class*=max-h]")).toBeNull();
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
