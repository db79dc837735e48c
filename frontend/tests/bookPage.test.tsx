/** The steps of booking on screen: what is typed stays, a lost time offers the next, a hold ends in words. */
import { act, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { enter, leave } from "@/api/session";
import BookArea from "@/app/areas/book";
import { draft, refusal } from "@/features/book/live/draft";
import { pictures } from "@/features/book/live/pictures";
import { emptyDraft, whatOf, type Draft } from "@/features/book/model/draft";
import { needMessages } from "@/lib/i18n";
import { Route, Routes } from "@/lib/router";
import { cache } from "@/live/cache";
import { contact } from "@/live/contact";
import { FakeApi, signedIn } from "./fakeApi";
import { FakeSocket } from "./fakeSocket";
import { bookedService, FIRST, free, openCenter, OTHERS } from "./booking";
import { draw } from "./screen";
import { appointment } from "./things";
import { until } from "./until";

const HOLD = "POST /api/public/appointments";
const FREE = "GET /api/public/service-centers/c1/availability";
const slot = (more: object = {}) => ({
  ...appointment({ id: "h1", status: "held", scheduled_start: FIRST, scheduled_end: OTHERS[2]!, change_until: "2026-11-23T02:30:00Z" }),
  customer: null, vehicle: null, held_until: new Date(Date.now() + 300_000).toISOString(), ...more,
});

let api: FakeApi;
beforeEach(async () => {
  await needMessages("common", "book", "plan", "forms", "account");
  vi.stubGlobal("WebSocket", FakeSocket);
  FakeSocket.willing = true;
  api = new FakeApi();
  api.on("POST /api/auth/socket-ticket", { body: { ticket: null } });
  api.on("GET /api/public/service-centers/c1", { body: openCenter() });
  api.on(FREE, { body: free() });
  api.on(HOLD, { status: 201, body: { appointment: slot() } });
  draft.set(emptyDraft);
  refusal.set(undefined);
  pictures.set([]);
});
afterEach(() => {
  leave();
  cache.clear();
  FakeSocket.willing = false;
  contact.set((held) => ({ ...held, wanted: false, known: false, up: false }));
});

function at(path: string) {
  history.pushState(null, "", path);
  return draw(<Routes><Route path="book/*" element={<BookArea />} /></Routes>);
}
async function describeVehicle() {
  at("/book/c1");
  await userEvent.click(await screen.findByRole("radio", { name: "Electric car" }));
  await userEvent.type(screen.getByRole("textbox", { name: "Number plate" }), "TN 09 BX 4471");
  await userEvent.type(screen.getByLabelText("Make"), "Tata");
  await userEvent.type(screen.getByLabelText("Model"), "Nexon EV");
  await userEvent.click(screen.getByRole("checkbox", { name: /^Brake fluid/ }));
  await userEvent.click(screen.getByRole("button", { name: "Choose a time" }));
}
const earliest = async () => within(await screen.findByRole("region", { name: "Earliest" }));
const press = async (time: RegExp) => userEvent.click((await earliest()).getByRole("button", { name: time }));

/** The browser's own way to send a file, the only one that knows how far it is: one answer for each, in order. */
function uploads(...answers: object[]) {
  vi.stubGlobal("XMLHttpRequest", class extends EventTarget {
    upload = new EventTarget();
    status = 0;
    responseText = "";
    open() {}
    setRequestHeader() {}
    getResponseHeader = () => null;
    send() {
      const answer = answers.shift()!;
      this.status = "code" in answer ? 413 : 201;
      this.responseText = JSON.stringify(answer);
      queueMicrotask(() => (this as unknown as { onload: () => void }).onload());
    }
  });
}
const TOO_LARGE = { code: "file_too_large", detail: "A file may have 10 MiB at most.", fields: { file: ["A file may have 10 MiB at most."] } };
const lookedInto = () => api.on("GET /api/public/service-centers/c1", { body: { ...openCenter(), services: [{ ...bookedService("d1", "Inspection", "look"), kind: "diagnosis" }] } });
const choose = () => userEvent.upload(document.querySelector<HTMLInputElement>('input[type="file"]')!, new File(["x"], "far.png", { type: "image/png" }));

describe("booking", () => {
  it("says all that is missing, with the focus on the first, and lets nobody past it", async () => {
    at("/book/c1/check");
    await userEvent.click(await screen.findByRole("button", { name: "Choose a time" }));
    expect(screen.getByText("Choose the kind of vehicle.")).toBeVisible();
    expect(screen.getByText("Choose at least one service.")).toBeVisible();
    expect(screen.getByRole("radio", { name: "Electric car" })).toHaveFocus();
    expect(location.pathname).toBe("/book/c1");
  });

  it("has a VIN read before the time is chosen, and lets nobody on with a mistyped one", async () => {
    const said = "A VIN has 17 characters; this one has 3.";
    api.on("GET /api/public/vins/123", { status: 400, body: { code: "vin_invalid", detail: "This VIN is mistyped.", fields: { vin: [said] } } });
    draft.set({ ...emptyDraft, centerId: "c1", kind: "ev", by: "vin", vin: "1 2-3", make: "Tata", model: "Nexon EV", services: ["s1"] });
    at("/book/c1");
    const field = await screen.findByRole("textbox", { name: "VIN" });
    await userEvent.click(screen.getByRole("button", { name: "Choose a time" }));
    expect(await screen.findByText(said)).toBeVisible();
    expect(field).toHaveFocus();
    expect(location.pathname).toBe("/book/c1");
    api.on("GET /api/public/vins/123", { body: { vin: "123", make: "", year: null, check_digit_fits: true } });
    await userEvent.click(screen.getByRole("button", { name: "Choose a time" }));
    expect((await earliest()).getAllByRole("button")[0]).toHaveTextContent("10:00");
  });

  it("holds what is chosen, and a reload loses nothing", async () => {
    await describeVehicle();
    await press(/10:00/);
    expect(await screen.findByRole("heading", { name: "Who is coming?" })).toBeVisible();
    expect(api.of(HOLD)[0]!.body).toEqual({ center_id: "c1", services: [{ service_id: "s1", quantity: 1 }], vehicle_kind: "ev", wants_loaner: false, scheduled_start: FIRST });
    expect(screen.getByRole("timer")).toHaveTextContent(/^[45]:\d\d$/);
    expect(JSON.parse(sessionStorage.getItem("pitlane.book")!)).toMatchObject({ plate: "TN 09 BX 4471", held: { id: "h1" } });
  });

  it("offers the next three for a time that was just taken, and keeps what was typed", async () => {
    api.on(HOLD, { status: 409, body: { code: "slot_taken", detail: "This time was just taken.", next: "Choose one of the next free times.", next_free: OTHERS } });
    await describeVehicle();
    await press(/10:00/);
    const lost = within(await screen.findByRole("alert"));
    expect(lost.getByText("This time was just taken.")).toBeVisible();
    expect(lost.getAllByRole("button")).toHaveLength(3);
    api.on(HOLD, { status: 201, body: { appointment: slot({ scheduled_start: OTHERS[0] }) } });
    await userEvent.click(lost.getAllByRole("button")[0]!);
    expect(await screen.findByRole("heading", { name: "Who is coming?" })).toBeVisible();
    expect(api.of(HOLD)[1]!.body).toMatchObject({ scheduled_start: OTHERS[0] });
    expect(draft.get().plate).toBe("TN 09 BX 4471");
  });

  it("marks a time that somebody else takes, in its place", async () => {
    await describeVehicle();
    await earliest();
    await until(() => expect(FakeSocket.last.of("subscribe")).toContainEqual({ type: "subscribe", topic: "center.c1.availability", since: null }));
    api.on(FREE, { body: free(OTHERS) });
    await act(async () => FakeSocket.last.say({ type: "availability:changed", topic: "center.c1.availability", seq: 9, at: "", data: { days: ["2026-11-23"] } }));
    const gone = await until(() => {
      const shown = screen.getByRole("region", { name: "Earliest" }).querySelectorAll("button[aria-disabled]");
      expect(shown).toHaveLength(1);
      return shown[0]!;
    });
    expect(gone).toHaveTextContent("10:00");
    expect(gone).toHaveTextContent("No longer free");
  });

  it("speaks the reader's language without an account, and keeps what was typed", async () => {
    at("/book/c1");
    await userEvent.click(await screen.findByRole("radio", { name: "Electric car" }));
    await userEvent.type(screen.getByRole("textbox", { name: "Number plate" }), "TN 09 BX 4471");
    await userEvent.click(screen.getByRole("button", { name: "Tiếng Việt" }));
    const back = await screen.findByRole("button", { name: "English" });
    expect(back).toHaveAttribute("lang", "en");
    expect(document.documentElement.lang).toBe("vi");
    expect(localStorage.getItem("pitlane.locale")).toBe("vi");
    const typed = [...document.querySelectorAll("input")].map((one) => one.value);
    await userEvent.click(back);
    expect(await screen.findByRole("button", { name: "Tiếng Việt" })).toHaveAttribute("lang", "vi");
    expect([...document.querySelectorAll("input")].map((one) => one.value)).toEqual(typed);
    expect(typed).toContain("TN 09 BX 4471");
  });

  it("says that a day was closed, not that somebody took its times", async () => {
    await describeVehicle();
    await earliest();
    await until(() => expect(FakeSocket.last.of("subscribe")).toContainEqual({ type: "subscribe", topic: "center.c1.availability", since: null }));
    const closed = { ...free([]), days: [{ date: "2026-11-22", open: false, reason: "Holiday", slots: [] }, { date: "2026-11-23", open: false, reason: "Flooded street", slots: [] }] };
    api.on(FREE, { body: closed });
    await userEvent.click(screen.getByRole("button", { name: /23 November.*4 times free/ }));
    await act(async () => FakeSocket.last.say({ type: "availability:changed", topic: "center.c1.availability", seq: 9, at: "", data: { days: ["2026-11-23"] } }));
    expect(await screen.findByText("Flooded street")).toBeVisible();
    expect(screen.getByText("The workshop is closed on this day.")).toBeVisible();
    expect(screen.queryByText("No longer free")).toBeNull();
    expect(screen.queryByRole("region", { name: "Morning" })).toBeNull();
    for (const struck of (await earliest()).getAllByRole("button")) expect(struck).toHaveTextContent("Closed");
  });

  it("says how far ahead one books beside the wait of who comes now", async () => {
    api.on(FREE, { body: { ...free(), walk_in_wait: 0, lead_time: 60 } });
    await describeVehicle();
    expect(await screen.findByText("Without a booking: no wait now. A booked time begins 1 hour from now or later.")).toBeVisible();
  });

  it("calls what a centre repairs by its kind", async () => {
    api.on("GET /api/public/service-centers/c1", { body: { ...openCenter(), services: [bookedService("s9", "New cord", "cords", ["equipment"])] } });
    at("/book/c1");
    expect(await screen.findByRole("heading", { name: "Your equipment" })).toBeVisible();
    expect(screen.queryByText(/vehicle/i)).toBeNull();
  });

  it("lets a refused picture go when the next is chosen, and keeps the good one", async () => {
    lookedInto();
    uploads(TOO_LARGE, { id: "f1", thumbnail_url: "/t.jpg" });
    at("/book/c1");
    await userEvent.click(await screen.findByRole("radio", { name: "Something is wrong" }));
    await screen.findByText("Add photo");
    await choose();
    expect(await screen.findAllByText("A file may have 10 MiB at most.")).toHaveLength(1);
    await choose();
    expect(await screen.findByRole("img", { name: "Photo 1" })).toBeVisible();
    expect(screen.queryByText("A file may have 10 MiB at most.")).toBeNull();
  });

  it("says before a request is sent how many pictures go along and which one is left out", async () => {
    lookedInto();
    uploads({ id: "f1", thumbnail_url: "/t.jpg" }, TOO_LARGE);
    const typed = { kind: "ev", plate: "TN 09 BX 4471", make: "Tata", model: "Nexon EV", lane: "symptom", about: "d1", concern: "It hums" } as const;
    draft.set({ ...emptyDraft, ...typed, centerId: "c1", wished: [FIRST], firstName: "Kavya", phone: "+919840055555" });
    at("/book/c1");
    await screen.findByText("Add photo");
    await choose();
    await choose();
    await screen.findByText("A file may have 10 MiB at most.");
    await userEvent.click(screen.getByRole("button", { name: "Choose a time" }));
    await userEvent.click(await screen.findByRole("button", { name: "Continue" }));
    await userEvent.click(await screen.findByRole("button", { name: "Continue" }));
    expect(await screen.findByText("1 photo goes along")).toBeVisible();
    expect(screen.getByText("1 photo was refused and stays out: far.png")).toBeVisible();
    await userEvent.click(screen.getByRole("link", { name: "Back to the photos" }));
    expect(await screen.findByText("A file may have 10 MiB at most.")).toBeVisible();
    expect(screen.getByRole("img", { name: "Photo 1" })).toBeVisible();
  });

  it("leads back to the times from a time at which the vehicle has a visit, and says which to who may know", async () => {
    const held = { id: "h1", start: FIRST, end: OTHERS[2]!, until: new Date(Date.now() + 300_000).toISOString(), skew: 0, seconds: 300, changeUntil: null, fee: { amount: "0.00", currency: "INR" } };
    const typed = { ...emptyDraft, centerId: "c1", kind: "ev", plate: "TN 09 BX 4471", make: "Tata", model: "Nexon EV", services: ["s1"], firstName: "Kavya", phone: "+919840055555", notes: "Ring twice" } as const;
    const begin = async (visit?: object) => {
      draft.set({ ...typed, services: ["s1"], held: { ...held, what: whatOf({ ...typed, services: ["s1"] } as Draft) } } as Draft);
      api.on("POST /api/public/appointments/h1/confirm", { status: 409, body: { code: "vehicle_busy", detail: "This vehicle already has a visit at that time.", next: "Choose another time, or call the workshop.", scheduled_start: FIRST, ...(visit ? { visit } : {}) } });
      const page = at("/book/c1/check");
      await userEvent.click(await screen.findByRole("button", { name: "Book" }));
      return page;
    };
    const page = await begin({ number: "ANNA-A0007", scheduled_start: FIRST, scheduled_end: OTHERS[2] });
    expect(await screen.findByRole("heading", { name: "It has another visit at that time" })).toBeVisible();
    expect(screen.getByText(/^Visit ANNA-A0007 is Mon 23 Nov( 2026)? 10:00 to 10:45: times across it are left out\. Choose another time below/)).toBeVisible();
    expect(location.pathname).toBe("/book/c1/time");
    expect(screen.queryByRole("timer")).toBeNull();
    expect(draft.get()).toMatchObject({ notes: "Ring twice", firstName: "Kavya", held: null });
    await press(/10:15/);
    expect(await screen.findByRole("heading", { name: "Who is coming?" })).toBeVisible();
    expect(refusal.get()).toBeUndefined();
    page.unmount();
    await begin();
    expect(await screen.findByText("Choose another time below, or call the workshop. What you typed is still here.")).toBeVisible();
    const refused = (await earliest()).getByRole("button", { name: /10:00/ });
    expect(refused).toHaveTextContent("Another visit then");
    const holds = api.of(HOLD).length;
    await userEvent.click(refused);
    expect(api.of(HOLD)).toHaveLength(holds);
  });

  it("asks for the vehicle of who is signed in, and says which visit it has on a day in place of a waiting list", async () => {
    enter(signedIn("t1", "u9"));
    const own = { ...free([]), earliest: OTHERS, visits: [{ number: "ANNA-A0007", scheduled_start: FIRST, scheduled_end: OTHERS[2]! }] };
    api.on(FREE, { body: own });
    api.on("GET /api/customers/waiting-list", { body: { results: [], next: null, previous: null } });
    draft.set({ ...emptyDraft, centerId: "c1", kind: "ev", vehicleId: "v1", services: ["s1"] });
    at("/book/c1/time");
    await userEvent.click(await screen.findByRole("button", { name: /23 November.*Full/ }));
    expect(await screen.findByText(/^Visit ANNA-A0007 is Mon 23 Nov( 2026)? 10:00 to 10:45: times across it are left out\.$/)).toBeVisible();
    expect(screen.queryByText("Everything is taken on this day.")).toBeNull();
    expect(screen.queryByRole("button", { name: "Join the waiting list" })).toBeNull();
    expect(api.of(FREE)[0]!.query.get("vehicle_id")).toBe("v1");
  });

  it("says when the hold is over, and offers the next with everything kept", async () => {
    await describeVehicle();
    await press(/10:00/);
    await userEvent.type(await screen.findByRole("textbox", { name: "First name" }), "Kavya");
    await act(async () => draft.set((held) => ({ ...held, held: { ...held.held!, until: new Date(Date.now() + held.held!.skew + 30_000).toISOString() } })));
    expect(screen.getAllByText("Held for less than a minute more")[0]).toBeVisible();
    await act(async () => draft.set((held) => ({ ...held, held: { ...held.held!, until: new Date(Date.now() + held.held!.skew - 1_000).toISOString() } })));
    expect(await screen.findByText("This time is no longer held")).toBeVisible();
    expect(await screen.findAllByRole("button", { name: /Mon 23 Nov/ })).toHaveLength(3);
    expect(screen.getByRole("textbox", { name: "First name" })).toHaveValue("Kavya");
  });

  it("sends what is typed once, and takes a refusal to the field that it names", async () => {
    await describeVehicle();
    await press(/10:00/);
    await userEvent.type(await screen.findByRole("textbox", { name: "First name" }), "Kavya");
    await userEvent.type(screen.getByRole("textbox", { name: "Phone" }), "12");
    await userEvent.click(screen.getByRole("button", { name: "Continue" }));
    expect(screen.getByRole("textbox", { name: "Phone" })).toHaveAccessibleDescription(/7 to 15 digits/);
    await userEvent.type(screen.getByRole("textbox", { name: "Phone" }), "34567");
    await userEvent.click(screen.getByRole("button", { name: "Continue" }));
    const confirm = "POST /api/public/appointments/h1/confirm";
    api.on(confirm, { status: 400, body: { code: "validation_failed", detail: "Some of what was sent is not right.", fields: { "customer.phone": ["This number is not in use."] } } });
    await userEvent.click(await screen.findByRole("button", { name: "Book" }));
    expect(await screen.findByText("This number is not in use.")).toBeVisible();
    expect(screen.getByRole("textbox", { name: "Phone" })).toHaveFocus();
    expect(api.of(confirm)[0]!.key).toBeTruthy();
  });
});
