/** The page after booking: its heading, mark and words are true in every state that a visit comes to. */
import { act, cleanup, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it } from "vitest";
import { enter } from "@/api/session";
import { Done } from "@/app/areas/done";
import { addressOf } from "@/lib/address";
import { Route, Routes } from "@/lib/router";
import { signedIn } from "./fakeApi";
import { free } from "./booking";
import { FakeSocket } from "./fakeSocket";
import { draw } from "./screen";
import { ago, appointment, forCustomer, offer, visit } from "./things";
import { until } from "./until";
import { api, livePage, round } from "./livePage";

type Status = ReturnType<typeof appointment>["status"];
const REASON = "The lift is out of order that day.";
const trip: ReturnType<typeof appointment>["transports"][number] = { id: "t1", version: 1, direction: "collect", status: "planned", address: "7 Gandhi Street", postcode: "600001", town: "Chennai", window_start: "2099-11-21T03:30:00Z", window_end: "2099-11-21T04:30:00Z", change_until: "2099-11-21T01:30:00Z", driver: null, keys: false, mileage: null, photo_count: 0, reason: "", started_at: null, ended_at: null, allowed_actions: [] };

livePage("book", "plan", "visit", "forms");

const topic = () => `appointment.done${round}`;
const planned = (status: Status, more: Partial<ReturnType<typeof appointment>> = {}) =>
  visit({ topic: topic(), job: null, items: [], steps: [], promises: [], appointment: appointment({ status, job_id: null, scheduled_start: "2099-11-21T04:30:00Z", scheduled_end: "2099-11-21T05:30:00Z", ...more }) });
async function open(document: ReturnType<typeof visit>) {
  enter(signedIn("t1", "u9"));
  history.pushState(null, "", "/book/c1/done/a1");
  api.on("GET /api/customers/visits/a1", { body: document });
  draw(<Routes><Route path="book/:centerId/done/:id" element={<Done />} /></Routes>);
  return screen.findByRole("heading", { level: 1 });
}
const mark = (heading: HTMLElement) => heading.querySelector("svg")!.getAttribute("class");

