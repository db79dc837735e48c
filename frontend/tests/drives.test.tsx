import { act, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { homeOf } from "@/app/home";
import { enter } from "@/api/session";
import { confirmBody, tripsOf } from "@/features/book/model/bodies";
import { emptyDraft } from "@/features/book/model/draft";
import type { Transport, Trip, Windows } from "@/features/drive/api/drive";
import { Fetched } from "@/features/drive/components/Fetched";
import { OwnTrips } from "@/features/drive/components/OwnTrips";
import { dayOfTrips, drivesOf, stateOf, usual } from "@/features/drive/model/trips";
import { DrivePage } from "@/features/drive/pages/DrivePage";
import { setClock } from "@/live/clock";
import { signedIn } from "./fakeApi";
import { draw } from "./screen";
import { ago, appointment, center, offer, visit } from "./things";
import { api, livePage, round } from "./livePage";

const START = "2099-11-21T04:30:00.000Z";
const END = "2099-11-21T05:30:00.000Z";
const { vehicle } = appointment();
const transport = (more: Partial<Transport> = {}): Transport => ({
  id: "t1", version: 1, direction: "collect", status: "planned", address: "7 Gandhi Street", postcode: "600001", town: "Chennai", window_start: START, window_end: END, change_until: "2099-11-21T02:30:00Z",
  driver: { id: "selvi", name: "Selvi" }, keys: false, mileage: null, photo_count: 0, reason: "", started_at: null, ended_at: null, allowed_actions: [offer("cancel", null)], ...more,
});
const trip = (more: Partial<Trip> = {}): Trip => ({
  ...transport({ allowed_actions: [offer("set_out", null)] }), appointment_id: "a1", number: "ANNA-A0042", customer: { id: "u9", name: "Maria Joseph", phone: "+919840012345" }, vehicle, scheduled_start: END, ...more,
});
const windows = (more: Partial<Windows> = {}): Windows => ({
  offered: true, minutes: 60, not_before: "2099-11-21T01:00:00Z", too_late: false, zone: "Asia/Kolkata", needs_postcode: false, address: "7 Gandhi Street", postcode: "600001", collect: ["2099-11-21T03:30:00Z", START], return: [], ...more,
});

livePage("plan", "forms", "visit");

describe("a driver's own page", () => {
  const document = (trips: Trip[]) => ({ topic: `center.c1.trips.${round}`, seq: 1, clock: { now: ago(0), rate: 1 }, center, trips });
  async function open(...trips: Trip[]) {
    enter(signedIn("t1", "selvi"));
    api.on("GET /api/technicians/transports", { body: document(trips) });
    draw(<DrivePage />);
    await screen.findByRole("heading", { level: 1, name: "My drives" });
  }

  it("says where to, for whom and with which vehicle, and sets out with one tap", async () => {
    await open(trip());
    const next = within(await screen.findByRole("region", { name: "On later days (1)" }));
    expect(next.getByText(vehicle.plate)).toBeVisible();
    expect(next.getByText("7 Gandhi Street, 600001 Chennai")).toBeVisible();
    expect(next.getByRole("link", { name: "Map" })).toHaveAttribute("href", expect.stringContaining("7%20Gandhi%20Street%2C%20600001"));
    expect(next.getByRole("link", { name: "Call" })).toHaveAttribute("href", "tel:+919840012345");
    api.on("POST /api/technicians/transports/t1/set-out", { body: { trips: [trip({ version: 2, status: "under_way", allowed_actions: [offer("finish", null), offer("fail", null)] })] } });
    await act(() => userEvent.click(next.getByRole("button", { name: "Set out" })));
    expect(await screen.findByRole("heading", { name: "Under way (1)" })).toBeVisible();
    expect(api.of("POST /api/technicians/transports/t1/set-out")[0]).toMatchObject({ body: { version: 1 }, key: expect.any(String) });
  });

  it("says from when a drive of a later day can be begun", async () => {
    await open(trip({ allowed_actions: [offer("set_out", null, { since: "2099-11-20T18:30:00Z" })] }));
    expect(await screen.findByText(/^You can set out from/)).toHaveTextContent("You can set out from Sat 21 Nov 2099 00:00.");
    expect(screen.queryByRole("button", { name: "Set out" })).toBeNull();
  });

  it("says that nobody set out in its window, and by how much one is over it", async () => {
    const minutes = (from: number) => ({ window_start: ago(from), window_end: ago(from - 60) });
    await open(
      trip(minutes(10)),
      trip({ id: "t2", ...minutes(72) }),
      trip({ id: "t3", status: "under_way", ...minutes(10) }),
      trip({ id: "t4", status: "under_way", ...minutes(65) }),
      trip({ id: "t5", status: "done", ...minutes(300) }),
    );
    expect(await screen.findByText("Not set out yet")).toBeVisible();
    expect(["12 min late", "On the way", "5 min late", "Collected"].map((words) => screen.getByText(words).closest("[data-state]")?.getAttribute("data-state"))).toEqual(["blocked", "progress", "blocked", "done"]);
    expect(stateOf(trip(minutes(10)))).toBe("queued");
  });

  it("calls no iron a vehicle", async () => {
    await open(trip({ direction: "return", vehicle: { ...vehicle, kind: "equipment" }, allowed_actions: [] }));
    expect(await screen.findByText("It is not at the workshop yet.")).toBeVisible();
  });

  it("offers to set out once it may, by itself", async () => {
    const since = Date.now() + 90_000;
    await open(trip({ allowed_actions: [offer("set_out", null, { since: new Date(since).toISOString() })] }));
    expect(await screen.findByText(vehicle.plate)).toBeVisible();
    expect(screen.queryByRole("button", { name: "Set out" })).toBeNull();
    expect(screen.queryByText(/not at the workshop yet/)).toBeNull();
    act(() => setClock({ now: new Date(since).toISOString(), rate: 1 }));
    expect(screen.getByRole("button", { name: "Set out" })).toBeVisible();
  });

  it("hands over with the keys, or not at all", async () => {
    await open(trip({ status: "under_way", allowed_actions: [offer("finish", null)] }));
    await userEvent.click(await screen.findByRole("button", { name: "Collected" }));
    const form = within(screen.getByRole("form", { name: "Collected" }));
    await userEvent.click(form.getByRole("button", { name: "Collected" }));
    expect(api.of("POST /api/technicians/transports/t1/finish")).toEqual([]);
    expect(form.getByRole("alert")).toHaveTextContent(/^Tick it to go on/);
    await userEvent.click(form.getByRole("checkbox", { name: "I have the keys" }));
    await userEvent.type(form.getByRole("spinbutton", { name: "Mileage (km)" }), "41300");
    api.on("POST /api/technicians/transports/t1/finish", { body: { trips: [trip({ version: 2, status: "done", allowed_actions: [] })] } });
    await act(() => userEvent.click(form.getByRole("button", { name: "Collected" })));
    expect(await screen.findByRole("heading", { name: "Over (1)" })).toBeVisible();
    expect(api.of("POST /api/technicians/transports/t1/finish")[0]!.body).toEqual({ keys: true, mileage: 41300, photos: [], version: 1 });
  });

  it("asks for neither keys nor kilometres of an iron", async () => {
    await open(trip({ status: "under_way", allowed_actions: [offer("finish", null)], vehicle: { ...vehicle, kind: "equipment" } }));
    await userEvent.click(await screen.findByRole("button", { name: "Collected" }));
    const form = within(screen.getByRole("form", { name: "Collected" }));
    expect(form.getByRole("checkbox", { name: "I have it with me" })).toBeVisible();
    expect(form.queryByRole("spinbutton")).toBeNull();
  });

  it("keeps the reason that was refused, and says why", async () => {
    await open(trip({ status: "under_way", allowed_actions: [offer("fail", null)] }));
    await userEvent.click(await screen.findByRole("button", { name: "Did not work out" }));
    await userEvent.type(screen.getByRole("textbox", { name: "What went wrong?" }), "Nobody opened");
    api.on("POST /api/technicians/transports/t1/fail", { status: 409, body: { code: "stale", detail: "This drive changed since you saw it.", next: "Look again." } });
    await act(() => userEvent.click(within(screen.getByRole("form", { name: "Did not work out" })).getByRole("button", { name: "Did not work out" })));
    expect(await screen.findByText(/This drive changed since you saw it/)).toBeVisible();
    expect(screen.getByRole("textbox", { name: "What went wrong?" })).toHaveValue("Nobody opened");
  });

  it("orders a day by what is under way, to come and over", () => {
    const later = trip({ id: "t2", window_start: END });
    const all = [later, trip({ id: "t3", status: "failed" }), trip(), trip({ id: "t4", status: "under_way" })];
    const parts = (due: (one: Trip) => boolean) => {
      const day = dayOfTrips(all, due);
      return [day.now, day.next, day.later, day.over].map((part) => part.map((one) => one.id));
    };
    expect(parts(() => true)).toEqual([["t4"], ["t1", "t2"], [], ["t3"]]);
    expect(parts((one) => one.id === "t1")).toEqual([["t4"], ["t1"], ["t2"], ["t3"]]);
  });
});

it("the desk reads the drives of a day by driver, also of who stopped driving", () => {
  const other = { id: "anbu", name: "Anbu K." };
  const visits = [appointment({ id: "a1", transports: [transport({ window_start: END }), transport({ id: "t2", direction: "return", driver: other })] }), appointment({ id: "a2", transports: [transport({ id: "t3" }), transport({ id: "t4", status: "cancelled" })] })];
  const found = drivesOf({ appointments: visits, drivers: [{ id: "selvi", name: "Selvi Kumar", initials: "SK", work: [], breaks: [], away: [] }] }, (at) => at.startsWith("2099-11-21"));
  expect(found.map(({ driver, drives }) => [driver.name, drives.map(({ trip: one }) => one.id)])).toEqual([["Selvi Kumar", ["t3", "t1"]], ["Anbu K.", ["t2"]]]);
  expect(drivesOf({ appointments: visits, drivers: [] }, () => false)).toEqual([]);
});

describe("a customer's visit", () => {
  const own = (more: object) => visit({ job: null, appointment: appointment({ status: "confirmed", job_id: null, collects: true, ...more }) });

  it("says who is on the way, and offers nothing that is too late", () => {
    const row = transport({ status: "under_way", allowed_actions: [] });
    draw(<OwnTrips visit={own({ transports: [row] })} byLink />);
    expect(screen.getByText("Selvi is on the way to you")).toBeVisible();
    expect(screen.queryByRole("button")).toBeNull();
  });

  it("offers to collect it while there is a window to do so, and not a moment longer", () => {
    const until = Date.now() + 90_000;
    draw(<OwnTrips visit={own({ transport_actions: [offer("collect", null, { until: new Date(until).toISOString() }), offer("return", null)] })} byLink />);
    expect(screen.getByRole("button", { name: "Have it collected" })).toBeVisible();
    act(() => setClock({ now: new Date(until).toISOString(), rate: 1 }));
    expect(screen.queryByRole("button", { name: "Have it collected" })).toBeNull();
    expect(screen.getByRole("button", { name: "Have it returned" })).toBeVisible();
  });

  it("says when it was brought back, not between when it was planned to be", () => {
    setClock({ now: ago(0), rate: 1 });
    const row = transport({ direction: "return", status: "done", started_at: ago(60), ended_at: ago(20), allowed_actions: [] });
    draw(<OwnTrips visit={own({ transports: [row, transport({ id: "t2", status: "done", ended_at: ago(60 * 24) })] })} byLink />);
    expect(screen.getByText("Brought back at 13:21")).toBeVisible();
    expect(screen.getByText("Collected at 13:41, Thu 19 Nov")).toBeVisible();
    expect(screen.queryByText(/2099/)).toBeNull();
  });

  it("calls a collection off and keeps the visit", async () => {
    draw(<OwnTrips visit={own({ transports: [transport()] })} byLink />);
    api.on("POST /api/public/transports/t1/cancel", { body: { appointment: appointment() } });
    await act(() => userEvent.click(screen.getByRole("button", { name: "I bring it myself" })));
    expect(api.of("POST /api/public/transports/t1/cancel")[0]!.body).toEqual({ version: 1 });
  });

  it("plans a return in a window of those that are free", async () => {
    api.on("GET /api/customers/appointments/a1/windows", { body: windows({ return: [START, END] }) });
    api.on("POST /api/customers/appointments/a1/transports", { body: { appointment: appointment() } });
    draw(<OwnTrips visit={own({ transport_actions: [offer("return", null)] })} byLink={false} />);
    await userEvent.click(screen.getByRole("button", { name: "Have it returned" }));
    expect(await screen.findByRole("textbox", { name: "Address" })).toHaveValue("7 Gandhi Street");
    await act(() => userEvent.click(screen.getByRole("button", { name: "Have it returned" })));
    expect(api.of("POST /api/customers/appointments/a1/transports")[0]!.body).toEqual({ direction: "return", address: "7 Gandhi Street", postcode: "600001", window_start: START });
  });
});

describe("the pictures of a hand-over", () => {
  const picture = (id: string) => ({ id, url: `/files/${id}`, thumbnail_url: `/files/${id}/thumbnail`, width: 640, height: 480, content_type: "image/jpeg" });
  const row = (more: Partial<Transport> = {}) => transport({ status: "done", photo_count: 2, allowed_actions: [], ...more });
  const page = (byLink: boolean, ...transports: Transport[]) => <OwnTrips visit={visit({ appointment: appointment({ transports }) })} byLink={byLink} />;
  const first = "Picture 1, when it was collected";
  const second = "Picture 2, when it was collected";
  const large = (name: string) => within(screen.getByRole("dialog", { name })).getByRole("img", { name });
  beforeEach(() => {
    for (const as of ["public", "customers", "staff", "technicians"]) api.on(`GET /api/${as}/transports/t1/photos`, { body: [picture("p1"), picture("p2")] });
  });

  it("are asked for where there are some, and nowhere else", async () => {
    const { again } = draw(page(true, row({ photo_count: 0 })));
    expect(screen.queryByRole("list")).toBeNull();
    expect(api.asked).toEqual([]);
    again(page(true, row({ version: 2 })));
    expect(await screen.findByRole("img", { name: second })).toHaveAttribute("src", "/files/p2/thumbnail");
    expect(api.of("GET /api/public/transports/t1/photos")).toHaveLength(1);
  });

  it("open larger, turn by button and arrow key, and give the focus back", async () => {
    draw(page(false, row()));
    const small = await screen.findByRole("button", { name: first });
    small.focus();
    await userEvent.keyboard("{Enter}");
    expect(large(first)).toHaveAttribute("src", "/files/p1");
    expect(screen.getByRole("link", { name: "Full size" })).toHaveAttribute("href", "/files/p1");
    await userEvent.click(screen.getByRole("button", { name: "Next picture" }));
    expect(large(second)).toHaveAttribute("src", "/files/p2");
    expect(screen.getByText("2 of 2")).toBeInTheDocument();
    await userEvent.keyboard("{ArrowRight}");
    expect(large(first)).toBeInTheDocument();
    await userEvent.keyboard("{ArrowLeft}");
    expect(large(second)).toBeInTheDocument();
    await userEvent.click(screen.getByRole("button", { name: "Close" }));
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(small).toHaveFocus();
    expect(api.of("GET /api/customers/transports/t1/photos")).toHaveLength(1);
  });

  it("a single one has no others to turn to", async () => {
    api.on("GET /api/public/transports/t1/photos", { body: [picture("p1")] });
    draw(page(true, row({ photo_count: 1, direction: "return" })));
    await userEvent.click(await screen.findByRole("button", { name: "Picture 1, when it was returned" }));
    expect(screen.queryByRole("button", { name: "Next picture" })).toBeNull();
  });

  it("that could not be read are read again at a press", async () => {
    api.on("GET /api/public/transports/t1/photos", { status: 404, body: { code: "not_found", detail: "There is no such thing." } });
    draw(page(true, row()));
    const again = await screen.findByRole("button", { name: "Retry" });
    api.on("GET /api/public/transports/t1/photos", { body: [picture("p1"), picture("p2")] });
    await userEvent.click(again);
    expect(await screen.findByRole("img", { name: first })).toBeVisible();
  });

  it("are seen by the driver who took them", async () => {
    enter(signedIn("t1", "selvi"));
    api.on("GET /api/technicians/transports", { body: { topic: `center.c1.trips.${round}`, seq: 1, clock: { now: ago(0), rate: 1 }, center, trips: [trip({ status: "done", photo_count: 2, allowed_actions: [] })] } });
    draw(<DrivePage />);
    expect(await screen.findByRole("img", { name: first })).toBeVisible();
    expect(api.of("GET /api/technicians/transports/t1/photos")).toHaveLength(1);
  });
});

describe("while booking", () => {
  it("offers the window next to the visit and fills the address in", async () => {
    api.on("GET /api/public/appointments/h1/windows", { body: windows() });
    const changed = vi.fn();
    draw(<Fetched held="h1" times="/book/c1/time" value={emptyDraft.fetching} onChange={changed} />);
    await userEvent.click(await screen.findByRole("radio", { name: "Collect it from me" }));
    expect(changed).toHaveBeenCalledWith({ collect: START, address: "7 Gandhi Street", postcode: "600001" });
    expect(screen.queryByRole("radio", { name: "Bring it to me" })).toBeNull();
    expect(screen.getByText("No driver is free after this visit.")).toBeVisible();
  });

  it("says that it is too late to collect it, and from when a driver could come", async () => {
    api.on("GET /api/public/appointments/h1/windows", { body: windows({ collect: [], return: [END], too_late: true, not_before: "2099-11-21T04:00:00Z" }) });
    draw(<Fetched held="h1" times="/book/c1/time" value={emptyDraft.fetching} onChange={() => undefined} />);
    expect(await screen.findByText(/^Too late to collect it for this start/)).toHaveTextContent(/takes 1 hour and cannot begin before Sat 21 Nov.* 09:30\.$/);
    expect(screen.getByRole("radio", { name: "Bring it to me" })).toBeVisible();
  });

  it("shows nothing where a centre does not drive", async () => {
    api.on("GET /api/public/appointments/h1/windows", { body: windows({ offered: false }) });
    const { container } = draw(<Fetched held="h1" times="/book/c1/time" value={emptyDraft.fetching} onChange={() => undefined} />);
    await vi.waitFor(() => expect(api.asked).toHaveLength(1));
    expect(container).toBeEmptyDOMElement();
  });

  it("sends the collection first, and nothing for who drives themselves", () => {
    const fetching = { collect: START, return: END, address: " 7 Gandhi Street ", postcode: "" };
    expect(tripsOf({ ...emptyDraft, fetching }).map((one) => [one.direction, one.address, one.window_start])).toEqual([["collect", "7 Gandhi Street", START], ["return", "7 Gandhi Street", END]]);
    expect(confirmBody(emptyDraft, true)).not.toHaveProperty("transports");
    expect(usual("collect", [START, END])).toBe(END);
    expect(usual("return", [START, END])).toBe(START);
  });
});

it("a driver begins with the drives, who also does other work with that", () => {
  const role = (name: string, driver: boolean) => ({ role: name, service_center_id: "c1", lead: false, driver });
  const user = signedIn().user;
  expect(homeOf({ ...user, roles: [role("staff", true)] })).toBe("/drive");
  expect(homeOf({ ...user, roles: [role("staff", false)] })).toBe("/board");
  expect(homeOf({ ...user, roles: [role("technician", true)] })).toBe("/day");
});
