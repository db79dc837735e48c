/** The bell of a shell, and what the person was told. */
import { act, cleanup, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import axe from "axe-core";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { enter, leave } from "@/api/session";
import type { Notification } from "@/api/things";
import { Bell as LateBell } from "@/app/Bell";
import { Bell } from "@/features/notifications/components/Bell";
import { needMessages } from "@/lib/i18n";
import { cache } from "@/live/cache";
import { contact } from "@/live/contact";
import { intents } from "@/live/intents";
import { KeyboardHelp } from "@/ui/KeyboardHelp";
import { FakeApi, signedIn } from "./fakeApi";
import { FakeSocket } from "./fakeSocket";
import { draw } from "./screen";
import { until } from "./until";

const LIST = "GET /api/users/notifications";
const READ = (id: string) => `POST /api/users/notifications/${id}/read`;
const ALL = "POST /api/users/notifications/read_all";

const told = (id: string, more: Partial<Notification> = {}): Notification => ({
  id,
  version: 1,
  kind: "appointment",
  title: `Title ${id}`,
  message: `Message ${id}`,
  path: `/visit/${id}`,
  subject: `appointment:${id}`,
  center_id: "c1",
  at: new Date(Date.now() - 125_000).toISOString(),
  is_read: false,
  read_at: null,
  ...more,
});
const inbox = (unread: number, version = unread) => ({ id: "u1", version, unread });

let api: FakeApi;
let round = 0;
/** A topic is remembered for a while after its page is gone, so every test has its own. */
const topic = () => `me.${round}`;
const page = (unread: number, ...results: Notification[]) => ({ body: { results, next: null, previous: null, inbox: inbox(unread), topic: topic(), seq: 40, clock: { now: new Date().toISOString(), rate: 1 } } });
const say = (data: Record<string, unknown>, seq = 41) =>
  act(async () => FakeSocket.last.say({ type: "notification:received", topic: topic(), seq, at: "", data }));
const followed = () => until(() => expect(FakeSocket.last.of("subscribe")).toContainEqual(expect.objectContaining({ topic: topic(), since: 40 })));
const bell = (name: string) => screen.findByRole("button", { name });
const rows = () => within(screen.getByRole("dialog")).getAllByRole("listitem").map((row) => row.textContent);

beforeEach(async () => {
  round += 1;
  await needMessages("common", "notifications");
  vi.stubGlobal("WebSocket", FakeSocket);
  vi.stubGlobal("matchMedia", () => ({ matches: false, addEventListener() {}, removeEventListener() {} }));
  FakeSocket.willing = true;
  history.pushState(null, "", "/");
  api = new FakeApi();
  api.on("POST /api/auth/socket-ticket", { body: { ticket: "x" } });
  enter(signedIn());
});
afterEach(() => {
  cleanup();
  leave();
  cache.clear();
  intents.set([]);
  FakeSocket.willing = false;
  contact.set((held) => ({ ...held, wanted: false, known: false, up: false }));
});

describe("the bell", () => {
  it("says how much is unread, and follows what is told", async () => {
    api.on(LIST, page(1, told("a")));
    draw(<Bell />);
    expect(await bell("Notifications, 1 unread")).toBeVisible();
    await followed();
    await say({ notifications: [told("b")], removed: { notifications: [] }, inbox: inbox(2) });
    expect(await bell("Notifications, 2 unread")).toBeVisible();
    expect(screen.getByRole("status")).toHaveTextContent("2 unread notifications");
    await say({ notifications: [], removed: { notifications: ["a", "b"] }, inbox: inbox(0, 3) }, 42);
    expect(await bell("Notifications")).toBeVisible();
    expect(screen.getByRole("status")).toBeEmptyDOMElement();
  });

  it("counts to 99", async () => {
    api.on(LIST, page(120, told("a")));
    draw(<Bell />);
    expect(await bell("Notifications, 120 unread")).toHaveTextContent("99+");
  });

  it("comes after the page in a shell", async () => {
    api.on(LIST, page(0));
    draw(<LateBell />);
    expect(await bell("Notifications")).toBeVisible();
  });
});

describe("what one was told", () => {
  it("is listed with the newest first, and has no fault for a reader of screens", async () => {
    api.on(LIST, page(1, told("a", { is_read: true }), told("b")));
    const { container } = draw(<Bell />);
    await userEvent.click(await bell("Notifications, 1 unread"));
    expect(rows()).toEqual(["UnreadTitle bMessage b2 minutes ago", "Title aMessage a2 minutes ago"]);
    expect((await axe.run(container, { rules: { "color-contrast": { enabled: false } } })).violations).toEqual([]);
  });

  it("is opened by keyboard: it is read at once and its page is shown", async () => {
    api.on(LIST, page(1, told("a")));
    api.on(READ("a"), { body: { notifications: [told("a", { is_read: true, version: 2 })], inbox: inbox(0, 2) } });
    draw(<><Bell /><KeyboardHelp /></>);
    await bell("Notifications, 1 unread");
    await userEvent.keyboard("i");
    within(screen.getByRole("dialog")).getByRole("link").focus();
    await userEvent.keyboard("{Enter}");
    expect(location.pathname).toBe("/visit/a");
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(await bell("Notifications")).toBeVisible();
    await waitFor(() => expect(api.of(READ("a"))).toHaveLength(1));
    expect(api.of(READ("a"))[0]?.key).toBeTruthy();
  });

  it("is only read where there is no page of it", async () => {
    api.on(LIST, page(1, told("a", { path: "" })));
    api.on(READ("a"), { body: { notifications: [told("a", { path: "", is_read: true, version: 2 })], inbox: inbox(0, 2) } });
    draw(<Bell />);
    await userEvent.click(await bell("Notifications, 1 unread"));
    await userEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: /Title a/ }));
    await until(() => expect(rows()).toEqual(["Title aMessage a2 minutes ago"]));
    expect(location.pathname).toBe("/");
  });

  it("is marked as read all at once, and says when it could not be", async () => {
    api.on(LIST, page(2, told("a"), told("b")));
    api.on(ALL, { status: 500, body: { code: "server_error", detail: "Something broke." } });
    draw(<Bell />);
    await userEvent.click(await bell("Notifications, 2 unread"));
    const all = within(screen.getByRole("dialog")).getByRole("button", { name: "Mark all as read" });
    await userEvent.click(all);
    expect(await screen.findByText("Something broke.")).toBeVisible();
    api.on(ALL, { body: { notifications: [told("a", { is_read: true, version: 2 }), told("b", { is_read: true, version: 2 })], inbox: inbox(0, 3) } });
    await userEvent.click(all);
    expect(await bell("Notifications")).toBeInTheDocument();
    expect(screen.queryByText("Something broke.")).toBeNull();
    expect(all).not.toBeInTheDocument();
    expect(rows().join()).not.toContain("Unread");
  });

  it("says what belongs there while there is nothing", async () => {
    api.on(LIST, page(0));
    draw(<Bell />);
    await userEvent.click(await bell("Notifications"));
    expect(await screen.findByText("News of your visits appears here by itself.")).toBeVisible();
  });
});
