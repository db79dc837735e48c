/** The calendar's tray: conflicts with their ways out. */
import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { Way } from "@/features/calendar/api/tray";
import { causeOf, conflictMark, movesOf, standingWays } from "@/features/calendar/model/conflicts";
import type { Slot } from "@/api/things";
import { api, atCalendar, column, open, OTHER, tell } from "./calendarScreen";
import { slot } from "./calendarThings";
import { job } from "./things";

const CONFLICTS = "GET /api/staff/conflicts";
const MOVES = "POST /api/staff/moves";
const HIT: Partial<Slot> = { version: 3, conflict_since: "2026-11-20T08:00:00Z", conflict_with: "a2" };
const hit = slot(HIT);
const way = (start: string, delay: number, version = 3): Way => ({
  broken_promises: delay ? 1 : 0,
  delay,
  moves: [{ appointment_id: "a1", version, number: "ANNA-V0001", scheduled_start: start, before: slot().scheduled_start, delay, bay: { id: "b1", name: "Bay 1" }, technician: { id: "arun", name: "Arun K." } }],
});
const KEPT = way("2026-11-20T10:30:00+00:00", 0);
const LATER = way("2026-11-20T11:15:00+00:00", 45);

describe("conflicts, purely", () => {
  it("name what runs into a visit, from its card or from the calendar", () => {
    expect(causeOf(hit, [OTHER], new Map([["a2", job({ bay: { id: "b2", name: "Bay 2" } })]]))).toEqual({ what: "TN 09 BX 4471", bay: "Bay 2", until: "2026-11-20T10:00:00Z" });
    expect(causeOf(hit, [OTHER], new Map())).toEqual({ what: "TN 22 CZ 1187", bay: "Bay 2", until: null });
    expect(causeOf(hit, [], new Map())).toBeNull();
  });

  it("let a way stand only while each of its visits is as it was seen", () => {
    expect(standingWays([KEPT, LATER], [hit])).toEqual([KEPT, LATER]);
    expect(standingWays([KEPT], [{ ...hit, version: 4 }])).toEqual([]);
    expect(standingWays([KEPT], [])).toEqual([]);
    expect(conflictMark([hit])).not.toBe(conflictMark([{ ...hit, version: 4 }]));
  });

  it("send every visit with the version seen, its time, bay and technician", () => {
    expect(movesOf(LATER)).toEqual({ moves: [{ appointment_id: "a1", version: 3, scheduled_start: "2026-11-20T11:15:00+00:00", bay_id: "b1", technician_id: "arun" }] });
  });
});

