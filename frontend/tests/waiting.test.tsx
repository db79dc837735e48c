/** The waiting list on screen: an offer appears with its time, is answered, and a full day lets one join. */
import { act, cleanup, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Waiting } from "@/api/things";
import { enter, leave } from "@/api/session";
import { Line } from "@/features/calendar/components/Line";
import { lineOf } from "@/features/calendar/model/tray";
import JoinList from "@/features/book/components/JoinList";
import { draft } from "@/features/book/live/draft";
import { emptyDraft } from "@/features/book/model/draft";
import { joinBody } from "@/features/book/model/waiting";
import Places from "@/features/visit/components/Places";
import { openPlaces, secondsUntil } from "@/features/visit/model/place";
import { needMessages } from "@/lib/i18n";
import { cache } from "@/live/cache";
import { contact } from "@/live/contact";
import { intents } from "@/live/intents";
import { FakeApi, signedIn } from "./fakeApi";
import { FakeSocket } from "./fakeSocket";
import { draw } from "./screen";
import { appointment, offer } from "./things";

const LIST = "/api/customers/waiting-list";
const minutes = (count: number) => new Date(Date.now() + count * 60_000 - 500).toISOString();

const place = (more: Partial<Waiting> = {}): Waiting => ({
  id: "w1", version: 1, status: "waiting", center_id: "c1", center: { id: "c1", name: "Pitlane Anna Nagar", phone: "+914455500101", zone: "Asia/Kolkata" },
  customer: { id: "u9", name: "Maria Joseph" }, vehicle: appointment().vehicle, services: [{ service_id: "s1", name: "Brake fluid", quantity: 1 }],
  from_date: "2026-11-23", to_date: "2026-11-25", day_from: null, day_until: "12:00", joined_at: "2026-11-20T08:00:00+00:00", appointment_id: null, offer: null,
  allowed_actions: [offer("leave", null)], ...more,
});
const held = (more: Partial<Waiting> = {}) =>
  place({
    version: 2, status: "offered", appointment_id: "a7", offer: { scheduled_start: "2026-11-24T04:30:00+00:00", scheduled_end: "2026-11-24T05:30:00+00:00", until: minutes(15), ends_at: minutes(15) },
    allowed_actions: [offer("book", null, { until: minutes(15) }), ...["wait_on", "leave"].map((verb) => offer(verb, null))], ...more,
  });

let api: FakeApi;
let seq = 5;
let topic = "";
let round = 0;
beforeEach(async () => {
  await needMessages("common", "crew", "waiting", "forms", "calendar");
  vi.stubGlobal("WebSocket", FakeSocket);
  FakeSocket.willing = true;
  seq = 5;
  // The socket keeps what a topic said: each test has its own.
  round += 1;
  topic = `me${round}`;
  api = new FakeApi();
  api.on("POST /api/auth/socket-ticket", { body: { ticket: null } });
  enter(signedIn("t1", "u9"));
  draft.set({ ...emptyDraft, centerId: "c1", services: ["s1"], vehicleId: "v1" });
});
afterEach(() => {
  // A page that is still mounted would fetch its list once more, into the next test.
  cleanup();
  leave();
  cache.clear();
  intents.set([]);
  FakeSocket.willing = false;
  contact.set((now) => ({ ...now, wanted: false, known: false, up: false }));
});

const listed = (...results: Waiting[]) => api.on(`GET ${LIST}`, { body: { results, next: null, previous: null, topic, seq: 5, clock: { now: new Date().toISOString(), rate: 1 } } });
async function tell(data: Record<string, unknown>) {
  await waitFor(() => expect(FakeSocket.last.of("subscribe")).toContainEqual({ type: "subscribe", topic, since: 5 }));
  seq += 1;
  await act(async () => FakeSocket.last.say({ type: "waiting:updated", topic, seq, at: "", data }));
}

