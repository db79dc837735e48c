/** The desk's calendar as its people use it: dragged, refused, told who was first, answered, by keyboard. */
import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { draft } from "@/features/desk/live/draft";
import { answer, api, atCalendar, column, knowsFree, open, OTHER, PLATE, tell, topic, verbOf } from "./calendarScreen";
import { calendar, changed, request, slot } from "./calendarThings";

const MOVE = "POST /api/staff/appointments/a1/reschedule";

const pointer = (x: number, y: number) => ({ clientX: x, clientY: y, button: 0, isPrimary: true, pointerId: 1, pointerType: "mouse" });
/** Take a card at its start and carry it: 16:00 in Bay 1 lies at 200 | 530. */
function carry(card: HTMLElement, x: number, y: number) {
  fireEvent.pointerDown(card, pointer(200, 530));
  fireEvent.pointerMove(window, pointer(205, 540));
  fireEvent.pointerMove(window, pointer(x, y));
}
const drop = () => fireEvent.pointerUp(window, pointer(0, 0));

atCalendar();

describe("dragging a visit", () => {
  it("moves it at once, sends time and bay with the version seen, and takes it back", async () => {
    let answer: (reply: object) => void = () => {};
    api.on(MOVE, () => new Promise((resolve) => (answer = resolve)));
    carry(await open(), 400, 650);
    expect(column("Bay 2").getByText("18:00 to 19:00")).toBeInTheDocument();
    drop();
    expect(column("Bay 2").getByRole("link", { name: PLATE })).toBeInTheDocument();
    await waitFor(() => expect(api.of(MOVE)[0]?.body).toEqual({ version: 2, scheduled_start: "2026-11-20T12:30:00.000Z", bay_id: "b2" }));
    expect(await column("Bay 2").findByText("Sending")).toBeInTheDocument();
    const moved = slot({ version: 3, scheduled_start: "2026-11-20T12:30:00+00:00", scheduled_end: "2026-11-20T13:30:00+00:00", bay: { id: "b2", name: "Bay 2" } });
    await act(async () => answer({ body: { appointment: moved } }));
    expect(column("Bay 2").getByRole("link", { name: PLATE })).toHaveTextContent("Booked");
    api.on(MOVE, { body: { appointment: slot({ version: 4 }) } });
    await userEvent.click(await screen.findByRole("button", { name: "Undo" }));
    await waitFor(() => expect(api.of(MOVE)[1]?.body).toEqual({ version: 3, scheduled_start: slot().scheduled_start, bay_id: "b1", technician_id: "priya" }));
    expect(await column("Bay 1").findByRole("link", { name: PLATE })).toBeInTheDocument();
  });

  it("brings it back when refused, with the reasons and the next free times at the card", async () => {
    api.on(MOVE, { status: 409, body: { code: "slot_taken", detail: "Bay 2 is booked until 17:00.", next_free: ["2026-11-20T11:30:00+00:00"], reasons: [{ id: "b2", name: "Bay 2", code: "busy", text: "Bay 2 is booked until 17:00." }] } });
    carry(await open(), 400, 530);
    drop();
    const alert = await screen.findByRole("alert");
    expect(alert).toHaveTextContent("Bay 2 is booked until 17:00.");
    expect(column("Bay 1").getByRole("link", { name: PLATE })).toBeInTheDocument();
    api.on(MOVE, { body: { appointment: slot({ version: 3 }) } });
    await userEvent.click(within(alert).getByRole("button", { name: "17:00" }));
    await waitFor(() => expect(api.of(MOVE)[1]?.body).toEqual({ version: 2, scheduled_start: "2026-11-20T11:30:00.000Z", bay_id: "b2" }));
    expect(screen.queryByRole("alert")).toBeNull();
  });

  it("resizes by its end, in whole steps, and Escape lets everything be", async () => {
    api.on(MOVE, { body: { appointment: slot({ version: 3, scheduled_end: "2026-11-20T12:00:00+00:00" }) } });
    const card = await open();
    const handle = card.parentElement!.querySelector("[aria-hidden].cursor-ns-resize")!;
    fireEvent.pointerDown(handle, pointer(200, 590));
    fireEvent.pointerMove(window, pointer(200, 600));
    fireEvent.keyDown(window, { key: "Escape" });
    drop();
    expect(api.of(MOVE)).toHaveLength(0);
    fireEvent.pointerDown(handle, pointer(200, 590));
    fireEvent.pointerMove(window, pointer(200, 600));
    fireEvent.pointerMove(window, pointer(300, 622));
    drop();
    await waitFor(() => expect(api.of(MOVE)[0]?.body).toEqual({ version: 2, duration: 90 }));
    expect(await screen.findByText(/ is planned until 17:30 now$/)).toBeInTheDocument();
  });

  it.each([[400, 0], [409, 1]])("offers to try once more what was refused by %i only where another try may do", async (status, retries) => {
    api.on(MOVE, { status, body: { code: "refused", detail: "Not then." } });
    carry(await open(), 400, 650);
    drop();
    const refused = within(await screen.findByRole("alert"));
    expect(refused.getByText("Not then.")).toBeInTheDocument();
    expect(refused.queryAllByRole("button", { name: "Retry" })).toHaveLength(retries);
  });

  it("holds what others move until it is let go", async () => {
    carry(await open(), 300, 600);
    await tell({ appointments: [{ ...OTHER, version: 3, bay: { id: "b1", name: "Bay 1" } }] });
    expect(await screen.findByText("1 update")).toBeInTheDocument();
    expect(column("Bay 2").getByRole("link", { name: /TN 22 CZ 1187/ })).toBeInTheDocument();
    fireEvent.keyDown(window, { key: "Escape" });
    expect(await column("Bay 1").findByRole("link", { name: /TN 22 CZ 1187/ })).toBeInTheDocument();
    expect(screen.queryByText("1 update")).toBeNull();
  });

  it("asks whose move counts when somebody else moved the same visit meanwhile", async () => {
    carry(await open(), 400, 650);
    await tell({ appointments: [slot({ version: 3, scheduled_start: "2026-11-20T08:30:00+00:00", scheduled_end: "2026-11-20T09:30:00+00:00" })] });
    expect(await screen.findByText("Changed meanwhile")).toBeInTheDocument();
    drop();
    const question = await screen.findByRole("alertdialog");
    expect(question).toHaveTextContent("It is now Fri 20 Nov 14:00 · Bay 1 · Priya S.");
    expect(api.of(MOVE)).toHaveLength(0);
    api.on(MOVE, { body: { appointment: slot({ version: 4 }) } });
    await userEvent.click(within(question).getByRole("button", { name: /Move to Fri 20 Nov 18:00 · Bay 2/ }));
    await waitFor(() => expect(api.of(MOVE)[0]?.body).toMatchObject({ version: 3, bay_id: "b2" }));
  });

  it("is said to be in vain when the visit was cancelled meanwhile", async () => {
    carry(await open(), 400, 650);
    await tell({ removed: { appointments: ["a1"] } });
    expect(await screen.findByText("1 update")).toBeInTheDocument();
    drop();
    expect(await screen.findByText(/is not on the calendar any more/)).toBeInTheDocument();
    expect(api.of(MOVE)).toHaveLength(0);
  });
});

