/** The calendar's tray: conflicts with their ways out. */
import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import type { Way } from "@/features/calendar/api/tray";
import { causeOf, conflictMark, movesOf, standingWays } from "@/features/calendar/model/conflicts";
import type { Slot } from "@/api/things";
import { api, atCalendar, column, open, OTHER, tell } from "./calendarScreen";
import { slot } from "./calendarThings";
import { job } from "./things";

const CONFLICTS = "GET /api/staff/conflicts";
const MOVES = "POST /api/staff/moves";
const HIT: Partial<Slot> = { version: 3, conflict_since: "2026-11-20T08:00:00Z", conflict_with: "a2" };
const hit = slot(HIT);
const way = (start: string, delay: number, version = 3): Way => ({
  broken_promises: delay ? 1 : 0,
  delay,
  moves: [{ appointment_id: "a1", version, number: "ANNA-V0001", scheduled_start: start, before: slot().scheduled_start, delay, bay: { id: "b1", name: "Bay 1" }, technician: { id: "arun", name: "Arun K." } }],
});
const KEPT = way("2026-11-20T10:30:00+00:00", 0);
const LATER = way("2026-11-20T11:15:00+00:00", 45);

describe("conflicts, purely", () => {
  it("name what runs into a visit, from its card or from the calendar", () => {
    expect(causeOf(hit, [OTHER], new Map([["a2", job({ bay: { id: "b2", name: "Bay 2" } })]]))).toEqual({ what: "TN 09 BX 4471", bay: "Bay 2", until: "2026-11-20T10:00:00Z" });
    expect(causeOf(hit, [OTHER], new Map())).toEqual({ what: "TN 22 CZ 1187", bay: "Bay 2", until: null });
    expect(causeOf(hit, [], new Map())).toBeNull();
  });

  it("let a way stand only while each of its visits is as it was seen", () => {
    expect(standingWays([KEPT, LATER], [hit])).toEqual([KEPT, LATER]);
    expect(standingWays([KEPT], [{ ...hit, version: 4 }])).toEqual([]);
    expect(standingWays([KEPT], [])).toEqual([]);
    expect(conflictMark([hit])).not.toBe(conflictMark([{ ...hit, version: 4 }]));
  });

  it("send every visit with the version seen, its time, bay and technician", () => {
    expect(movesOf(LATER)).toEqual({ moves: [{ appointment_id: "a1", version: 3, scheduled_start: "2026-11-20T11:15:00+00:00", bay_id: "b1", technician_id: "arun" }] });
  });
});

describe("conflicts in the tray", () => {
  atCalendar();
  const tray = () => within(screen.getByRole("complementary", { name: "To place" }));
  const conflicted = async (ways: Way[] = [KEPT, LATER]) => {
    api.on(CONFLICTS, { body: { appointments: [hit], ways } });
    await open();
    await tell({ appointments: [hit] });
    return within(await tray().findByRole("region", { name: "Ways out" }));
  };

  it("come on top with what runs into them, and one press resolves them all", async () => {
    const ways = await conflicted();
    const [first] = tray().getAllByRole("region");
    expect(first).toHaveAccessibleName(/Visits in conflict/);
    expect(first).toHaveTextContent("TN 22 CZ 1187, Bay 2, runs into its time.");
    expect(column("Bay 1").getByRole("link", { name: /TN 09 BX 4471/ })).toHaveTextContent("Conflict");
    const [kept, later] = await ways.findAllByRole("listitem").then((items) => items.filter((item) => item.querySelector("button")));
    expect(kept).toHaveTextContent("Keeps every promise");
    expect(later).toHaveTextContent("1 visit later, 45 min in all");
    expect(later).toHaveTextContent("16:00 → 16:45 · Bay 1 · Arun K.");
    const button = within(later!).getByRole("button", { name: "Move the visit" });
    expect(button).toHaveAccessibleDescription(/1 visit later, 45\smin in all/);
    api.on(MOVES, { body: { appointments: [slot({ version: 4, scheduled_start: "2026-11-20T11:15:00+00:00", scheduled_end: "2026-11-20T12:15:00+00:00" })] } });
    button.focus();
    await userEvent.keyboard("{Enter}");
    expect(await screen.findByText("The visit is moved; its customer is told once")).toBeInTheDocument();
    expect(api.of(MOVES)[0]?.body).toEqual(movesOf(LATER));
    expect(api.of(MOVES)[0]?.key).toBeTruthy();
    await waitFor(() => expect(tray().queryByText(/Visits in conflict/)).toBeNull());
    expect(screen.getByRole("heading", { name: "To place" })).toHaveFocus();
  });

  it("say a refusal in words, keep it, and read the ways out again", async () => {
    const ways = await conflicted();
    api.on(MOVES, { status: 409, body: { code: "slot_taken", detail: "Arun K. is booked then.", next: "Choose another time." } });
    api.on(CONFLICTS, { body: { appointments: [hit], ways: [LATER] } });
    await userEvent.click((await ways.findAllByRole("button", { name: "Move the visit" }))[0]!);
    expect(await ways.findByRole("alert")).toHaveTextContent("Arun K. is booked then.");
    await waitFor(() => expect(ways.queryByText("Keeps every promise")).toBeNull());
    expect(ways.getByText("1 visit later, 45 min in all")).toBeInTheDocument();
    expect(ways.getByRole("alert")).toBeInTheDocument();
  });

  it("are read anew when a frame changes one, and never offer what is over", async () => {
    const ways = await conflicted();
    await ways.findByText("Keeps every promise");
    let answer: (reply: { body: unknown }) => void = () => {};
    api.on(CONFLICTS, () => new Promise((resolve) => (answer = resolve)));
    await tell({ appointments: [{ ...hit, version: 4 }] });
    expect(await ways.findByRole("status")).toHaveTextContent("Looking for ways out");
    await waitFor(() => expect(api.of(CONFLICTS)).toHaveLength(2));
    answer({ body: { appointments: [{ ...hit, version: 4 }], ways: [way("2026-11-20T12:00:00+00:00", 90, 4)] } });
    expect(await ways.findByText("1 visit later, 1 h 30 in all")).toBeInTheDocument();
  });

  it("stand in the drawer of the visit too", async () => {
    await conflicted();
    await userEvent.click(column("Bay 1").getByRole("link", { name: /TN 09 BX 4471/ }));
    const drawer = within(await screen.findByRole("complementary", { name: "Visit" }));
    expect(await drawer.findByText("Keeps every promise")).toBeInTheDocument();
    expect(drawer.getByRole("region", { name: "Conflict" })).toHaveTextContent("TN 22 CZ 1187, Bay 2, runs into its time.");
  });
});