describe("one's own places", () => {
  it("shows an offer as soon as it is made, with the time that is left, and books it", async () => {
    listed(place());
    api.on(`POST ${LIST}/w1/book`, { body: { waiting: [held({ version: 3, status: "booked", offer: null, allowed_actions: [] })] } });
    const onBooked = vi.fn();
    draw(<Places onBooked={onBooked} />);
    expect(await screen.findByText(/before 12:00/)).toBeVisible();
    await tell({ waiting: [held()] });
    expect(await screen.findByRole("timer")).toHaveTextContent(/^1[45]:\d\d$/);
    expect(screen.getByText(/Tue 24 Nov( 2026)? 10:00/)).toBeVisible();
    await userEvent.click(screen.getByRole("button", { name: "Book it" }));
    expect(api.of(`POST ${LIST}/w1/book`)[0]!.body).toEqual({ version: 2 });
    await waitFor(() => expect(screen.queryByRole("heading", { name: "Waiting list" })).toBeNull());
    expect(onBooked.mock.calls).toEqual([["a7"]]);
  });

  it("says why an offer cannot be booked any more, and keeps the place", async () => {
    listed(held());
    api.on(`POST ${LIST}/w1/book`, { status: 409, body: { code: "offer_over", detail: "This time is no longer held.", next: "It goes to the next in line." } });
    draw(<Places />);
    await userEvent.click(await screen.findByRole("button", { name: "Book it" }));
    expect(await screen.findByRole("alert")).toHaveTextContent("This time is no longer held.");
    expect(screen.getByRole("button", { name: "Leave the list" })).toBeVisible();
  });

  it("says that an offer has run out before the server does", async () => {
    listed(held({ offer: { ...held().offer!, until: minutes(-1), ends_at: minutes(-1) }, allowed_actions: [offer("book", null, { until: minutes(-1) })] }));
    draw(<Places />);
    expect(await screen.findByText(/This time is no longer held/)).toHaveTextContent("10:00");
    expect(screen.queryByRole("button", { name: "Book it" })).toBeNull();
    expect(screen.queryByRole("timer")).toBeNull();
  });

  it("waits on and leaves", async () => {
    listed(held());
    api.on(`POST ${LIST}/w1/wait-on`, { body: { waiting: [place({ version: 3 })] } });
    api.on(`POST ${LIST}/w1/leave`, { body: { waiting: [place({ version: 4, status: "left", allowed_actions: [] })] } });
    draw(<Places />);
    await userEvent.click(await screen.findByRole("button", { name: "Wait on" }));
    expect(await screen.findByText(/You are told as soon as a time is free/)).toBeVisible();
    await userEvent.click(screen.getByRole("button", { name: "Leave the list" }));
    await waitFor(() => expect(screen.queryByRole("listitem")).toBeNull());
  });
});

