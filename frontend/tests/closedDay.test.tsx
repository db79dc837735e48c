/** What the calendar says of a closed day, live; and from when a visit is offered as missed. */
import { act, screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { api, atCalendar, open, show, tell, topic } from "./calendarScreen";
import { calendar, request, slot } from "./calendarThings";
import { FakeSocket } from "./fakeSocket";
import { NOW, offer } from "./things";

atCalendar();

describe("a day on which the centre is closed", () => {
  const shut = (reason: string) => ({ opening: [], days: [{ date: "2026-11-20", open: false, reason }], technicians: calendar().technicians.map((one) => ({ ...one, work: [] })) });
  const answers = (more: object) => api.on("GET /api/staff/calendar", { body: calendar({ topic, appointments: [slot(), request()], ...more }) });
  const heads = (name: RegExp) => screen.findByRole("button", { name });

  it("is told with its reason where the day is named, and in red only where visits are left", async () => {
    answers(shut("Diwali"));
    await open();
    expect(screen.getByText("Closed: Diwali").closest("[role=status]")).toBeInTheDocument();
    expect(within(await heads(/^Bay 1/)).getByText("1 h 00 booked, closed")).toHaveClass("text-blocked-text");
    const free = within(await heads(/^Bay 2/)).getByText("Closed");
    expect(free).not.toHaveClass("text-blocked-text");
    expect(screen.queryByText(/%|0 min/)).toBeNull();
  });

  it("appears when an administrator closes it while one looks, and goes when it opens again", async () => {
    await open();
    expect(screen.queryByText(/^Closed:/)).toBeNull();
    answers(shut("Diwali"));
    await act(async () => FakeSocket.last.say({ type: "resync", topic }));
    expect(await screen.findByText("Closed: Diwali")).toBeVisible();
    answers({ days: [{ date: "2026-11-20", open: true, reason: "Short staffed" }] });
    await act(async () => FakeSocket.last.say({ type: "resync", topic }));
    expect(await screen.findByText("Other hours: Short staffed")).toBeVisible();
  });

  it("is told in the head of its day of the week", async () => {
    answers({ first: "2026-11-16", last: "2026-11-22", days: [{ date: "2026-11-20", open: false, reason: "Diwali" }, { date: "2026-11-21", open: true, reason: "" }, { date: "2026-11-22", open: false, reason: "" }] });
    show("/desk/calendar?view=week&by=bays");
    const head = async (name: RegExp) => (await screen.findByRole("columnheader", { name }));
    expect(await head(/20/)).toHaveTextContent("Closed: Diwali1 visit");
    expect(await head(/21/)).not.toHaveTextContent("Closed");
    expect(await head(/22/)).toHaveTextContent(/Closed$/);
  });
});

it("offers to note that somebody did not come from the moment the server says", async () => {
  const due = (since: string) => slot({ scheduled_start: "2026-11-20T04:00:00+00:00", allowed_actions: [{ ...offer("mark_no_show", null), since }, offer("cancel", null)] });
  api.on("GET /api/staff/calendar", { body: calendar({ topic, appointments: [due(new Date(NOW + 3_600_000).toISOString())] }) });
  await open("/desk/calendar/visits/a1?view=day&by=bays");
  await screen.findByRole("button", { name: "Cancel visit" });
  expect(screen.queryByRole("button", { name: "Did not come" })).toBeNull();
  await tell({ appointments: [{ ...due(new Date(NOW - 1_000).toISOString()), version: 3 }] });
  expect(await screen.findByRole("button", { name: "Did not come" })).toBeVisible();
});