describe("conflicts in the tray", () => {
  atCalendar();
  const tray = () => within(screen.getByRole("complementary", { name: "To place" }));
  const conflicted = async (ways: Way[] = [KEPT, LATER]) => {
    api.on(CONFLICTS, { body: { appointments: [hit], ways } });
    await open();
    await tell({ appointments: [hit] });
    return within(await tray().findByRole("region", { name: "Ways out" }));
  };

  it("come on top with what runs into them, and one press resolves them all", async () => {
    const ways = await conflicted();
    const [first] = tray().getAllByRole("region");
    expect(first).toHaveAccessibleName(/Visits in conflict/);
    expect(first).toHaveTextContent("TN 22 CZ 1187 (Bay 2) runs into its time.");
    expect(column("Bay 1").getByRole("link", { name: /TN 09 BX 4471/ })).toHaveTextContent("Conflict");
    const [kept, later] = await ways.findAllByRole("listitem").then((items) => items.filter((item) => item.querySelector("button")));
    expect(kept).toHaveTextContent("Keeps every promise");
    expect(later).toHaveTextContent("1 visit later, 45 min in all");
    expect(later).toHaveTextContent("16:00 → 16:45 · Bay 1 · Arun K.");
    const button = within(later!).getByRole("button", { name: "Move the visit" });
    expect(button).toHaveAccessibleDescription(/1 visit later, 45\smin in all/);
    api.on(MOVES, { body: { appointments: [slot({ version: 4, scheduled_start: "2026-11-20T11:15:00+00:00", scheduled_end: "2026-11-20T12:15:00+00:00" })] } });
    button.focus();
    await userEvent.keyboard("{Enter}");
    expect(await screen.findByText("The visit is moved; its customer is told once")).toBeInTheDocument();
    expect(api.of(MOVES)[0]?.body).toEqual(movesOf(LATER));
    expect(api.of(MOVES)[0]?.key).toBeTruthy();
    await waitFor(() => expect(tray().queryByText(/Visits in conflict/)).toBeNull());
    expect(screen.getByRole("heading", { name: "To place" })).toHaveFocus();
  });

  it("say a refusal in words, keep it, and read the ways out again", async () => {
    const ways = await conflicted();
    api.on(MOVES, { status: 409, body: { code: "slot_taken", detail: "Arun K. is booked then.", next: "Choose another time." } });
    api.on(CONFLICTS, { body: { appointments: [hit], ways: [LATER] } });
    await userEvent.click((await ways.findAllByRole("button", { name: "Move the visit" }))[0]!);
    expect(await ways.findByRole("alert")).toHaveTextContent("Arun K. is booked then.");
    await waitFor(() => expect(ways.queryByText("Keeps every promise")).toBeNull());
    expect(ways.getByText("1 visit later, 45 min in all")).toBeInTheDocument();
    expect(ways.getByRole("alert")).toBeInTheDocument();
  });

  it("are read anew when a frame changes one, and never offer what is over", async () => {
    const ways = await conflicted();
    await ways.findByText("Keeps every promise");
    let answer: (reply: { body: unknown }) => void = () => {};
    api.on(CONFLICTS, () => new Promise((resolve) => (answer = resolve)));
    await tell({ appointments: [{ ...hit, version: 4 }] });
    expect(await ways.findByRole("status")).toHaveTextContent("Looking for ways out");
    await waitFor(() => expect(api.of(CONFLICTS)).toHaveLength(2));
    answer({ body: { appointments: [{ ...hit, version: 4 }], ways: [way("2026-11-20T12:00:00+00:00", 90, 4)] } });
    expect(await ways.findByText("1 visit later, 1 h 30 in all")).toBeInTheDocument();
  });

  it("of a received vehicle send to its card, for no move helps it", async () => {
    await open();
    await tell({ appointments: [slot({ ...HIT, status: "checked_in", allowed_actions: [] })] });
    const group = within(await tray().findByRole("region", { name: /Visits in conflict/ }));
    expect(group.getByText(/Its vehicle is here: give it another bay or technician/)).toBeInTheDocument();
    expect(group.queryByRole("button", { name: "Move" })).toBeNull();
    expect(tray().queryByRole("region", { name: "Ways out" })).toBeNull();
  });

  it("stand in the drawer of the visit too", async () => {
    await conflicted();
    await userEvent.click(column("Bay 1").getByRole("link", { name: /TN 09 BX 4471/ }));
    const drawer = within(await screen.findByRole("complementary", { name: "Visit" }));
    expect(await drawer.findByText("Keeps every promise")).toBeInTheDocument();
    expect(drawer.getByRole("region", { name: "Conflict" })).toHaveTextContent("TN 22 CZ 1187 (Bay 2) runs into its time.");
  });
});

const UNSERVED = "GET /api/staff/unserved";
const outside = (more: Partial<Slot> = {}) => ({
  appointment: { ...slot({ id: "a9", version: 5, scheduled_start: "2026-12-24T04:30:00+00:00", scheduled_end: "2026-12-24T05:30:00+00:00", ...more }), vehicle: { ...slot().vehicle!, plate: "TN 66 AA 1001" } },
  reasons: [{ code: "closed", text: "Pitlane Anna Nagar is closed then." }],
});