describe("the page after booking", () => {
  it.each<[Status, string, string]>([
    ["confirmed", "Booked", "text-done-text"],
    ["requested", "Request sent", "text-waiting-text"],
    ["proposed", "Another time is proposed", "text-waiting-text"],
    ["rejected", "The workshop could not take this booking", "text-blocked-text"],
    ["cancelled", "This visit is cancelled", "text-blocked-text"],
    ["expired", "This booking has expired", "text-blocked-text"],
    ["no_show", "We missed you", "text-blocked-text"],
    ["fulfilled", "Handed over", "text-done-text"],
  ])("says of %s: %s", async (status, words, colour) => {
    const heading = await open(planned(status));
    expect(heading).toHaveTextContent(words);
    expect(mark(heading)).toContain(colour);
  });

  it("gives a rejection's reason apart, and the way on in place of following", async () => {
    await open(planned("rejected", { ended_reason: REASON }));
    expect(screen.getByText(`“${REASON}”`).tagName).toBe("BLOCKQUOTE");
    expect(screen.getByText("Book another time, or call the workshop.")).toBeVisible();
    expect(screen.getByRole("link", { name: "Book another time" })).toHaveAttribute("href", "/book/c1");
    expect(screen.queryByRole("link", { name: "Follow it live" })).toBeNull();
    expect(screen.queryByText("₹2,360")).toBeNull();
  });

  it("turns to a rejection while it is looked at", async () => {
    await open(planned("requested"));
    await until(() => expect(FakeSocket.last.of("subscribe")).toContainEqual(expect.objectContaining({ topic: topic() })));
    const { appointment: rejected } = planned("rejected", { version: 9, ended_reason: REASON });
    await act(async () => FakeSocket.last.say({ type: "appointment:rejected", topic: topic(), seq: 41, at: "", data: { appointment: rejected } }));
    expect(await screen.findByRole("heading", { level: 1, name: "The workshop could not take this booking" })).toBeVisible();
    expect(screen.getByText(`“${REASON}”`)).toBeVisible();
  });

  it("says how many pictures the workshop has", async () => {
    await open(planned("requested", { photo_count: 2, lane: "request" }));
    expect(screen.getByText("The workshop has 2 photos of it.")).toBeVisible();
  });

  describe("moved while it is looked at", () => {
    afterEach(() => localStorage.clear());
    const to = { scheduled_start: "2099-11-22T05:30:00Z", scheduled_end: "2099-11-22T06:30:00Z" };
    const words = "Moved by the workshop from Sat 21 Nov 2099 10:00 to Sun 22 Nov 2099 11:00";
    async function move(more: object) {
      await until(() => expect(FakeSocket.last.of("subscribe")).toContainEqual(expect.objectContaining({ topic: topic() })));
      const { appointment: moved } = planned("confirmed", { version: 9, ...to, ...more });
      await act(async () => FakeSocket.last.say({ type: "appointment:rescheduled", topic: topic(), seq: 41, at: "", data: { appointment: moved } }));
    }

    it("by the workshop: says from when to when, aloud, until that is read", async () => {
      await open(planned("confirmed"));
      expect(screen.queryByText(/^Moved by/)).toBeNull();
      await move({ moved_from: "2099-11-21T04:30:00Z" });
      const said = await screen.findByText(words);
      expect(said.closest('[role="status"]')).not.toBeNull();
      await userEvent.click(screen.getByRole("button", { name: "Got it" }));
      expect(screen.queryByText(words)).toBeNull();
    });

    it("or before it was opened: says so too, and not again once it was read", async () => {
      const moved = planned("confirmed", { version: 9, ...to, moved_from: "2099-11-21T04:30:00Z" });
      await open(moved);
      await userEvent.click(await screen.findByRole("button", { name: "Got it" }));
      cleanup();
      await open(moved);
      expect(screen.queryByText(words)).toBeNull();
    });

    it("by its customer elsewhere: changes without a word", async () => {
      await open(planned("confirmed"));
      await move({ moved_from: null });
      expect(await screen.findByText(/22 Nov 2099 11:00/)).toBeVisible();
      expect(screen.queryByText(/^Moved by/)).toBeNull();
    });
  });

  it("is moved to what is free for it, and the calendar opens on its own day", async () => {
    const [near, now, far] = ["2099-11-20T04:30:00Z", "2099-11-21T04:30:00Z", "2099-11-21T04:45:00Z"];
    const days = [[near], [now, far]].map((slots) => ({ date: slots[0]!.slice(0, 10), open: true, reason: "", slots }));
    api.on("GET /api/customers/appointments/a1/availability", { body: { ...free([near, far]), days } });
    api.on("POST /api/customers/appointments/a1/reschedule", { body: { appointment: planned("confirmed", { version: 9, scheduled_start: far }).appointment } });
    await open(planned("confirmed", { allowed_actions: [offer("reschedule", null)] }));
    await userEvent.click(screen.getByRole("button", { name: "Change time" }));
    const calendar = within(await screen.findByRole("region", { name: "Or another day" }));
    expect(calendar.getByRole("heading", { level: 3 })).toHaveTextContent("Saturday 21 November");
    await userEvent.click(calendar.getByRole("button", { name: /10:00.*The present time/ }));
    expect(screen.queryByRole("button", { name: /^Move to/ })).toBeNull();
    await userEvent.click(calendar.getByRole("button", { name: /10:15/ }));
    await userEvent.click(screen.getByRole("button", { name: /^Move to/ }));
    await until(() => expect(api.of("POST /api/customers/appointments/a1/reschedule")[0]?.body).toMatchObject({ scheduled_start: far }));
  });

  it("says the fee on the button that cancels late, and one press is enough", async () => {
    await open(planned("confirmed", { change_until: ago(1), late_cancel_fee: { amount: "250.00", currency: "INR" }, allowed_actions: [offer("cancel", null)] }));
    api.on("POST /api/customers/appointments/a1/cancel", { body: { appointment: appointment({ status: "cancelled", version: 2, job_id: null }) } });
    await userEvent.click(screen.getByRole("button", { name: "Cancel visit" }));
    const dialog = within(await screen.findByRole("dialog"));
    expect(dialog.getByText("Cancelling costs ₹250 from now on; it cannot be moved any more.")).toBeVisible();
    await userEvent.click(dialog.getByRole("button", { name: "Cancel and owe ₹250" }));
    await until(() => expect(api.of("POST /api/customers/appointments/a1/cancel")[0]?.body).toMatchObject({ accept_fee: true }));
  });

  it("asks by the fee's amount when the cut-off passes while one decides", async () => {
    await open(planned("confirmed", { change_until: "2099-11-21T01:30:00Z", late_cancel_fee: { amount: "250.00", currency: "INR" }, allowed_actions: [offer("cancel", null)] }));
    api.on("POST /api/customers/appointments/a1/cancel", { status: 409, body: { code: "fee_applies", detail: "Cancelling this late costs the fee.", next: "Cancel with the fee, or keep the visit." } });
    await userEvent.click(screen.getByRole("button", { name: "Cancel visit" }));
    const dialog = within(await screen.findByRole("dialog"));
    await userEvent.click(dialog.getByRole("button", { name: "Cancel this visit" }));
    expect(await dialog.findByRole("alert")).toHaveTextContent("Cancelling this late costs the fee.");
    await userEvent.click(dialog.getByRole("button", { name: "Cancel and owe ₹250" }));
    await until(() => expect(api.of("POST /api/customers/appointments/a1/cancel").map(({ body }) => (body as { accept_fee?: boolean }).accept_fee)).toEqual([undefined, true]));
  });

  it("says until when it can be cancelled only as long as it can be", async () => {
    const terms = { change_until: "2099-11-21T02:30:00Z" };
    await open(planned("confirmed", { ...terms, allowed_actions: [offer("cancel", null)] }));
    expect(screen.getByText(/^Change or cancel for nothing until/)).toBeVisible();
    const gone = planned("confirmed", { ...terms, version: 9, allowed_actions: [] }).appointment;
    await act(async () => FakeSocket.last.say({ type: "appointment:changed", topic: topic(), seq: 41, at: "", data: { appointment: gone } }));
    await until(() => expect(screen.queryByText(/^Change or cancel for nothing until/)).toBeNull());
  });

  it("follows the work in its own words once the vehicle is there", async () => {
    const heading = await open(visit({ topic: topic() }));
    expect(heading).toHaveTextContent("Battery is being checked");
    expect(mark(heading)).toContain("text-progress-text");
  });

  it("says how the vehicle comes: the window, the address and how it stands", async () => {
    await open(planned("confirmed", { transports: [trip] }));
    const trips = within(screen.getByRole("region", { name: "Collection and return" }));
    expect(trips.getByText("We collect it from you")).toBeVisible();
    expect(trips.getByText("7 Gandhi Street, 600001 Chennai")).toBeVisible();
    expect(trips.getByText("Planned")).toBeVisible();
    expect(trips.getByText(/09:00/)).toBeVisible();
  });

  it("says when the driver brought it back", async () => {
    const back = { ...trip, direction: "return" as const, status: "done" as const, ended_at: ago(1) };
    const heading = await open(visit({ topic: topic(), appointment: appointment({ transports: [back] }), job: forCustomer({ stage: "ready_for_pickup", ready_at: ago(60), current: null }) }));
    expect(heading).toHaveTextContent("Your vehicle is back with you");
  });
});

describe("an address", () => {
  it("names the town once", () => {
    expect(addressOf({ address: "6 Cherry Road, Salem", city: "Salem" })).toBe("6 Cherry Road, Salem");
    expect(addressOf({ address: "6 Cherry Road", city: "Salem", postcode: "636007" })).toBe("6 Cherry Road, 636007 Salem");
    expect(addressOf({ address: "6 Salem Road", city: "Salem" })).toBe("6 Salem Road, Salem");
    expect(addressOf({ address: "", city: "Salem" })).toBe("Salem");
  });
});
