import { act, cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { App } from "@/app/App";
import { enter, leave, session } from "@/api/session";
import { changeLocale, needMessages } from "@/lib/i18n";
import { cache } from "@/live/cache";
import { setClock } from "@/live/clock";
import { keepToOwner } from "@/live/owner";
import { toasts } from "@/ui/toasts";
import { FakeApi, signedIn } from "./fakeApi";
import { foreignWords, speakPseudo } from "./pseudo";
import { draw } from "./screen";

const profile = { name: "Priya", email: "priya@x.test", first_name: "Priya", last_name: "", phone: "", address: "", date_of_birth: null, preferred_service_center_id: null };
const chrome = "Mozilla/5.0 (X11; Linux x86_64) Chrome/140 Safari/537";
const place = (id: string, current: boolean) => ({ id, kind: "customer", current, user_agent: chrome, ip_address: null, created_at: "2026-11-20T06:00:00Z", last_used_at: "2026-11-20T08:00:00Z", expires_at: "2026-12-20T08:00:00Z" });

let api: FakeApi;
beforeAll(keepToOwner);
beforeEach(async () => {
  await needMessages("common", "account");
  await changeLocale("en");
  toasts.set([]);
  api = new FakeApi();
  api.on("POST /api/auth/refresh", { status: 401, body: { code: "session_ended" } });
  api.on("GET /api/users/profile", { body: profile });
  api.on("GET /api/auth/sessions", { body: { results: [place("here", true), place("there", false)] } });
  leave();
  cache.clear();
});
const at = (path: string) => {
  history.replaceState(null, "", path);
  draw(<App />);
};

describe("signing in", () => {
  it("asks who is at a guarded page, and goes there afterwards", async () => {
    session.set((held) => ({ ...held, known: false }));
    api.on("POST /api/auth/login", { body: signedIn() });
    at("/profile");
    await userEvent.type(await screen.findByLabelText("Email"), " priya@x.test ");
    expect(location.pathname + location.search).toBe("/sign-in?next=%2Fprofile");
    await userEvent.type(screen.getByLabelText("Password"), "long enough");
    await userEvent.click(screen.getByRole("button", { name: "Sign in" }));
    expect(await screen.findByRole("heading", { name: "Profile" })).toBeInTheDocument();
    expect(api.of("POST /api/auth/login")[0]).toMatchObject({ body: { email: "priya@x.test", password: "long enough" }, client: "browser" });
  });

  it("keeps the email and says why when it was refused", async () => {
    api.on("POST /api/auth/login", { status: 401, body: { code: "wrong_credentials", detail: "Email and password do not match.", next: "Check both." } });
    at("/sign-in");
    await userEvent.type(await screen.findByLabelText("Email"), "priya@x.test");
    await userEvent.type(screen.getByLabelText("Password"), "wrong");
    await userEvent.click(screen.getByRole("button", { name: "Sign in" }));
    expect(await screen.findByRole("alert")).toHaveTextContent("Email and password do not match.Check both.");
    expect(screen.getByLabelText("Email")).toHaveValue("priya@x.test");
  });

  it("reaches the password by Tab before the way for a forgotten one", async () => {
    at("/sign-in");
    (await screen.findByLabelText("Email")).focus();
    for (const [role, name] of [["textbox", "Password"], ["button", "Show"], ["link", "Forgot password?"], ["button", "Sign in"]] as const) {
      await userEvent.tab();
      expect(role === "textbox" ? screen.getByLabelText(name) : screen.getByRole(role, { name })).toHaveFocus();
    }
  });

  it("marks at registration what may be left out, and the same in the profile", async () => {
    const marked = async () => (await screen.findAllByText("optional")).map((mark) => mark.parentElement?.parentElement?.querySelector("label")?.textContent);
    at("/register");
    expect(await marked()).toEqual(["Last name", "Phone"]);
    cleanup();
    enter(signedIn());
    api.on("GET /api/public/service-centers", { body: { results: [], next: null, previous: null } });
    at("/profile");
    await screen.findByLabelText("Preferred workshop");
    expect(await marked()).toEqual(["Last name", "Phone", "Date of birth", "Address", "Preferred workshop"]);
  });

  it("shows and hides the password", async () => {
    at("/sign-in");
    const password = await screen.findByLabelText("Password");
    await userEvent.click(screen.getByRole("button", { name: "Show" }));
    expect(password).toHaveAttribute("type", "text");
  });

  it("shows people without the role that the page is not theirs", async () => {
    enter(signedIn());
    at("/board");
    expect(await screen.findByText("Not yours to see")).toBeInTheDocument();
  });

  it("asks again in place when the session ends, and keeps what was typed", async () => {
    enter(signedIn());
    at("/profile");
    await userEvent.type(await screen.findByLabelText("Address"), "12 Third Avenue");
    api.on("PUT /api/users/profile", { status: 401, body: { code: "session_ended", detail: "Sign in again." } });
    await userEvent.click(screen.getByRole("button", { name: "Save changes" }));
    const again = await screen.findByRole("dialog");
    api.on("POST /api/auth/login", { body: signedIn("t2") });
    await userEvent.type(again.querySelector<HTMLInputElement>("input[name=password]")!, "long enough");
    await userEvent.click(again.querySelector<HTMLElement>("button[type=submit]")!);
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(screen.getByLabelText("Address")).toHaveValue("12 Third Avenue");
  });
});

it("a member of a workshop changes the phone and leaves the name to the workshop", async () => {
  enter(signedIn());
  api.on("GET /api/users/profile", { body: { ...profile, name: "Priya S.", first_name: "" } });
  api.on("PUT /api/users/profile", ({ body }) => ({ body: { ...profile, ...(body as object) } }));
  at("/profile");
  await userEvent.type(await screen.findByLabelText("Phone"), "9840012345");
  expect(screen.getByLabelText("Name")).toBeDisabled();
  await userEvent.click(screen.getByRole("button", { name: "Save changes" }));
  await screen.findByText("Saved");
  expect(api.of("PUT /api/users/profile")[0]!.body).toEqual({ phone: "9840012345" });
});

describe("the end of a session", () => {
  afterEach(() => vi.useRealTimers());
  const ending = (minutes: number) => enter({ ...signedIn(), session_expires_at: new Date(Date.now() + minutes * 60_000).toISOString() });

  it("is warned of, and put off when asked", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    ending(3);
    at("/profile");
    await act(() => vi.advanceTimersByTimeAsync(75_000));
    api.on("POST /api/auth/refresh", { body: signedIn("t2") });
    fireEvent.click(await screen.findByRole("button", { name: "Stay signed in" }));
    await waitFor(() => expect(session.get().token).toBe("t2"));
  });

  it("moves away by itself while the person works, and is left to come when not", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    ending(30);
    api.on("POST /api/auth/refresh", { body: signedIn("t2") });
    at("/profile");
    await act(() => vi.advanceTimersByTimeAsync(10 * 60_000));
    expect(api.of("POST /api/auth/refresh")).toHaveLength(0);
    fireEvent.pointerDown(document.body);
    await act(() => vi.advanceTimersByTimeAsync(30_000));
    expect(api.of("POST /api/auth/refresh")).toHaveLength(1);
  });
});

