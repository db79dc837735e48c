/** A wall screen: its code, the floor once it is paired, dark again when it is removed. */
import { act, cleanup, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { FloorDocument } from "@/api/documents";
import { leave } from "@/api/session";
import { PairedPage } from "@/features/floor/pages/PairedPage";
import { needMessages } from "@/lib/i18n";
import { cache } from "@/live/cache";
import { contact } from "@/live/contact";
import { FakeApi } from "./fakeApi";
import { FakeSocket } from "./fakeSocket";
import { draw } from "./screen";
import { center } from "./things";

const FLOOR = "GET /api/staff/floor";
const CODE = "POST /api/public/devices";
const NOBODY = { status: 401, body: { code: "not_signed_in" } };

let api: FakeApi;
let round = 0;
const topic = () => `center.c${round}.floor`;
const floor = (): FloorDocument => ({ topic: topic(), seq: 10, clock: { now: new Date().toISOString(), rate: 1 }, center, bays: [], jobs: [], appointments: [] });
const shown = () => document.querySelector("[data-code]")?.getAttribute("data-code");
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

beforeEach(async () => {
  round += 1;
  await needMessages("common", "crew", "floor");
  vi.useFakeTimers({ shouldAdvanceTime: true, toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "Date"] });
  vi.stubGlobal("WebSocket", FakeSocket);
  FakeSocket.willing = true;
  leave();
  api = new FakeApi();
  api.on("POST /api/auth/socket-ticket", { body: { ticket: "x" } });
  api.on(FLOOR, NOBODY);
  api.on(CODE, { status: 201, body: { code: "ABCDEF", expires_in: 600 } });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  cache.clear();
  FakeSocket.willing = false;
  contact.set((held) => ({ ...held, wanted: false, known: false, up: false }));
});

async function open() {
  draw(<PairedPage />);
  await waitFor(() => expect(shown()).toBe("ABC-DEF"));
}

describe("a screen that is not paired", () => {
  it("shows its code, where to type it, for how long, and the other way in", async () => {
    await open();
    expect(screen.getByText("The code is ABC-DEF")).toBeInTheDocument();
    expect(screen.getByText(/open Screens in Pitlane's menu/)).toBeVisible();
    await pass(60_000);
    expect(screen.getByText(/^New code in [89]:\d\d$/)).toBeVisible();
    expect(screen.getByRole("link", { name: "Sign in instead" })).toHaveAttribute("href", "/sign-in?next=%2Ffloor");
  });

  it("hides a code that has run out, looks once more, and only then asks for the next", async () => {
    await open();
    api.on(CODE, { status: 201, body: { code: "GHJKMN", expires_in: 600 } });
    await pass(601_000);
    expect(shown()).toBeUndefined();
    expect(api.of(CODE)).toHaveLength(1);
    const looks = api.of(FLOOR).length;
    await pass(8_000);
    await waitFor(() => expect(shown()).toBe("GHJ-KMN"));
    expect(api.of(FLOOR).length).toBeGreaterThan(looks);
    expect(api.of(CODE)).toHaveLength(2);
  });

  it("says that the workshop cannot be reached, and goes on trying", async () => {
    api.on(CODE, "unreachable");
    draw(<PairedPage />);
    expect(await screen.findByText("The workshop cannot be reached. This screen keeps trying.")).toBeVisible();
    api.on(CODE, { status: 201, body: { code: "ABCDEF", expires_in: 600 } });
    await pass(6_000);
    await waitFor(() => expect(shown()).toBe("ABC-DEF"));
    expect(screen.queryByText(/cannot be reached/)).toBeNull();
  });
});

describe("a screen that is paired", () => {
  it("turns into the floor by itself, with nothing to press, and asks for no more codes", async () => {
    await open();
    api.on(FLOOR, { body: floor() });
    await pass(4_000);
    expect(await screen.findByRole("heading", { level: 1, name: center.name })).toBeVisible();
    expect(shown()).toBeUndefined();
    expect(document.querySelectorAll("a, button, input")).toHaveLength(0);
    await pass(700_000);
    expect(api.of(CODE)).toHaveLength(1);
  });

  it("goes dark when it is removed, and shows a new code", async () => {
    api.on(FLOOR, { body: floor() });
    draw(<PairedPage />);
    await screen.findByRole("heading", { level: 1, name: center.name });
    await waitFor(() => expect(FakeSocket.last.of("subscribe")).toContainEqual(expect.objectContaining({ topic: topic() })));
    api.on(FLOOR, NOBODY);
    await act(async () => FakeSocket.last.say({ type: "error", code: "forbidden", topic: topic() }));
    await waitFor(() => expect(shown()).toBe("ABC-DEF"));
    expect(screen.queryByText(center.name)).toBeNull();
  });
});
