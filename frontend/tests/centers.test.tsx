/** Acting in one of several centres. */
import { cleanup, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { enter, leave, session, type User } from "@/api/session";
import { PersonMenu } from "@/app/PersonMenu";
import { needMessages } from "@/lib/i18n";
import { cache } from "@/live/cache";
import { toasts } from "@/ui/toasts";
import { FakeApi, signedIn } from "./fakeApi";
import { draw } from "./screen";

const CENTERS = "GET /api/public/service-centers";
const role = (name: string, center: string | null): User["roles"][number] => ({ role: name, service_center_id: center, lead: false, driver: false });

let api: FakeApi;
beforeEach(async () => {
  await needMessages("common");
  vi.stubGlobal("scrollTo", () => {});
  api = new FakeApi();
  api.on(CENTERS, { body: { results: [{ id: "c1", name: "Anna Nagar" }, { id: "c2", name: "Velachery" }, { id: "c3", name: "Guindy" }], next: null, previous: null } });
  api.on("POST /api/auth/refresh", ({ body }) => ({ body: { ...signedIn("t2"), user: session.get().user!, ...(body as object) } }));
});
afterEach(() => {
  cleanup();
  leave();
  cache.clear();
  toasts.set([]);
});

async function openMenu(...roles: User["roles"]) {
  enter({ ...signedIn(), user: { ...signedIn().user, roles } });
  draw(<PersonMenu />);
  await userEvent.click(screen.getByRole("button", { name: "Priya S." }));
}
const offered = () => within(screen.getByRole("group", { name: "Workshop" })).getAllByRole("button").map((one) => one.textContent);

describe("the centre one acts in", () => {
  it("is one of all for the network's administrator, and the board of the chosen one opens", async () => {
    history.replaceState(null, "", "/board/jobs/j1");
    await openMenu(role("admin", null));
    await waitFor(() => expect(offered()).toEqual(["Anna Nagar", "Velachery", "Guindy"]));
    expect(screen.getByRole("button", { name: "Anna Nagar" })).toHaveAttribute("aria-pressed", "true");
    await userEvent.click(screen.getByRole("button", { name: "Velachery" }));
    await waitFor(() => expect(session.get().centerId).toBe("c2"));
    await waitFor(() => expect(location.pathname).toBe("/board"));
    expect(api.of("POST /api/auth/refresh")[0]?.body).toEqual({ service_center_id: "c2" });
  });

  it("is one of those where a role is held", async () => {
    await openMenu(role("technician", "c1"), role("staff", "c3"), role("customer", null));
    await waitFor(() => expect(offered()).toEqual(["Anna Nagar", "Guindy"]));
  });

  it("is no question for those who have only one", async () => {
    await openMenu(role("staff", "c1"), role("customer", null));
    expect(screen.getByRole("link", { name: "Profile" })).toBeVisible();
    expect(screen.queryByRole("group", { name: "Workshop" })).toBeNull();
    expect(api.of(CENTERS)).toEqual([]);
  });
});
