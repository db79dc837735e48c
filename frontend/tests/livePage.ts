/** A page against a server and a socket of its own, for every test of a file. */
import { cleanup } from "@testing-library/react";
import { afterEach, beforeEach, vi } from "vitest";
import { leave } from "@/api/session";
import { needMessages, type Area } from "@/lib/i18n";
import { cache } from "@/live/cache";
import { contact } from "@/live/contact";
import { FakeApi } from "./fakeApi";
import { FakeSocket } from "./fakeSocket";

export let api: FakeApi;
/** A topic is remembered for a while after its page is gone, so every test names its own by this. */
export let round = 0;

export function livePage(...areas: Area[]): void {
  beforeEach(async () => {
    round += 1;
    await needMessages("common", ...areas);
    vi.stubGlobal("WebSocket", FakeSocket);
    FakeSocket.willing = true;
    api = new FakeApi();
    api.on("POST /api/auth/socket-ticket", { body: { ticket: "x" } });
  });
  afterEach(() => {
    cleanup();
    leave();
    cache.clear();
    FakeSocket.willing = false;
    contact.set((held) => ({ ...held, wanted: false, known: false, up: false }));
  });
}
