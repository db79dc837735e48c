/** The desk's screen for tests: a board of three vehicles against a server of its own, live. */
import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { QueryClientProvider } from "@tanstack/react-query";
import { act, render, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, vi } from "vitest";
import type { BoardDocument } from "@/api/documents";
import { enter, leave } from "@/api/session";
import type { AllowedAction } from "@/api/things";
import { DeskArea } from "@/app/areas/desk";
import { draft } from "@/features/desk/live/draft";
import { emptyDraft } from "@/features/desk/model/visit";
import { needMessages } from "@/lib/i18n";
import { Route, Routes } from "@/lib/router";
import { cache } from "@/live/cache";
import { intents } from "@/live/intents";
import { toasts } from "@/ui/toasts";
import { FakeApi, signedIn } from "./fakeApi";
import { FakeSocket } from "./fakeSocket";
import { appointment, center, job, sheet } from "./things";

export const BOARD = "GET /api/staff/board";
export const JOB = "GET /api/staff/jobs/j1";
export const anyone = (verb: string, tone: AllowedAction["tone"] = "neutral"): AllowedAction => ({ verb, label: verb, tone, only: null, except: null, since: null, until: null });
export const clock = () => ({ now: new Date().toISOString(), rate: 1 });
export const soon = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
export const vehicle = (plate: string) => ({ ...job().vehicle, plate });

export const working = job({ id: "j1", version: 9, window: null, customer: { id: "u9", name: "Maria Joseph", phone: "+91900" } });
export const waiting = job({ id: "j2", appointment_id: "a2", stage: "received", column: "arriving", state: "queued", window: null, current: null, vehicle: vehicle("TN 12 KV 9677"), customer: { name: "Pavithra S" } });
export const coming = appointment({ id: "a5", status: "confirmed", job_id: null, vehicle: vehicle("TN 22 CZ 1187"), scheduled_start: soon(0), estimated_completion: null, allowed_actions: [anyone("check_in", "primary")] });
export const board = (): BoardDocument => ({
  topic, seq: 10, clock: clock(), center, jobs: [working, waiting], appointments: [coming],
  bays: [{ id: "b1", version: 1, name: "Bay 1", position: 1, kind: "ev" }, { id: "b2", version: 1, name: "Bay 2", position: 2, kind: "ev" }],
  technicians: [{ id: "priya", name: "Priya S.", initials: "PS", lead: false }, { id: "arun", name: "Arun K.", initials: "AK", lead: false }],
});

export let api: FakeApi;
let round = 0;
let topic = "";

/** The server tells the board something, once the page follows it. */
export async function tell(data: Record<string, unknown>) {
  await waitFor(() => expect(FakeSocket.last.of("subscribe")).toContainEqual({ type: "subscribe", topic, since: 10 }));
  await act(async () => FakeSocket.last.say({ type: "job:changed", topic, seq: 11, at: "", data }));
}

export async function open(path = "/board") {
  history.replaceState(null, "", path);
  render(
    <I18nProvider i18n={i18n}>
      <QueryClientProvider client={cache}>
        <Routes><Route path="board/*" element={<DeskArea />} /></Routes>
      </QueryClientProvider>
    </I18nProvider>,
  );
  await screen.findAllByRole("link", { name: /TN 12 KV 9677/ });
}

/** Give every test of the file a desk of its own. */
export function atDesk(): void {
  beforeEach(async () => {
    vi.stubGlobal("WebSocket", FakeSocket);
    FakeSocket.willing = true;
    vi.stubGlobal("scrollTo", () => {});
    vi.stubGlobal("matchMedia", () => ({ matches: false, addEventListener() {}, removeEventListener() {} }));
    api = new FakeApi();
    api.on("POST /api/auth/socket-ticket", { body: { ticket: "t" } });
    round += 1;
    topic = `center.c${round}.desk`;
    api.on(BOARD, { body: board() });
    api.on(JOB, { body: { ...sheet({ clock: clock(), job: { ...working, allowed_actions: [] } }), topic: "job.j1" } });
    await needMessages("common", "crew", "desk", "forms");
    enter({ ...signedIn(), user: { ...signedIn().user, roles: [{ role: "staff", service_center_id: "c1", lead: false, driver: false }] } });
  });

  afterEach(() => {
    leave();
    cache.clear();
    intents.set([]);
    draft.set(emptyDraft);
    FakeSocket.willing = false;
    vi.unstubAllGlobals();
    toasts.set([]);
  });
}
