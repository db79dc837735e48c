/** Joining the network: the way in leads back, what is typed survives, and the answer appears by itself. */
import { act, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { enter, leave, session } from "@/api/session";
import { App } from "@/app/App";
import type { Application } from "@/features/join/api/join";
import { beginning, bodyOf } from "@/features/join/model/application";
import { changeLocale, needMessages } from "@/lib/i18n";
import { cache } from "@/live/cache";
import { contact } from "@/live/contact";
import { toasts } from "@/ui/toasts";
import { center } from "./centerThings";
import { FakeApi, signedIn } from "./fakeApi";
import { FakeSocket } from "./fakeSocket";
import { foreignWords, speakPseudo } from "./pseudo";
import { draw } from "./screen";
import { until } from "./until";

const OWN = "GET /api/users/applications";
const APPLY = "POST /api/public/service-centers";
const application = (more: Partial<Application> = {}): Application =>
  ({ ...center, id: "a1", version: 1, name: "Guindy Motors", status: "applied", code: null, about: "Two lifts", ...more }) as Application;
const again = { verb: "apply_again", label: "Apply again", tone: "primary", only: ["u1"], except: [], since: null, until: null } as unknown as Application["allowed_actions"][number];
const page = (...results: unknown[]) => ({ body: { results, next: null, previous: null } });
const owner = () => ({ ...signedIn(), user: { ...signedIn().user, roles: [] } });

let api: FakeApi;
beforeEach(async () => {
  await needMessages("common", "join", "book", "forms", "account");
  await changeLocale("en");
  vi.stubGlobal("WebSocket", FakeSocket);
  FakeSocket.willing = true;
  sessionStorage.clear();
  toasts.set([]);
  api = new FakeApi();
  api.on("POST /api/auth/refresh", { status: 401, body: { code: "session_ended" } });
  api.on("POST /api/auth/socket-ticket", { body: { ticket: "t" } });
  api.on("GET /api/public/service-centers", page({ currency: "INR" }));
  api.on(OWN, page());
});
afterEach(() => {
  leave();
  cache.clear();
  FakeSocket.willing = false;
  contact.set((held) => ({ ...held, wanted: false, known: false, up: false }));
});
const at = (path: string) => {
  history.replaceState(null, "", path);
  draw(<App />);
};
const write = async (label: string, words: string) => userEvent.type(await screen.findByRole("textbox", { name: label }), words);
const press = (name: string) => userEvent.click(screen.getByRole("button", { name }));
async function fill() {
  await write("Name", "Guindy Motors");
  await write("What you repair", "Cars; two lifts");
  await write("Address", "1 Mount Road");
  await write("Postcode", "990001");
  await write("City", "Chennai");
}

describe("who is not signed in", () => {
  it("reads what joining is, and comes back from a new account", async () => {
    api.on("POST /api/auth/register", { status: 201, body: owner() });
    at("/join");
    await userEvent.click(await screen.findByRole("link", { name: "Create an account" }));
    expect(location.search).toBe("?next=%2Fjoin");
    await userEvent.click(await screen.findByRole("link", { name: "Sign in" }));
    await userEvent.click(await screen.findByRole("link", { name: "Create an account" }));
    expect(location.pathname + location.search).toBe("/register?next=%2Fjoin");
    await userEvent.type(await screen.findByLabelText("First name"), "Priya");
    await userEvent.type(screen.getByLabelText("Email"), "p@x.test");
    await userEvent.type(screen.getByLabelText("Password"), "a long sentence");
    await press("Create account");
    expect(await screen.findByRole("form", { name: "Apply with a workshop" })).toBeVisible();
    expect(location.pathname).toBe("/join");
  });
});

describe("applying", () => {
  beforeEach(() => enter(owner()));

  it("says an unknown postcode beside it and offers to enter the position; a reload loses nothing", async () => {
    api.on(APPLY, { status: 400, body: { code: "postcode_unknown", detail: "We do not know where 990001 is.", fields: { postcode: ["We do not know this postcode."] } } });
    at("/join");
    await fill();
    await press("Apply");
    const postcode = await screen.findByRole("textbox", { name: "Postcode" });
    await waitFor(() => expect(postcode).toHaveAccessibleDescription(/do not know this postcode/));
    expect(postcode).toHaveFocus();
    await write("Latitude", "34.1");
    await write("Longitude", "77.6");
    api.on(APPLY, { status: 201, body: application() });
    api.on(OWN, page(application()));
    await press("Apply");
    expect(await screen.findByText("Waiting for an answer")).toBeVisible();
    expect(api.of(APPLY)[1]!.body).toMatchObject({ name: "Guindy Motors", latitude: "34.1", longitude: "77.6", currency: "INR", service_areas: [] });
    expect(api.of(APPLY)[0]!.body).not.toHaveProperty("latitude");
    expect(sessionStorage.getItem("pitlane.join")).toBeNull();
  });

  it("mails the proof of an email to who lacks it, and keeps what was typed over a sign-in", async () => {
    api.on(APPLY, { status: 409, body: { code: "email_not_proven", detail: "Nobody proved that this email is theirs." } });
    api.on("POST /api/auth/forgot", { status: 202 });
    at("/join");
    await fill();
    await press("Apply");
    await userEvent.click(await screen.findByRole("button", { name: "Send the link to u1@pitlane.test" }));
    expect(await screen.findByText("A link is on its way to u1@pitlane.test")).toBeVisible();
    expect(api.of("POST /api/auth/forgot")[0]!.body).toEqual({ email: "u1@pitlane.test" });
    await act(async () => session.set((held) => ({ ...held, user: null, token: null, ended: true })));
    const dialog = within(await screen.findByRole("dialog"));
    api.on("POST /api/auth/login", { body: owner() });
    await userEvent.type(dialog.getByLabelText("Password"), "another sentence");
    await userEvent.click(dialog.getByRole("button", { name: "Sign in" }));
    expect(await screen.findByRole("textbox", { name: "Address" })).toHaveValue("1 Mount Road");
    expect(screen.getByRole("textbox", { name: "Name" })).toHaveValue("Guindy Motors");
  });

  it("shows the reason of a refusal as it comes, and sends the changed application again", async () => {
    api.on(OWN, page(application()));
    at("/join");
    expect(await screen.findByText("Waiting for an answer")).toBeVisible();
    await until(() => expect(FakeSocket.last.of("subscribe")).toContainEqual(expect.objectContaining({ topic: "me" })));
    api.on(OWN, page(application({ version: 2, status: "rejected", rejected_reason: "No lift", allowed_actions: [again] })));
    await act(async () => FakeSocket.last.say({ type: "application:status_updated", topic: "me", seq: 9, at: "", version: 2, data: { application: { id: "a1", status: "rejected" } } }));
    expect(await screen.findByText("No lift")).toBeVisible();
    await press("Change and apply again");
    await write("What you repair", ", a lift now");
    api.on("POST /api/users/applications/a1/apply-again", { body: application({ version: 3 }) });
    api.on(OWN, page(application({ version: 3 })));
    await press("Apply again");
    expect(await screen.findByText("Waiting for an answer")).toBeVisible();
    expect(api.of("POST /api/users/applications/a1/apply-again")[0]!.body).toMatchObject({ version: 2, about: "Two lifts, a lift now", service_areas: [{ postcode: "600001" }] });
  });

  it("leads from an approval to the centre's pages, acting there", async () => {
    api.on(OWN, page(application({ status: "approved", code: "GUIN" })));
    const bodies: unknown[] = [];
    api.on("POST /api/auth/refresh", ({ body }) => {
      bodies.push(body);
      return { body: { ...owner(), service_center_id: "a1", user: { ...owner().user, roles: [{ role: "admin", service_center_id: "a1", lead: false, driver: false }] } } };
    });
    at("/join");
    expect(await screen.findByText(/under the code GUIN/)).toBeVisible();
    await press("Open the centre’s pages");
    await waitFor(() => expect(location.pathname).toBe("/admin/centre"));
    expect(bodies[0]).toEqual({ service_center_id: "a1" });
  });

  it("says everything through the catalogue, also right to left", async () => {
    api.on(OWN, page(application({ status: "rejected", rejected_reason: "xx", allowed_actions: [again] })));
    at("/join");
    await screen.findByText("Not accepted");
    await press("Change and apply again");
    speakPseudo();
    await waitFor(() => expect(document.querySelector("main")?.textContent).toMatch(/[\u05d0-\u05ea]/));
    expect(foreignWords(document.querySelector("main")!, "Guindy", "Motors", "xx", "nd", "Avenue", "Chennai", "Two", "lifts", "optional")).toEqual([]);
  });
});

it("begins where the reader is, by the name that the zone has today", () => {
  expect(beginning(undefined, "Asia/Calcutta", "INR")).toEqual({ time_zone: "Asia/Kolkata", currency: "INR" });
  expect(bodyOf({ ...beginning(application(), "UTC", ""), currency: "inr", cities: "Chennai, Tambaram" })).toMatchObject({
    currency: "INR", service_areas: [{ city: "Chennai" }, { city: "Tambaram" }, { postcode: "600001" }],
  });
});