describe("what others do", () => {
  const START = { scheduled_start: "2026-11-20T08:30:00+00:00", scheduled_end: "2026-11-20T09:30:00+00:00" };
  const line = () => screen.getAllByRole("status").find((one) => one.className.includes("pointer-events-none"))!;

  it("is said with who did it, for what is on screen", async () => {
    await open();
    expect(line()).toBeEmptyDOMElement();
    await tell({ appointments: [slot({ version: 3, ...START, last_change: changed(3) })] });
    expect(line()).toHaveTextContent("TN 09 BX 4471 · Moved by Lakshmi · Fri 20 Nov 14:00 · Bay 1 · Priya S.");
    await tell({ appointments: [slot({ version: 4, ...START, last_change: changed(4, { deed: "resized", by: "customer", person: null }) })] });
    expect(line()).toHaveTextContent("Length changed by the customer");
  });

  it("is not said of oneself, of a later mark, of what one types, nor of other days", async () => {
    await open();
    await tell({ appointments: [slot({ version: 3, last_change: changed(3, { person: { id: "u1", name: "Priya S." } }) })] });
    await tell({ appointments: [slot({ version: 4, conflict_since: "2026-11-20T05:00:00Z", last_change: changed(3, { person: { id: "lakshmi", name: "Lakshmi" } }) })] });
    await tell({ appointments: [slot({ id: "a9", version: 1, last_change: changed(1, { deed: "held", by: "customer", person: null }) })] });
    await tell({ appointments: [slot({ id: "a8", version: 2, scheduled_start: "2026-12-01T08:30:00+00:00", scheduled_end: "2026-12-01T09:30:00+00:00", last_change: changed(2) })] });
    expect(line()).toBeEmptyDOMElement();
  });

  it("is said of a visit that was called off, which no calendar holds", async () => {
    await open();
    await tell({ removed: { appointments: ["a1"] }, left: [slot({ version: 3, status: "cancelled", last_change: changed(3, { deed: "cancelled" }) })] });
    expect(line()).toHaveTextContent("TN 09 BX 4471 · Cancelled by Lakshmi");
    await waitFor(() => expect(screen.queryByRole("link", { name: PLATE })).toBeNull());
  });

  it("is named to who drags the same visit, and in the question after", async () => {
    carry(await open(), 400, 650);
    await tell({ appointments: [slot({ version: 3, ...START, last_change: changed(3) })] });
    expect(await screen.findByText("Moved by Lakshmi")).toBeInTheDocument();
    drop();
    expect(await screen.findByRole("alertdialog")).toHaveTextContent("Moved by Lakshmi while you dragged it.");
  });

  it("names nobody for a change that is not theirs", async () => {
    carry(await open(), 400, 650);
    await tell({ appointments: [slot({ version: 3, conflict_since: "2026-11-20T05:00:00Z", last_change: changed(2) })] });
    expect(await screen.findByText("Changed meanwhile")).toBeInTheDocument();
    drop();
    expect(await screen.findByRole("alertdialog")).toHaveTextContent("Somebody else changed this visit while you dragged it.");
  });

  it("names who was first where that is why a move was refused", async () => {
    const first = slot({ version: 3, ...START, last_change: changed(3) });
    api.on(MOVE, { status: 409, body: { code: "stale_version", detail: "Visit ANNA-A0042 changed since you saw it.", current: { appointment: first } } });
    carry(await open(), 400, 530);
    api.on("GET /api/staff/calendar", { body: calendar({ topic, seq: 11, appointments: [first, OTHER] }) });
    drop();
    expect(await screen.findByText("Moved by Lakshmi, 10:42")).toBeInTheDocument();
    expect(screen.getByRole("alert")).toHaveTextContent("Visit ANNA-A0042 changed since you saw it.");
  });

  it("names who called it off while it was dragged", async () => {
    carry(await open(), 400, 650);
    await tell({ removed: { appointments: ["a1"] }, left: [slot({ version: 3, status: "cancelled", last_change: changed(3, { deed: "cancelled" }) })] });
    expect(await screen.findByText("1 update")).toBeInTheDocument();
    drop();
    expect(await screen.findByText("TN 09 BX 4471 is not on the calendar any more: Cancelled by Lakshmi")).toBeInTheDocument();
  });

  it("stays in the drawer, with the time of it", async () => {
    await open("/desk/calendar/visits/a1?view=day&by=bays");
    const drawer = screen.getByRole("complementary", { name: "Visit" });
    expect(within(drawer).queryByText(/ by /)).toBeNull();
    await tell({ appointments: [slot({ version: 3, last_change: changed(3) })] });
    expect(await within(drawer).findByText(/Moved by Lakshmi/)).toHaveTextContent("Moved by Lakshmi, 10:42");
    await tell({ appointments: [slot({ version: 4, last_change: changed(4, { person: { id: "u1", name: "Priya S." }, at: "2026-11-19T05:12:00+00:00" }) })] });
    expect(await within(drawer).findByText(/Moved by you/)).toHaveTextContent("Moved by you, Thu 19 Nov 10:42");
  });
});

