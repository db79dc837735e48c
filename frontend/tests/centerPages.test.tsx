/** What administrators do with their centre: the forms keep what is typed, and each save says whom it leaves outside. */
import { cleanup, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { enter, leave } from "@/api/session";
import { AboutPage } from "@/features/centers/pages/AboutPage";
import { BaysPage } from "@/features/centers/pages/BaysPage";
import { HoursPage } from "@/features/centers/pages/HoursPage";
import { NetworkPage } from "@/features/centers/pages/NetworkPage";
import { PersonPage } from "@/features/centers/pages/PersonPage";
import { StaffPage } from "@/features/centers/pages/StaffPage";
import { needMessages } from "@/lib/i18n";
import { Route, Routes } from "@/lib/router";
import { cache } from "@/live/cache";
import { Toaster } from "@/ui/Toaster";
import { toasts } from "@/ui/toasts";
import { FakeApi, signedIn } from "./fakeApi";
import { draw } from "./screen";

const CENTER = "/api/admin/service-centers/c1";
const center = {
  id: "c1",
  version: 3,
  code: "ANN",
  name: "Anna Nagar",
  address: "2nd Avenue 4",
  city: "Chennai",
  district: "",
  postcode: "600040",
  latitude: "13.085000",
  longitude: "80.210000",
  phone: "+914426260000",
  email: "",
  time_zone: "Asia/Kolkata",
  currency: "INR",
  status: "approved",
  is_active: true,
  approved_at: null,
  decided_at: null,
  rejected_reason: "",
  about: "",
  applicant: null,
  working_hours: [{ weekday: 0, opens: "09:00", closes: "18:00" }],
  service_areas: [{ postcode: "600001" }],
  created_at: "2026-01-01T00:00:00Z",
  updated_at: "2026-01-01T00:00:00Z",
  allowed_actions: [],
};
const outside = (id: string) => ({
  appointment: { id, number: `A-${id}`, scheduled_start: "2030-01-14T06:30:00Z", vehicle: { plate: "TN 09 BX 4471" }, customer: { name: "Meena Raman" } },
  reasons: [{ code: "closed", text: "Anna Nagar is closed then." }],
});
const bay = { id: "b1", version: 2, name: "1", kind: "general", equipment: ["lift"], position: 1, is_active: true };
const held = (more: object = {}) => ({
  id: "m1",
  user_id: "u7",
  email: "ravi@pitlane.test",
  phone: "",
  role: "technician",
  service_center_id: "c1",
  name: "Ravi K.",
  lead: false,
  driver: false,
  skills: ["brakes"],
  hourly_cost: null,
  certifications: [],
  has_pin: false,
  can_sign_in: true,
  created_at: "2026-01-01T00:00:00Z",
  ...more,
});
const page = (...results: unknown[]) => ({ body: { results, next: null, previous: null } });
const stale = { status: 409, body: { code: "stale_version", detail: "Admin A. was first: Anna Nagar changed since you saw it.", version_now: 4 } };
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

let api: FakeApi;
beforeEach(async () => {
  await needMessages("common", "centers", "forms");
  vi.stubGlobal("matchMedia", () => ({ matches: false, addEventListener() {}, removeEventListener() {} }));
  history.replaceState(null, "", "/admin/centre");
  api = new FakeApi();
  api.on(`GET ${CENTER}`, { body: center });
  api.on(`GET ${CENTER}/unserved`, { body: [] });
  api.on(`GET ${CENTER}/exceptions`, { body: { exceptions: [], unserved: [] } });
  api.on(`GET ${CENTER}/bays`, { body: [bay] });
  api.on(`GET ${CENTER}/resources`, { body: [{ id: "r1", kind: "tool", name: "Hunter", type: "aligner" }] });
  api.on(`GET ${CENTER}/certificates`, { body: [] });
  api.on(`GET ${CENTER}/shifts`, { body: { shifts: [], unserved: [] } });
  api.on(`GET ${CENTER}/absences`, { body: { absences: [], unserved: [] } });
  api.on("GET /api/admin/users", page(held()));
  enter({ ...signedIn(), user: { ...signedIn().user, roles: [{ role: "admin", service_center_id: "c1", lead: false }] } });
});
afterEach(() => {
  cleanup();
  leave();
  cache.clear();
  toasts.set([]);
});

const show = (what: React.ReactNode) => draw(<>{what}<Toaster /></>);
const press = (name: string | RegExp) => userEvent.click(screen.getByRole("button", { name }));

describe("the centre", () => {
  it("sends what was typed with the version seen; a position that nobody touched follows the address", async () => {
    api.on(`PUT ${CENTER}`, { body: { ...center, version: 4 } });
    show(<AboutPage />);
    const postcode = await screen.findByRole("textbox", { name: "Postcode" });
    await userEvent.clear(postcode);
    await userEvent.type(postcode, "600017");
    await userEvent.type(screen.getByRole("textbox", { name: "Cities" }), "Chennai, Tambaram");
    await press("Save");
    expect(await screen.findByText("Saved")).toBeVisible();
    const sent = api.of(`PUT ${CENTER}`)[0]?.body as Record<string, unknown>;
    expect(sent).toMatchObject({ version: 3, postcode: "600017", is_active: true });
    expect(sent["service_areas"]).toEqual([{ city: "Chennai" }, { city: "Tambaram" }, { postcode: "600001" }]);
    expect(sent).not.toHaveProperty("latitude");
  });

  it("says who was first, keeps what was typed until it is loaded again, and saves on top of that", async () => {
    api.on(`PUT ${CENTER}`, stale);
    show(<AboutPage />);
    const name = await screen.findByRole("textbox", { name: "Name" });
    await userEvent.type(name, " West");
    await press("Save");
    expect(await screen.findByText(/Admin A\. was first/)).toBeVisible();
    expect(screen.getByRole("textbox", { name: "Name" })).toHaveValue("Anna Nagar West");
    api.on(`GET ${CENTER}`, { body: { ...center, version: 4, name: "Anna Nagar East" } });
    await press("Reload");
    await waitFor(() => expect(screen.getByRole("textbox", { name: "Name" })).toHaveValue("Anna Nagar East"));
    api.on(`PUT ${CENTER}`, { body: { ...center, version: 5 } });
    await press("Save");
    await waitFor(() => expect(api.of(`PUT ${CENTER}`)).toHaveLength(2));
    expect(api.of(`PUT ${CENTER}`)[1]?.body).toMatchObject({ version: 4 });
  });

  it("follows what others save only as long as nobody types", async () => {
    show(<AboutPage />);
    await screen.findByDisplayValue("Anna Nagar");
    api.on(`GET ${CENTER}`, { body: { ...center, version: 4, name: "Anna Nagar East" } });
    await cache.invalidateQueries({ queryKey: ["administered", "c1"] });
    const name = await screen.findByDisplayValue("Anna Nagar East");
    await userEvent.type(name, "!");
    api.on(`GET ${CENTER}`, { body: { ...center, version: 5, name: "Anna Nagar South" } });
    await cache.invalidateQueries({ queryKey: ["administered", "c1"] });
    expect(screen.getByRole("textbox", { name: "Name" })).toHaveValue("Anna Nagar East!");
  });

  it("keeps a refused field with what was said about it", async () => {
    api.on(`PUT ${CENTER}`, { status: 400, body: { code: "unknown_zone", detail: "?", fields: { time_zone: ["Choose a zone such as Asia/Kolkata."] } } });
    show(<AboutPage />);
    const zone = await screen.findByRole("textbox", { name: "Time zone" });
    await userEvent.type(zone, "x");
    await press("Save");
    expect(await screen.findByText("Choose a zone such as Asia/Kolkata.")).toBeVisible();
    expect(zone).toHaveValue("Asia/Kolkatax");
    expect(zone).toHaveFocus();
  });
});

describe("hours", () => {
  it("previews the week as it is typed, and a save lists the visits it leaves outside", async () => {
    api.on(`PUT ${CENTER}`, () => {
      api.on(`GET ${CENTER}/unserved`, { body: [outside("1")] });
      return { body: { ...center, version: 4, working_hours: [] } };
    });
    show(<HoursPage />);
    const coming = await screen.findByRole("region", { name: "The next 14 days" });
    expect(within(coming).getAllByText("09:00 to 18:00")).toHaveLength(2);
    await press(/^Remove 09:00 to 18:00, Monday/);
    expect(within(coming).queryByText("09:00 to 18:00")).toBeNull();
    expect(within(coming).getByText("As customers will see them once you save.")).toBeVisible();
    await press("Save");
    const left = await screen.findByRole("region", { name: "1 visit is left outside" });
    expect(within(left).getByText("Anna Nagar is closed then.")).toBeVisible();
    expect(within(left).getByRole("link")).toHaveAttribute("href", "/desk/calendar/visits/1?date=2030-01-14&view=day&by=technicians");
    expect(await screen.findByText("Saved. 1 visit is left outside.")).toBeVisible();
    expect(api.of(`PUT ${CENTER}`)[0]?.body).toEqual({ version: 3, working_hours: [] });
  });

  it("keeps the week that was refused, and says why", async () => {
    api.on(`PUT ${CENTER}`, { status: 400, body: { code: "hours_overlap", detail: "Look again.", fields: { working_hours: ["Two spans of the week overlap."] } } });
    show(<HoursPage />);
    await userEvent.click(await screen.findByRole("button", { name: /Hours Tuesday/ }));
    await press("Save");
    expect(await screen.findByText("Two spans of the week overlap.")).toBeVisible();
    expect(screen.getByLabelText("Tuesday from")).toHaveValue("09:00");
  });

  it("closes days, and Undo opens them again", async () => {
    const day = inDays(3);
    const closed = { date: day, opens: null, closes: null, reason: "Pongal" };
    api.on(`POST ${CENTER}/exceptions`, () => {
      api.on(`GET ${CENTER}/exceptions`, { body: { exceptions: [closed], unserved: [] } });
      return { body: { exceptions: [closed], unserved: [] } };
    });
    show(<HoursPage />);
    await userEvent.click(await screen.findByRole("button", { name: "Close or change days" }));
    const form = screen.getByRole("form", { name: "Close or change days" });
    await userEvent.type(within(form).getByLabelText("First day"), day);
    await userEvent.type(within(form).getByRole("textbox", { name: "Reason" }), "Pongal");
    await userEvent.click(within(form).getByRole("button", { name: "Save" }));
    const coming = screen.getByRole("region", { name: "The next 14 days" });
    expect(await within(coming).findByText("Pongal")).toBeVisible();
    expect(api.of(`POST ${CENTER}/exceptions`)[0]?.body).toEqual({ first: day, last: day, reason: "Pongal", spans: [] });
    api.on(`DELETE ${CENTER}/exceptions/${day}`, () => {
      api.on(`GET ${CENTER}/exceptions`, { body: { exceptions: [], unserved: [] } });
      return { body: { exceptions: [], unserved: [] } };
    });
    await press(/^Remove [A-Z]/);
    await waitFor(() => expect(within(coming).queryByText("Pongal")).toBeNull());
    await press("Undo");
    expect(await within(coming).findByText("Pongal")).toBeVisible();
  });
});

describe("bays and tools", () => {
  it("takes a bay out of use with the version seen, and Undo brings it back", async () => {
    const out = { ...bay, version: 3, is_active: false };
    api.on("PUT /api/admin/bays/b1", () => {
      api.on(`GET ${CENTER}/bays`, { body: [out] });
      return { body: out };
    });
    show(<BaysPage />);
    await userEvent.click(await screen.findByRole("button", { name: "Take out of use Bay 1" }));
    expect(await screen.findByText("Out of use")).toBeVisible();
    await press("Undo");
    await waitFor(() => expect(api.of("PUT /api/admin/bays/b1").map((one) => one.body)).toEqual([{ version: 2, is_active: false }, { version: 3, is_active: true }]));
  });

  it("keeps the words of a bay whose name is taken", async () => {
    api.on(`POST ${CENTER}/bays`, { status: 409, body: { code: "name_taken", detail: "?", fields: { name: ["This name is taken."] } } });
    show(<BaysPage />);
    await userEvent.click(await screen.findByRole("button", { name: "Add bay" }));
    const form = screen.getByRole("form", { name: "Add bay" });
    await userEvent.type(within(form).getByRole("textbox", { name: "Name" }), "1");
    await userEvent.type(within(form).getByRole("combobox", { name: "Kind" }), "ev");
    await userEvent.click(within(form).getByRole("button", { name: "Add bay" }));
    expect(await screen.findByText("This name is taken.")).toBeVisible();
    expect(within(form).getByRole("combobox", { name: "Kind" })).toHaveValue("ev");
  });
});

describe("staff", () => {
  it("lists certificates that expired or are about to, by a word, and those in date nowhere", async () => {
    const certificate = (days: number, person: string) => ({ person_id: "u7", person, name: "High voltage", number: `HV-${days}`, skill: "hv", expires_on: inDays(days) });
    api.on(`GET ${CENTER}/certificates`, { body: [certificate(-2, "Asha"), certificate(40, "Bala"), certificate(90, "Chitra")] });
    show(<StaffPage />);
    const renew = await screen.findByRole("region", { name: "Certificates to renew" });
    const [first, second, ...rest] = within(renew).getAllByRole("listitem");
    expect(first).toHaveTextContent("Expired");
    expect(second).toHaveTextContent("Expires soon");
    expect(rest).toEqual([]);
  });

  const person = () => show(<Routes><Route path="/admin/centre/staff/:id" element={<PersonPage />} /></Routes>);

  it("writes a profile with its certificates, and a new PIN that is shown no more", async () => {
    history.replaceState(null, "", "/admin/centre/staff/u7");
    api.on("PUT /api/admin/users/m1", { body: held() });
    api.on("PUT /api/admin/users/m1/pin", { status: 204 });
    person();
    const profile = await screen.findByRole("form", { name: "Profile" });
    await userEvent.click(within(profile).getByRole("checkbox", { name: /^Driver/ }));
    await userEvent.click(within(profile).getByRole("button", { name: "Add certificate" }));
    await userEvent.type(within(profile).getByRole("textbox", { name: "Certificate" }), "High voltage");
    await userEvent.type(within(profile).getByRole("textbox", { name: "Number" }), "HV-1");
    await userEvent.type(within(profile).getByRole("textbox", { name: "Skill" }), "hv");
    await userEvent.type(within(profile).getByLabelText("Expires on"), "2028-01-31");
    await userEvent.click(within(profile).getByRole("button", { name: "Save" }));
    await waitFor(() => expect(api.of("PUT /api/admin/users/m1")).toHaveLength(1));
    expect(api.of("PUT /api/admin/users/m1")[0]?.body).toEqual({
      name: "Ravi K.",
      hourly_cost: null,
      skills: ["brakes"],
      lead: false,
      driver: true,
      certifications: [{ name: "High voltage", number: "HV-1", skill: "hv", expires_on: "2028-01-31" }],
    });
    await userEvent.type(screen.getByRole("textbox", { name: "New PIN" }), "7306");
    await press("Set PIN");
    await waitFor(() => expect(screen.getByRole("textbox", { name: "New PIN" })).toHaveValue(""));
    expect(api.of("PUT /api/admin/users/m1/pin")[0]?.body).toEqual({ pin: "7306" });
  });

  it("writes shifts by weekday and by date, and a whole day away on the centre's clock", async () => {
    history.replaceState(null, "", "/admin/centre/staff/u7");
    const answer = { body: { shifts: [], unserved: [] } };
    api.on(`PUT ${CENTER}/shifts/u7`, answer);
    api.on(`POST ${CENTER}/absences`, { body: { absences: [], unserved: [] } });
    person();
    await userEvent.click(await screen.findByRole("button", { name: "Work Monday" }));
    await press("The same from Monday to Friday as on Monday");
    await press("Break Tuesday");
    await userEvent.click(within(screen.getByRole("form", { name: "Shifts" })).getByRole("button", { name: "Save" }));
    await waitFor(() => expect(api.of(`PUT ${CENTER}/shifts/u7`)).toHaveLength(1));
    const { shifts } = api.of(`PUT ${CENTER}/shifts/u7`)[0]?.body as { shifts: { kind: string; weekday: number; starts: string }[] };
    expect(shifts.map((one) => `${one.kind} ${one.weekday} ${one.starts}`).sort()).toEqual(["break 1 13:00", ...[0, 1, 2, 3, 4].map((day) => `work ${day} 09:00`)]);
    await press("Add absence");
    const form = screen.getByRole("form", { name: "Add absence" });
    await userEvent.type(within(form).getByLabelText("First day"), "2030-03-04");
    await userEvent.click(within(form).getByRole("button", { name: "Save" }));
    await waitFor(() => expect(api.of(`POST ${CENTER}/absences`)).toHaveLength(1));
    expect(api.of(`POST ${CENTER}/absences`)[0]?.body).toMatchObject({ person_id: "u7", starts_at: "2030-03-03T18:30:00.000Z", ends_at: "2030-03-04T18:30:00.000Z" });
  });

  it("ends a role, which Undo gives back, but nobody their own administration", async () => {
    history.replaceState(null, "", "/admin/centre/staff/u7");
    const admin = held({ id: "m2", user_id: "u1", email: "u1@pitlane.test", role: "admin", name: "Priya S." });
    api.on("GET /api/admin/users", page(held(), admin));
    api.on("DELETE /api/admin/users/m1", { status: 204 });
    api.on("POST /api/admin/users", { status: 201, body: held() });
    const shown = person();
    await userEvent.click(await screen.findByRole("button", { name: "End Technician" }));
    await press("Undo");
    await waitFor(() => expect(api.of("POST /api/admin/users")[0]?.body).toEqual({ email: "ravi@pitlane.test", role: "technician", service_center_id: "c1" }));
    shown.unmount();
    history.replaceState(null, "", "/admin/centre/staff/u1");
    person();
    expect(await screen.findByText("Another administrator ends yours.")).toBeVisible();
    expect(screen.queryByRole("button", { name: /^End/ })).toBeNull();
  });
});

describe("the network", () => {
  it("answers by what is allowed, a rejection with its reason, and keeps the reason when it is refused", async () => {
    const offer = (verb: string, tone: string) => ({ verb, label: verb, tone, only: null, except: ["u9"], until: null });
    const asking = { ...center, id: "c9", code: null, name: "Guindy Motors", status: "applied", about: "Two lifts, since 1998.", allowed_actions: [offer("approve", "primary"), offer("reject", "danger")] };
    api.on("GET /api/admin/service-centers", page(asking));
    api.on("POST /api/admin/service-centers/c9/reject", stale);
    enter({ ...signedIn(), user: { ...signedIn().user, roles: [{ role: "admin", service_center_id: null, lead: false }] } });
    show(<NetworkPage />);
    expect(await screen.findByText("Two lifts, since 1998.")).toBeVisible();
    await press("Reject Guindy Motors");
    const form = screen.getByRole("form", { name: "Reject" });
    await userEvent.type(within(form).getByRole("textbox", { name: "Why" }), "No lift");
    await userEvent.click(within(form).getByRole("button", { name: "Reject" }));
    expect(await screen.findByText(/was first/)).toBeVisible();
    expect(within(form).getByRole("textbox", { name: "Why" })).toHaveValue("No lift");
    expect(api.of("POST /api/admin/service-centers/c9/reject")[0]?.body).toEqual({ version: 3, reason: "No lift" });
    expect(screen.getByRole("button", { name: "Approve Guindy Motors" })).toBeVisible();
  });
});
