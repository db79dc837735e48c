/** A technician's tablet for tests: the pages of the bay against a server of its own, online or not. */
import { act, cleanup, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, vi } from "vitest";
import type { JobDocument } from "@/api/documents";
import { enter, leave } from "@/api/session";
import type { Step } from "@/api/things";
import { DayPage } from "@/features/bay/pages/DayPage";
import { JobPage } from "@/features/bay/pages/JobPage";
import { needMessages } from "@/lib/i18n";
import { Route, Routes } from "@/lib/router";
import { cache } from "@/live/cache";
import { contact } from "@/live/contact";
import { intents } from "@/live/intents";
import { discard, drain } from "@/live/outbox";
import { all } from "@/live/outboxShelf";
import { FakeApi, signedIn } from "./fakeApi";
import { FakeSocket } from "./fakeSocket";
import { draw } from "./screen";
import { ME, sheet, steps } from "./things";

export const verb = (step: string, name: string) => `POST /api/technicians/steps/${step}/${name}`;
export const changed = (id: string, more: Partial<Step>): Step => ({ ...steps().find((one) => one.id === id)!, ...more });
export const network = (up: boolean) => act(() => contact.set((held) => ({ ...held, wanted: true, known: true, up })));
export const press = (name: string | RegExp) => userEvent.click(screen.getByRole("button", { name }));

export let api: FakeApi;

/** Give every test of the file a tablet of its own. */
export function onTablet(): void {
  beforeEach(async () => {
    await needMessages("common", "crew", "bay", "forms");
    vi.stubGlobal("WebSocket", FakeSocket);
    FakeSocket.willing = true;
    api = new FakeApi();
    api.on("POST /api/auth/socket-ticket", { body: { ticket: "x" } });
    enter(signedIn("t1", ME.id));
  });
  afterEach(async () => {
    cleanup();
    // What is on its way answers into this test, not into the next.
    await drain();
    for (const one of await all(ME.id)) await discard(one.key);
    intents.set([]);
    leave();
    cache.clear();
    FakeSocket.willing = false;
    contact.set((held) => ({ ...held, wanted: false, known: false, up: false }));
  });
}

/** Open the card of a job; the way back leads to the day. */
export async function open(document: JobDocument = sheet()) {
  api.on("GET /api/technicians/jobs/j1", { body: document });
  history.pushState(null, "", "/day/jobs/j1");
  const pages = <Routes><Route index element={<DayPage />} /><Route path="jobs/:id" element={<JobPage />} /></Routes>;
  draw(<Routes><Route path="day/*" element={pages} /></Routes>);
  await screen.findAllByRole("heading", { level: 2 });
}
