/** Another time for a request, and an answer that is taken back. */
import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { answer, api, atCalendar, knowsFree, OTHER, tell, verbOf } from "./calendarScreen";
import { request } from "./calendarThings";

atCalendar();

describe("requests", () => {
  knowsFree();

  const free = (...slots: string[]) => api.on("GET /api/staff/availability", { body: { days: [{ date: "2026-11-20", open: true, reason: "", slots }, { date: "2026-11-21", open: true, reason: "", slots: ["2026-11-21T04:00:00Z"] }] } });

  it("get another time that is free: the first from the one asked for on", async () => {
    free("2026-11-20T11:00:00Z", "2026-11-20T12:00:00Z");
    await answer("Another time");
    expect(await screen.findByRole("button", { name: /^Propose Fri 20 Nov 17:30/ })).toBeEnabled();
    expect(screen.getByRole("radio", { name: "17:30" })).toBeChecked();
  });

  it("are accepted for a time asked for that is free, when the first of them is not", async () => {
    api.on("GET /api/staff/availability", { body: { days: [{ date: "2026-11-20", open: true, reason: "", slots: [] }, { date: "2026-11-22", open: true, reason: "", slots: ["2026-11-22T04:30:00Z"] }] } });
    await answer("Accept");
    expect(await screen.findByRole("button", { name: /^Book Sun 22 Nov 10:00/ })).toBeEnabled();
    expect(screen.getByRole("radio", { name: /Sun 22 Nov 10:00.*Free/ })).toBeChecked();
  });

  it("get another time of the next day when theirs is full, and none that is taken meanwhile", async () => {
    free("2026-11-20T11:00:00Z");
    await answer("Another time");
    expect(await screen.findByRole("button", { name: /^Propose Sat 21 Nov 09:30/ })).toBeEnabled();
    expect(screen.getByLabelText("Date")).toHaveValue("2026-11-21");
    api.on("GET /api/staff/availability", { body: { days: [{ date: "2026-11-21", open: true, reason: "", slots: ["2026-11-21T05:00:00Z"] }] } });
    await tell({ appointments: [{ ...OTHER, version: 3 }] });
    const button = await screen.findByRole("button", { name: "Choose a start" });
    expect(button).toBeDisabled();
    await userEvent.click(screen.getByRole("radio", { name: "10:30" }));
    expect(screen.getByRole("button", { name: /^Propose Sat 21 Nov 10:30/ })).toBeEnabled();
  });

  it("taken back are answered anew from what was typed", async () => {
    api.on(verbOf("propose"), { body: { appointment: request({ version: 3, status: "proposed", allowed_actions: [] }) } });
    await answer("Another time");
    await userEvent.click(await screen.findByRole("radio", { name: "17:30" }));
    await userEvent.type(screen.getByLabelText("Message"), "We need the lift.");
    await userEvent.click(screen.getByRole("button", { name: /^Propose Fri 20 Nov 17:30/ }));
    api.on(verbOf("undo"), { body: { appointment: request({ version: 5 }) } });
    await userEvent.click(await screen.findByRole("button", { name: "Undo" }));
    await userEvent.click(await screen.findByRole("link", { name: /TN 45 BB 7719/ }));
    expect(await screen.findByLabelText("Message")).toHaveValue("We need the lift.");
    expect(await screen.findByRole("button", { name: /^Propose Fri 20 Nov 17:30/ })).toBeEnabled();
    await userEvent.click(within(screen.getByRole("group", { name: "Answer" })).getByRole("button", { name: "Reject" }));
    await userEvent.type(screen.getByLabelText("Why"), "No room this week");
    api.on(verbOf("reject"), { body: { appointment: request({ version: 6, status: "rejected", allowed_actions: [] }) } });
    await userEvent.click(within(screen.getByRole("form", { name: "Reject" })).getByRole("button", { name: "Reject" }));
    api.on(verbOf("undo"), { body: { appointment: request({ version: 7 }) } });
    await userEvent.click(await screen.findByRole("button", { name: "Undo" }));
    await userEvent.click(await screen.findByRole("link", { name: /TN 45 BB 7719/ }));
    expect(await screen.findByLabelText("Why")).toHaveValue("No room this week");
  });
});
