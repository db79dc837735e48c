/** The desk's page of wall screens. */
import { cleanup, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { enter, leave } from "@/api/session";
import { ScreensPage } from "@/features/desk/pages/ScreensPage";
import { needMessages } from "@/lib/i18n";
import { cache } from "@/live/cache";
import { FakeApi, signedIn } from "./fakeApi";
import { draw } from "./screen";

const LIST = "GET /api/staff/devices";
const PAIR = "POST /api/staff/devices";
const hall = { id: "d1", name: "Hall", center_id: "c1", paired_at: new Date(Date.now() - 125_000).toISOString() };
const listed = (...results: (typeof hall)[]) => ({ body: { results, next: null, previous: null } });

let api: FakeApi;
beforeEach(async () => {
  await needMessages("common", "crew", "desk");
  vi.stubGlobal("matchMedia", () => ({ matches: false, addEventListener() {}, removeEventListener() {} }));
  api = new FakeApi();
  api.on(LIST, listed());
  enter({ ...signedIn(), user: { ...signedIn().user, roles: [{ role: "staff", service_center_id: "c1", lead: false, driver: false }] } });
});
afterEach(() => {
  cleanup();
  leave();
  cache.clear();
});

async function pair(code: string) {
  await userEvent.type(screen.getByRole("textbox", { name: "Code" }), code);
  await userEvent.click(screen.getByRole("button", { name: "Pair" }));
}

describe("the screens of a centre", () => {
  it("pairs the one that shows the code, however its dash is typed, and lists it", async () => {
    api.on(PAIR, () => {
      api.on(LIST, listed(hall));
      return { status: 201, body: hall };
    });
    draw(<ScreensPage />);
    expect(await screen.findByText("No screen is paired")).toBeVisible();
    await userEvent.type(screen.getByRole("textbox", { name: "Name" }), " Hall ");
    await pair("abc - def");
    expect(await screen.findByText("Paired 2 minutes ago")).toBeVisible();
    expect(api.of(PAIR)[0]?.body).toEqual({ code: "abcdef", name: "Hall", center_id: "c1" });
    expect(screen.getByRole("textbox", { name: "Code" })).toHaveValue("");
    expect(screen.getByRole("textbox", { name: "Code" })).toHaveFocus();
  });

  it("says in the page's words that no screen shows a code, and keeps what was typed", async () => {
    api.on(PAIR, { status: 404, body: { code: "code_unknown", detail: "?", fields: { code: ["?"] } } });
    draw(<ScreensPage />);
    await pair("ABCDEF");
    expect(await screen.findByText(/No screen shows this code now/)).toBeVisible();
    expect(screen.getByRole("textbox", { name: "Code" })).toHaveValue("ABCDEF");
    expect(screen.getByRole("textbox", { name: "Code" })).toHaveFocus();
  });

  it("takes one away", async () => {
    api.on(LIST, listed(hall));
    api.on("DELETE /api/staff/devices/d1", () => {
      api.on(LIST, listed());
      return { status: 204 };
    });
    draw(<ScreensPage />);
    await userEvent.click(await screen.findByRole("button", { name: "Remove Hall" }));
    expect(await screen.findByText("No screen is paired")).toBeVisible();
  });

  it("goes on with the next one, then with the code's field, once one is taken away", async () => {
    const gate = { ...hall, id: "d2", name: "Gate" };
    api.on(LIST, listed(hall, gate));
    for (const [id, ...left] of [["d1", gate], ["d2"]] as [string, ...(typeof hall)[]][]) {
      api.on(`DELETE /api/staff/devices/${id}`, () => {
        api.on(LIST, listed(...left));
        return { status: 204 };
      });
    }
    draw(<ScreensPage />);
    await userEvent.click(await screen.findByRole("button", { name: "Remove Hall" }));
    await waitFor(() => expect(screen.getByRole("button", { name: "Remove Gate" })).toHaveFocus());
    await userEvent.keyboard("{Enter}");
    await waitFor(() => expect(screen.getByRole("textbox", { name: "Code" })).toHaveFocus());
  });

  it("keeps one that could not be taken away, and says why", async () => {
    api.on(LIST, listed(hall));
    api.on("DELETE /api/staff/devices/d1", { status: 403, body: { code: "insufficient_permissions", detail: "Not yours." } });
    draw(<ScreensPage />);
    await userEvent.click(await screen.findByRole("button", { name: "Remove Hall" }));
    expect(await screen.findByText("Not yours.")).toBeVisible();
    expect(screen.getByRole("button", { name: "Remove Hall" })).toBeEnabled();
  });
});