describe("visits left outside", () => {
  atCalendar();
  const group = () => screen.findByRole("region", { name: /Visits left outside/ });

  it("say why, and are moved from the tray though their day is not on screen", async () => {
    api.on(UNSERVED, { body: [outside()] });
    api.on("GET /api/staff/availability", { body: { days: [{ date: "2026-12-24", open: true, reason: "", slots: ["2026-12-24T09:30:00Z"] }] } });
    await open();
    const left = within(await group());
    expect(await left.findByText("Pitlane Anna Nagar is closed then.")).toBeInTheDocument();
    expect(left.getByRole("link")).toHaveAttribute("href", "/desk/calendar/visits/a9?date=2026-12-24&view=day&by=bays");
    await userEvent.click(left.getByRole("button", { name: "Move TN 66 AA 1001" }));
    const dialog = within(await screen.findByRole("dialog", { name: "Move TN 66 AA 1001" }));
    await userEvent.click(await dialog.findByRole("radio", { name: "15:00" }));
    api.on("POST /api/staff/appointments/a9/reschedule", { status: 409, body: { code: "slot_taken", detail: "Bay 1 was just taken." } });
    await userEvent.click(dialog.getByRole("button", { name: "Move" }));
    expect(await left.findByRole("alert")).toHaveTextContent("Bay 1 was just taken.");
    expect(api.of("POST /api/staff/appointments/a9/reschedule")[0]?.body).toMatchObject({ version: 5, scheduled_start: "2026-12-24T09:30:00.000Z" });
  });

  it("go when a frame tells that they moved, and the list is read again", async () => {
    api.on(UNSERVED, { body: [outside()] });
    await open();
    await group();
    api.on(UNSERVED, { body: [] });
    await tell({ appointments: [{ ...outside().appointment, version: 6 }] });
    await waitFor(() => expect(screen.queryByRole("region", { name: /Visits left outside/ })).toBeNull());
    await waitFor(() => expect(api.of(UNSERVED)).toHaveLength(2));
    await tell({ appointments: [slot({ version: 8 })] });
    expect(api.of(UNSERVED)).toHaveLength(2);
  });

  it("that were only proposed are not the desk's to move", async () => {
    api.on(UNSERVED, { body: [outside({ status: "proposed", allowed_actions: [] })] });
    await open();
    const left = within(await group());
    expect(await left.findByText("Its time is proposed: the customer answers first.")).toBeInTheDocument();
    expect(left.queryByRole("button")).toBeNull();
  });
});

describe("the waiting list", () => {
  atCalendar();
  const JOIN = "POST /api/staff/waiting-list";

  it("takes somebody on the phone, with what is wrong beside the fields and what was typed kept", async () => {
    api.on("GET /api/staff/services", { body: { results: [{ id: "s1", version: 1, name: "Brake check", category: "brakes", base_price: { amount: "900.00", currency: "INR" }, estimated_duration: 60, vehicle_kinds: [] }] } });
    api.on("GET /api/staff/customers", { body: { results: [{ id: "u9", name: "Maria Joseph", phone: "+91900", vehicles: [slot().vehicle] }] } });
    await open();
    expect(await screen.findByText("Nobody waits for a time.")).toBeInTheDocument();
    await userEvent.keyboard("l");
    const dialog = within(await screen.findByRole("dialog", { name: "Add to waiting list" }));
    await userEvent.type(dialog.getByRole("combobox", { name: /Name, phone/ }), "Maria");
    await userEvent.click(await dialog.findByRole("option", { name: /Maria Joseph/ }));
    await userEvent.click(await dialog.findByRole("button", { name: /Brake check/ }));
    await userEvent.click(dialog.getByRole("button", { name: "Add to waiting list" }));
    expect(dialog.getByLabelText("First day")).toHaveFocus();
    await userEvent.type(dialog.getByLabelText("First day"), "2026-11-23");
    await userEvent.type(dialog.getByLabelText("Not before"), "16:00");
    api.on(JOIN, { status: 400, body: { code: "waiting_days_invalid", detail: "Nothing can become free then.", fields: { from_date: ["Choose today or a later day."] } } });
    await userEvent.click(dialog.getByRole("button", { name: "Add to waiting list" }));
    expect(await dialog.findByText("Choose today or a later day.")).toBeInTheDocument();
    const entry = { id: "w1", version: 1, status: "waiting", center_id: "c1", customer: { name: "Maria Joseph" }, vehicle: slot().vehicle, services: [], from_date: "2026-11-23", to_date: "2026-11-23", day_from: "16:00", day_until: null, joined_at: "2026-11-20T08:00:00Z", appointment_id: null, offer: null, allowed_actions: [] };
    api.on(JOIN, { status: 201, body: { waiting: [entry] } });
    await userEvent.click(dialog.getByRole("button", { name: "Add to waiting list" }));
    expect(await screen.findByText("TN 09 BX 4471 is on the waiting list")).toBeInTheDocument();
    expect(api.of(JOIN)[1]?.body).toEqual({ center_id: "c1", customer_id: "u9", vehicle_id: "v1", services: [{ service_id: "s1", quantity: 1 }], from_date: "2026-11-23", to_date: "2026-11-23", day_from: "16:00", day_until: null });
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(within(screen.getByRole("region", { name: /Waiting list/ })).getByText(/Maria Joseph/)).toBeInTheDocument();
  });
});