it("what one person saw is gone when the next one comes", async () => {
  enter(signedIn());
  cache.setQueryData(["profile"], profile);
  enter(signedIn("t2", "u2"));
  expect(cache.getQueryData(["profile"])).toBeUndefined();
});

it("a forgotten password says the same for any address", async () => {
  api.on("POST /api/auth/forgot", { status: 202 });
  at("/forgot");
  await userEvent.type(await screen.findByLabelText("Email"), "who@x.test");
  await userEvent.click(screen.getByRole("button", { name: "Send the link" }));
  expect(await screen.findByRole("status")).toHaveTextContent("If who@x.test has an account");
});

it("a new password goes with the token of the link", async () => {
  api.on("POST /api/auth/reset", { status: 204 });
  at("/reset/the-token");
  await userEvent.type(await screen.findByLabelText("New password"), "a new sentence");
  await userEvent.click(screen.getByRole("button", { name: "Save the new password" }));
  expect(await screen.findByText("Password changed. Sign in with the new one.")).toBeInTheDocument();
  expect(api.of("POST /api/auth/reset")[0]!.body).toEqual({ token: "the-token", password: "a new sentence" });
});

it("an invitation asks for a first password, and a link that ran out says how to get another", async () => {
  const detail = "This link does not work any more.";
  const next = "Ask for a new one by “Forgot password” where you sign in.";
  api.on("POST /api/auth/reset", { status: 400, body: { code: "reset_link_invalid", detail, next, fields: { token: ["Too old."] } } });
  at("/welcome/the-token");
  expect(await screen.findByRole("heading", { name: "Choose your password" })).toBeInTheDocument();
  await userEvent.type(screen.getByLabelText("Password"), "a new sentence");
  await userEvent.click(screen.getByRole("button", { name: "Save the password" }));
  expect(await screen.findByText(new RegExp(next))).toBeInTheDocument();
  expect(screen.getByRole("link", { name: /Forgot password/ })).toHaveAttribute("href", "/forgot");
  api.on("POST /api/auth/reset", { status: 204 });
  await userEvent.click(screen.getByRole("button", { name: "Save the password" }));
  expect(await screen.findByText("Your password is set. Sign in with it.")).toBeInTheDocument();
  expect(api.of("POST /api/auth/reset").at(-1)!.body).toEqual({ token: "the-token", password: "a new sentence" });
});