describe("by keyboard", () => {
  it("goes from visit to visit, and M moves one to a free start", async () => {
    api.on("GET /api/staff/availability", { body: { days: [{ date: "2026-11-20", open: true, reason: "", slots: ["2026-11-20T09:30:00Z", "2026-11-20T10:30:00Z"] }] } });
    api.on("POST /api/staff/appointments/a2/reschedule", { body: { appointment: { ...OTHER, version: 3 } } });
    (await open()).focus();
    await userEvent.keyboard("{ArrowRight}");
    expect(screen.getByRole("link", { name: /TN 22 CZ 1187/ })).toHaveFocus();
    await userEvent.keyboard("m");
    const dialog = within(await screen.findByRole("dialog", { name: "Move TN 22 CZ 1187" }));
    expect(dialog.getByLabelText("Date")).toHaveFocus();
    await userEvent.click(await dialog.findByRole("radio", { name: "15:00" }));
    expect(dialog.getByRole("status")).toHaveTextContent("2 free starts");
    await userEvent.click(dialog.getByRole("button", { name: "Move" }));
    await waitFor(() => expect(api.of("POST /api/staff/appointments/a2/reschedule")[0]?.body).toEqual({ version: 2, scheduled_start: "2026-11-20T09:30:00.000Z", bay_id: "b2", technician_id: "arun" }));
    expect(await screen.findByText("TN 22 CZ 1187 moved to Fri 20 Nov 15:00 · Bay 2 · Arun K.")).toBeInTheDocument();
  });

  it("changes the day and what the columns are, in the address and for the next time", async () => {
    await open();
    await userEvent.keyboard("e");
    expect(await screen.findByRole("group", { name: "Priya S." })).toBeInTheDocument();
    await userEvent.keyboard("k");
    expect(location.search).toBe("?date=2026-11-21&view=day&by=technicians");
    await userEvent.keyboard("w");
    expect(await screen.findByRole("region", { name: "Week by technicians" })).toBeInTheDocument();
    expect(localStorage.getItem("pitlane.calendar")).toBe("view=week&by=technicians");
    await userEvent.keyboard("?");
    expect(await screen.findByText("Move the visit")).toBeInTheDocument();
  });
});

