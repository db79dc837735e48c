/** A centre as its administration sees it, and a server that has it. */
import type { ReactNode } from "react";
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { vi } from "vitest";
import { enter } from "@/api/session";
import { needMessages } from "@/lib/i18n";
import { Toaster } from "@/ui/Toaster";
import { FakeApi, signedIn } from "./fakeApi";
import { draw } from "./screen";

export const CENTER = "/api/admin/service-centers/c1";
export const center = {
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
export const outside = (id: string) => ({
  appointment: { id, number: `A-${id}`, scheduled_start: "2030-01-14T06:30:00Z", vehicle: { plate: "TN 09 BX 4471" }, customer: { name: "Meena Raman" } },
  reasons: [{ code: "closed", text: "Anna Nagar is closed then." }],
});
export const bay = { id: "b1", version: 2, name: "1", kind: "general", equipment: ["lift"], position: 1, is_active: true };
export const held = (more: object = {}) => ({
  id: "m1",
  version: 2,
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
export const page = (...results: unknown[]) => ({ body: { results, next: null, previous: null } });
export const stale = { status: 409, body: { code: "stale_version", detail: "Admin A. was first: Anna Nagar changed since you saw it.", version_now: 4 } };
export const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);


/** A server with the centre, and its administrator signed in at it. */
export async function administration(): Promise<FakeApi> {
  await needMessages("common", "crew", "centers", "forms");
  vi.stubGlobal("matchMedia", () => ({ matches: false, addEventListener() {}, removeEventListener() {} }));
  history.replaceState(null, "", "/admin/centre");
  const api = new FakeApi();
  api.on(`GET ${CENTER}`, { body: center });
  api.on(`GET ${CENTER}/unserved`, { body: [] });
  api.on(`GET ${CENTER}/exceptions`, { body: { exceptions: [], unserved: [] } });
  api.on(`GET ${CENTER}/bays`, { body: [bay] });
  api.on(`GET ${CENTER}/resources`, { body: [{ id: "r1", kind: "tool", name: "Hunter", type: "aligner" }] });
  api.on(`GET ${CENTER}/services`, { body: [] });
  api.on(`GET ${CENTER}/certificates`, { body: [] });
  api.on(`GET ${CENTER}/shifts`, { body: { shifts: [], unserved: [] } });
  api.on(`GET ${CENTER}/absences`, { body: { absences: [], unserved: [] } });
  api.on("GET /api/admin/users", page(held()));
  enter({ ...signedIn(), user: { ...signedIn().user, roles: [{ role: "admin", service_center_id: "c1", lead: false, driver: false }] } });
  return api;
}

export const show = (what: ReactNode) => draw(<>{what}<Toaster /></>);
export const press = (name: string | RegExp) => userEvent.click(screen.getByRole("button", { name }));