it("registering leaves out a phone that was not given, and puts refusals beside the fields", async () => {
  api.on("POST /api/auth/register", { status: 400, body: { code: "validation_failed", fields: { password: ["This password is too common."] } } });
  at("/register");
  await userEvent.type(await screen.findByLabelText("First name"), "Priya");
  await userEvent.type(screen.getByLabelText("Email"), "p@x.test");
  await userEvent.type(screen.getByLabelText("Password"), "password123");
  await userEvent.click(screen.getByRole("button", { name: "Create account" }));
  await waitFor(() => expect(screen.getByLabelText("Password")).toHaveAccessibleDescription(/too common/));
  expect(api.of("POST /api/auth/register")[0]!.body).toEqual({ first_name: "Priya", last_name: "", email: "p@x.test", password: "password123" });
});

it("the profile says how long ago a session was used, whatever the workshop's clock shows", async () => {
  enter(signedIn());
  setClock({ now: "2031-01-01T00:00:00Z", rate: 60 });
  const used = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
  api.on("GET /api/auth/sessions", { body: { results: [{ ...place("here", true), last_used_at: used(0) }, { ...place("there", false), last_used_at: used(5) }] } });
  at("/profile");
  expect(await screen.findByText("Used 5 minutes ago")).toBeInTheDocument();
  expect(screen.getByText("Used now")).toBeInTheDocument();
});

it("the profile ends a session elsewhere, and puts it back when that failed", async () => {
  enter(signedIn());
  at("/profile");
  const end = await screen.findByRole("button", { name: /^Sign out Chrome on Linux/ });
  api.on("DELETE /api/auth/sessions/there", "unreachable");
  await userEvent.click(end);
  expect(await screen.findByRole("alert")).toBeInTheDocument();
  api.on("DELETE /api/auth/sessions/there", { status: 204 });
  await userEvent.click(screen.getByRole("button", { name: /^Sign out Chrome on Linux/ }));
  await waitFor(() => expect(screen.queryByRole("button", { name: /^Sign out Chrome/ })).toBeNull());
});

describe.each(["/sign-in", "/register", "/forgot", "/reset/x", "/welcome/x", "/profile", "/no-such-page"])("%s", (path) => {
  it("says everything through the catalogue, also right to left", async () => {
    enter(signedIn());
    if (path !== "/profile") leave();
    at(path);
    await screen.findByRole("main");
    speakPseudo();
    await waitFor(() => expect(document.querySelector("main")?.textContent).toMatch(/[\u05d0-\u05ea]/));
    expect(foreignWords(document.body, "Priya", "Chrome", "Linux", "Nov")).toEqual([]);
  });
});