describe("requests", () => {
  knowsFree();

  it("are accepted at a time asked for, and say which is free", async () => {
    api.on(verbOf("accept"), { body: { appointment: request({ version: 3, status: "confirmed", bay: { id: "b1", name: "Bay 1" } }) } });
    await answer("Accept");
    expect(await screen.findByText("Free")).toBeInTheDocument();
    expect(screen.getByText("Not free")).toBeInTheDocument();
    await userEvent.click(screen.getByRole("button", { name: /^Book Fri 20 Nov 17:00/ }));
    await waitFor(() => expect(api.of(verbOf("accept"))[0]?.body).toEqual({ version: 2, scheduled_start: "2026-11-20T11:30:00.000Z", duration: 60 }));
    expect(await column("Bay 1").findByRole("link", { name: /TN 45 BB 7719/ })).toBeInTheDocument();
    expect(await screen.findByText("Every request is answered.")).toBeInTheDocument();
  });

  it("dropped on the grid are proposed for that time, with a word", async () => {
    api.on(verbOf("propose"), { body: { appointment: request({ version: 3, status: "proposed", bay: { id: "b2", name: "Bay 2" } }) } });
    await open();
    carry(screen.getByRole("link", { name: /TN 45 BB 7719/ }), 400, 350);
    drop();
    await userEvent.type(await screen.findByLabelText("Message"), "We need the lift.");
    await userEvent.click(screen.getByRole("button", { name: /^Propose Fri 20 Nov 13:00/ }));
    await waitFor(() => expect(api.of(verbOf("propose"))[0]?.body).toEqual({ version: 2, scheduled_start: "2026-11-20T07:30:00.000Z", duration: 60, bay_id: "b2", message: "We need the lift." }));
  });

  it("come back to the tray with Undo, and say why when they cannot", async () => {
    const gone = request({ version: 3, status: "rejected", allowed_actions: [] });
    api.on(verbOf("reject"), { body: { appointment: gone } });
    await answer("Reject");
    await userEvent.type(screen.getByLabelText("Why"), "Wrong card");
    await userEvent.click(within(screen.getByRole("form", { name: "Reject" })).getByRole("button", { name: "Reject" }));
    expect(await screen.findByText("Every request is answered.")).toBeInTheDocument();
    await tell({ removed: { appointments: ["r1"] } });
    api.on(verbOf("undo"), { status: 409, body: { code: "vehicle_busy", detail: "This vehicle already has visit ANNA-V0007 at that time." } });
    await userEvent.click(await screen.findByRole("button", { name: "Undo" }));
    expect(await screen.findByText("This vehicle already has visit ANNA-V0007 at that time.")).toBeInTheDocument();
    expect(api.of(verbOf("undo"))[0]?.body).toEqual({ version: 3 });
    expect(screen.queryByRole("link", { name: /TN 45 BB 7719/ })).toBeNull();
  });

  it("accepted by mistake wait again at once", async () => {
    api.on(verbOf("accept"), { body: { appointment: request({ version: 3, status: "confirmed", bay: { id: "b1", name: "Bay 1" } }) } });
    await answer("Accept");
    await userEvent.click(await screen.findByRole("button", { name: /^Book Fri 20 Nov 17:00/ }));
    expect(await screen.findByText("Every request is answered.")).toBeInTheDocument();
    let reply: (answer: { body: unknown }) => void = () => {};
    api.on(verbOf("undo"), () => new Promise((resolve) => (reply = resolve)));
    await userEvent.click(await screen.findByRole("button", { name: "Undo" }));
    expect(await screen.findByRole("region", { name: /Requests to answer/ })).toHaveTextContent("It rattles when cold.");
    await waitFor(() => expect(api.of(verbOf("undo"))).toHaveLength(1));
    await act(async () => reply({ body: { appointment: request({ version: 5 }) } }));
    expect(screen.getByRole("link", { name: /TN 45 BB 7719/ })).toBeInTheDocument();
  });

  it("are rejected only with a reason, and come back to the tray when that is refused", async () => {
    await answer("Reject");
    const form = within(screen.getByRole("form", { name: "Reject" }));
    await userEvent.click(form.getByRole("button", { name: "Reject" }));
    expect(form.getByLabelText("Why")).toHaveAccessibleDescription(/Fill this in/);
    api.on(verbOf("reject"), { status: 409, body: { code: "stale", detail: "Somebody else answered this request." } });
    await userEvent.type(form.getByLabelText("Why"), "No room this week");
    await userEvent.click(form.getByRole("button", { name: "Reject" }));
    await waitFor(() => expect(api.of(verbOf("reject"))[0]?.body).toEqual({ version: 2, reason: "No room this week" }));
    expect(await screen.findByRole("alert")).toHaveTextContent("Somebody else answered this request.");
    expect(screen.getByRole("link", { name: /TN 45 BB 7719/ })).toBeInTheDocument();
  });
});

it("an empty hour begins a new visit there and then", async () => {
  api.on("GET /api/staff/services", { body: { results: [] } });
  await open();
  fireEvent.click(screen.getByRole("group", { name: "Bay 2" }), { clientX: 400, clientY: 650 });
  await screen.findByRole("dialog", { name: "New visit" });
  expect(location.pathname).toBe("/desk/calendar/new");
  expect(draft.get()).toMatchObject({ when: "later", date: "2026-11-20", time: "18:00", bay: "b2" });
});

it("a load lists the visits it counts", async () => {
  await open();
  await userEvent.click(screen.getByRole("button", { name: /^Bay 1/ }));
  const dialog = within(await screen.findByRole("dialog", { name: "Bay 1" }));
  expect(dialog.getByText(/1 h 00 booked of 10 h 00 worked/)).toBeInTheDocument();
  expect(dialog.getByRole("link", { name: PLATE })).toHaveAttribute("href", expect.stringContaining("/desk/calendar/visits/a1"));
});
