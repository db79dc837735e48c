/** Who works at a centre, and which centres the network takes. */
import { cleanup, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { enter, leave } from "@/api/session";
import { NetworkPage } from "@/features/centers/pages/NetworkPage";
import { PersonPage } from "@/features/centers/pages/PersonPage";
import { StaffPage } from "@/features/centers/pages/StaffPage";
import { Route, Routes } from "@/lib/router";
import { cache } from "@/live/cache";
import { toasts } from "@/ui/toasts";
import { administration, center, CENTER, held, inDays, page, press, show, stale } from "./centerThings";
import { signedIn, type FakeApi } from "./fakeApi";

let api: FakeApi;
beforeEach(async () => {
  api = await administration();
});
afterEach(() => {
  cleanup();
  leave();
  cache.clear();
  toasts.set([]);
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
      version: 2,
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
    await press("Copy to Friday");
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

  it("shows the week in the order of its hours, and calls each what it is", async () => {
    history.replaceState(null, "", "/admin/centre/staff/u7");
    const shift = (kind: string, starts: string, ends: string, weekday: number | null = 0, date: string | null = null) => ({ id: `${kind}${starts}${weekday}`, person_id: "u7", kind, weekday, date, starts, ends });
    api.on(`GET ${CENTER}/shifts`, { body: { shifts: [shift("break", "13:00:00", "14:00:00"), shift("break", "16:00:00", "16:15:00"), shift("work", "09:00:00", "18:00:00")], unserved: [] } });
    person();
    const form = within(await screen.findByRole("form", { name: "Shifts" }));
    const monday = form.getAllByRole("listitem")[0]!;
    expect([...monday.querySelectorAll("input")].map((one) => `${one.getAttribute("aria-label")} ${one.value}`)).toEqual([
      "Monday from 09:00", "Monday to 18:00", "Monday, break from 13:00", "Monday, break to 14:00", "Monday, break from 16:00", "Monday, break to 16:15",
    ]);
    expect(monday).toHaveTextContent(/^MondayWork.*Break.*Break/);
  });

  it("keeps shifts that are no more what they were, and says so", async () => {
    history.replaceState(null, "", "/admin/centre/staff/u7");
    const shift = (id: string, weekday: number) => ({ id, person_id: "u7", kind: "work", weekday, date: null, starts: "09:00", ends: "12:00" });
    api.on(`GET ${CENTER}/shifts`, { body: { shifts: [shift("s1", 0)], unserved: [] } });
    api.on(`PUT ${CENTER}/shifts/u7`, stale);
    person();
    await userEvent.click(await screen.findByRole("button", { name: "Work Tuesday" }));
    const form = screen.getByRole("form", { name: "Shifts" });
    api.on(`GET ${CENTER}/shifts`, { body: { shifts: [shift("s2", 3)], unserved: [] } });
    await cache.invalidateQueries({ queryKey: ["administered", "c1"] });
    await userEvent.click(within(form).getByRole("button", { name: "Save" }));
    expect(await within(form).findByText(/was first/)).toBeVisible();
    expect(api.of(`PUT ${CENTER}/shifts/u7`)[0]?.body).toMatchObject({ replaces: ["s1"] });
    await userEvent.click(within(form).getByRole("button", { name: "Reload" }));
    api.on(`PUT ${CENTER}/shifts/u7`, { body: { shifts: [shift("s3", 3)], unserved: [] } });
    await waitFor(() => expect(screen.queryByText(/was first/)).toBeNull());
    await userEvent.click(within(screen.getByRole("form", { name: "Shifts" })).getByRole("button", { name: "Save" }));
    await waitFor(() => expect(api.of(`PUT ${CENTER}/shifts/u7`)).toHaveLength(2));
    expect(api.of(`PUT ${CENTER}/shifts/u7`)[1]?.body).toEqual({ shifts: [{ kind: "work", weekday: 3, starts: "09:00", ends: "12:00" }], replaces: ["s2"] });
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
    const offer = (verb: string, tone: string) => ({ verb, label: verb, tone, only: null, except: ["u9"], since: null, until: null });
    const asking = { ...center, id: "c9", code: null, name: "Guindy Motors", status: "applied", about: "Two lifts, since 1998.", allowed_actions: [offer("approve", "primary"), offer("reject", "danger")] };
    api.on("GET /api/admin/service-centers", page(asking));
    api.on("POST /api/admin/service-centers/c9/reject", stale);
    enter({ ...signedIn(), user: { ...signedIn().user, roles: [{ role: "admin", service_center_id: null, lead: false, driver: false }] } });
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
