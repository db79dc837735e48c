/** The desk's calendar for tests: a day of two bays against a server of its own, live. */
import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { QueryClientProvider } from "@tanstack/react-query";
import { act, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, vi } from "vitest";
import { enter, leave } from "@/api/session";
import CalendarArea from "@/app/areas/calendar";
import { answers } from "@/features/calendar/live/answers";
import { draft, joining } from "@/features/desk/live/draft";
import { emptyJoining } from "@/features/desk/model/joining";
import { emptyDraft } from "@/features/desk/model/visit";
import { needMessages } from "@/lib/i18n";
import { Route, Routes } from "@/lib/router";
import { cache } from "@/live/cache";
import { setClock } from "@/live/clock";
import { intents } from "@/live/intents";
import { Toaster } from "@/ui/Toaster";
import { toasts } from "@/ui/toasts";
import { calendar, request, slot } from "./calendarThings";
import { FakeApi, signedIn } from "./fakeApi";
import { FakeSocket } from "./fakeSocket";
import { center, NOW } from "./things";

export const PLATE = /TN 09 BX 4471/;
export const OTHER = slot({ id: "a2", vehicle: { ...slot().vehicle!, plate: "TN 22 CZ 1187" }, bay: { id: "b2", name: "Bay 2" }, technician: { id: "arun", name: "Arun K.", initials: "AK" } });
/** The grid in tests: two columns of 200 px from 100 on, one pixel a minute from 50 down. */
const BOX = { left: 100, right: 500, top: 50, bottom: 800, width: 400, height: 750, x: 100, y: 50, toJSON: () => ({}) };

export let api: FakeApi;
export let topic = "";
let round = 0;
let seq = 10;

export async function tell(data: Record<string, unknown>) {
  await waitFor(() => expect(FakeSocket.last.of("subscribe")).toContainEqual({ type: "subscribe", topic, since: 10 }));
  seq += 1;
  await act(async () => FakeSocket.last.say({ type: "appointment:status_updated", topic, seq, at: "", data }));
}

export function show(path: string): void {
  history.replaceState(null, "", path);
  render(
    <I18nProvider i18n={i18n}>
      <QueryClientProvider client={cache}>
        <Routes><Route path="desk/calendar/*" element={<CalendarArea />} /></Routes>
        <Toaster />
      </QueryClientProvider>
    </I18nProvider>,
  );
}

/** Show the day until its visit stands there. */
export async function open(path = "/desk/calendar?view=day&by=bays") {
  show(path);
  return screen.findByRole("link", { name: PLATE });
}

/** Where a verb on the open request goes. */
export const verbOf = (verb: string) => `POST /api/staff/appointments/r1/${verb}`;

/** Open the request and one of the ways to answer it. */
export async function answer(name: string) {
  await open("/desk/calendar/visits/r1?view=day&by=bays");
  await userEvent.click(within(await screen.findByRole("group", { name: "Answer" })).getByRole("button", { name }));
}

/** Let the server know what is free for the request, in every test of the group. */
export function knowsFree(): void {
  beforeEach(() => {
    api.on("GET /api/staff/availability", { body: { days: [{ date: "2026-11-20", open: true, reason: "", slots: ["2026-11-20T11:30:00Z", "2026-11-20T12:00:00Z"] }, { date: "2026-11-22", open: true, reason: "", slots: [] }] } });
  });
}

export const column = (name: string) => within(screen.getByRole("group", { name }));

/** Give every test of the file a calendar of its own. */
export function atCalendar(): void {
  beforeEach(async () => {
    vi.stubGlobal("WebSocket", FakeSocket);
    FakeSocket.willing = true;
    vi.stubGlobal("scrollTo", () => {});
    vi.stubGlobal("matchMedia", () => ({ matches: false, addEventListener() {}, removeEventListener() {} }));
    vi.spyOn(HTMLElement.prototype, "getBoundingClientRect").mockReturnValue(BOX);
    localStorage.clear();
    api = new FakeApi();
    api.on("POST /api/auth/socket-ticket", { body: { ticket: "t" } });
    round += 1;
    seq = 10;
    topic = `center.c${round}.calendar`;
    api.on("GET /api/staff/calendar", { body: calendar({ topic, appointments: [slot(), OTHER, request()] }) });
    api.on("GET /api/staff/unserved", { body: [] });
    api.on("GET /api/staff/board", { body: { topic: `center.c${round}.desk`, seq: 1, clock: calendar().clock, center, jobs: [], appointments: [], bays: calendar().bays, technicians: [] } });
    await needMessages("common", "crew", "calendar", "desk", "forms");
    setClock({ now: new Date(NOW).toISOString(), rate: 1 });
    enter({ ...signedIn(), user: { ...signedIn().user, roles: [{ role: "staff", service_center_id: "c1", lead: false, driver: false }] } });
  });

  afterEach(() => {
    leave();
    cache.clear();
    intents.set([]);
    toasts.set([]);
    answers.set({});
    draft.set(emptyDraft);
    joining.set(emptyJoining);
    FakeSocket.willing = false;
    vi.unstubAllGlobals();
  });
}