describe("joining where a day is full", () => {
  const Entry = ({ begin }: { begin?: string }) => <p>form for {begin}</p>;
  it("asks for the days and the part of the day, and says that one waits", async () => {
    api.on(`POST ${LIST}`, { status: 201, body: { waiting: [place()] } });
    draw(<JoinList day="2026-11-23" today="2026-11-20" Entry={Entry} />);
    await userEvent.click(screen.getByRole("button", { name: "Join the waiting list" }));
    await userEvent.click(screen.getByRole("radio", { name: "Morning" }));
    await userEvent.click(screen.getByRole("button", { name: "Wait for a time" }));
    expect(await screen.findByRole("status")).toHaveTextContent("You are on the waiting list");
    expect(api.of(`POST ${LIST}`)[0]!.body).toEqual({
      center_id: "c1", vehicle_id: "v1", services: [{ service_id: "s1", quantity: 1 }], from_date: "2026-11-23", to_date: "2026-11-23", day_until: "12:00",
    });
  });

  it("makes a vehicle that is described the person's own first, once", async () => {
    draft.set({ ...emptyDraft, centerId: "c1", services: ["s1"], kind: "ev", plate: "TN 1", make: "Tata", model: "Nexon EV" });
    api.on("POST /api/customers/vehicles", { status: 201, body: { id: "v9" } });
    api.on(`POST ${LIST}`, { status: 409, body: { code: "already_waiting", detail: "This vehicle is on the waiting list here already." } });
    draw(<JoinList day="2026-11-23" today="2026-11-20" Entry={Entry} />);
    await userEvent.click(screen.getByRole("button", { name: "Join the waiting list" }));
    await userEvent.click(screen.getByRole("button", { name: "Wait for a time" }));
    expect(await screen.findByRole("alert")).toHaveTextContent("on the waiting list here already");
    await userEvent.click(screen.getByRole("button", { name: "Wait for a time" }));
    expect(api.of("POST /api/customers/vehicles")).toHaveLength(1);
    expect(api.of(`POST ${LIST}`).at(-1)!.body).toMatchObject({ vehicle_id: "v9" });
  });

  it("asks whoever has no account to sign in or to make one", async () => {
    leave();
    draw(<JoinList day="2026-11-23" today="2026-11-20" Entry={Entry} />);
    await userEvent.click(screen.getByRole("button", { name: "Join the waiting list" }));
    expect(screen.getByText(/needs an account/)).toBeVisible();
    expect(screen.getByRole("button", { name: "Sign in" })).toBeVisible();
    await userEvent.click(screen.getByRole("button", { name: "Make an account" }));
    expect(screen.getByText("form for register")).toBeVisible();
  });
});

describe("the line at the desk", () => {
  it("lists who waits in order, and answers for who is on the phone", async () => {
    const deeds = { book: vi.fn(), pass: vi.fn(), leave: vi.fn(), of: () => [] };
    const line = lineOf([place({ id: "w2", joined_at: "2026-11-20T09:00:00+00:00" }), held(), place({ id: "w3", status: "left" })]);
    expect(line.map((one) => one.id)).toEqual(["w1", "w2"]);
    draw(<Line join="/desk/calendar/line" line={line} deeds={deeds} />);
    const [first, second] = screen.getAllByRole("listitem");
    expect(first).toHaveTextContent(/Offered.*Tue 24 Nov( 2026)? 10:00 · held until/);
    expect(second).toHaveTextContent(/Mon 23 Nov( 2026)? to Wed 25 Nov( 2026)? · before 12:00/);
    await userEvent.click(within(first!).getByRole("button", { name: "Book it" }));
    await userEvent.click(within(first!).getByRole("button", { name: "To the next" }));
    await userEvent.click(within(second!).getByRole("button", { name: "Take off the list" }));
    expect(deeds.book).toHaveBeenCalledWith(line[0]);
    expect(deeds.pass).toHaveBeenCalledWith(line[0]);
    expect(deeds.leave).toHaveBeenCalledWith(line[1]);
  });
});

describe("what is worked out", () => {
  it("puts an offer first, then the order of the line, and leaves out what is over", () => {
    const places = [place({ id: "b", joined_at: "2026-11-20T09:00:00Z" }), place({ id: "a" }), held({ id: "c", joined_at: "2026-11-20T10:00:00Z" }), place({ id: "d", status: "left" })];
    expect(openPlaces(places).map((one) => one.id)).toEqual(["c", "a", "b"]);
  });
  it("counts whole seconds to the end, and not below", () => {
    const at = Date.parse("2026-11-20T08:00:00Z");
    expect(secondsUntil("2026-11-20T08:00:01Z", at + 1)).toBe(1);
    expect(secondsUntil("2026-11-20T08:00:00Z", at)).toBe(0);
    expect(secondsUntil("2026-11-20T07:00:00Z", at)).toBe(0);
  });
  it("says a part of the day by its hours, and any by none", () => {
    const typed = { ...emptyDraft, centerId: "c1", services: ["s1"] };
    expect(joinBody(typed, "v1", "2026-11-23", "2026-11-24", "afternoon")).toMatchObject({ day_from: "12:00", day_until: "17:00" });
    expect(joinBody(typed, "v1", "2026-11-23", "2026-11-24", "any")).not.toHaveProperty("day_from");
  });
});
