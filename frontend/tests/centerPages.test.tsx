/** What administrators do with their centre: the forms keep what is typed, and each save says whom it leaves outside. */
import { cleanup, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { leave } from "@/api/session";
import { spansText } from "@/features/centers/components/words";
import { exceptionsOf, spanOf } from "@/features/centers/model/week";
import { AboutPage } from "@/features/centers/pages/AboutPage";
import { BaysPage } from "@/features/centers/pages/BaysPage";
import { HoursPage } from "@/features/centers/pages/HoursPage";
import { translate } from "@/lib/i18n";
import { cache } from "@/live/cache";
import { toasts } from "@/ui/toasts";
import { administration, bay, center, CENTER, inDays, outside, press, show, stale } from "./centerThings";
import { type FakeApi } from "./fakeApi";

let api: FakeApi;
beforeEach(async () => {
  api = await administration();
});
afterEach(() => {
  cleanup();
  leave();
  cache.clear();
  toasts.set([]);
});

it("hours that end when they began last a whole day, and say so", () => {
  const said = (...spans: [string, string][]) => spansText(spans.map(([from, to]) => ({ from, to })), translate);
  expect(said(["08:30", "08:30"])).toBe("24 hours from 08:30");
  expect(said(["00:00", "00:00"])).toBe("Open all day");
  expect(said(["09:00", "13:00"], ["20:00", "04:00"])).toBe("09:00 to 13:00, 20:00 to 04:00");
  expect(said()).toBe("Closed");
});

describe("the centre", () => {
  it("sends what was typed with the version seen; a position that nobody touched follows the address", async () => {
    api.on(`PUT ${CENTER}`, { body: { ...center, version: 4 } });
    show(<AboutPage />);
    const postcode = await screen.findByRole("textbox", { name: "Postcode" });
    await userEvent.clear(postcode);
    await userEvent.type(postcode, "600017");
    await userEvent.type(screen.getByRole("textbox", { name: "Cities" }), "Chennai, Tambaram");
    await press("Save");
    expect(await screen.findByText("Saved")).toBeVisible();
    const sent = api.of(`PUT ${CENTER}`)[0]?.body as Record<string, unknown>;
    expect(sent).toMatchObject({ version: 3, postcode: "600017", is_active: true });
    expect(sent["service_areas"]).toEqual([{ city: "Chennai" }, { city: "Tambaram" }, { postcode: "600001" }]);
    expect(sent).not.toHaveProperty("latitude");
  });

  it("says who was first, keeps what was typed until it is loaded again, and saves on top of that", async () => {
    api.on(`PUT ${CENTER}`, stale);
    show(<AboutPage />);
    const name = await screen.findByRole("textbox", { name: "Name" });
    await userEvent.type(name, " West");
    await press("Save");
    expect(await screen.findByText(/Admin A\. was first/)).toBeVisible();
    expect(screen.getByRole("textbox", { name: "Name" })).toHaveValue("Anna Nagar West");
    api.on(`GET ${CENTER}`, { body: { ...center, version: 4, name: "Anna Nagar East" } });
    await press("Reload");
    await waitFor(() => expect(screen.getByRole("textbox", { name: "Name" })).toHaveValue("Anna Nagar East"));
    api.on(`PUT ${CENTER}`, { body: { ...center, version: 5 } });
    await press("Save");
    await waitFor(() => expect(api.of(`PUT ${CENTER}`)).toHaveLength(2));
    expect(api.of(`PUT ${CENTER}`)[1]?.body).toMatchObject({ version: 4 });
  });

  it("follows what others save only as long as nobody types", async () => {
    show(<AboutPage />);
    await screen.findByDisplayValue("Anna Nagar");
    api.on(`GET ${CENTER}`, { body: { ...center, version: 4, name: "Anna Nagar East" } });
    await cache.invalidateQueries({ queryKey: ["administered", "c1"] });
    const name = await screen.findByDisplayValue("Anna Nagar East");
    await userEvent.type(name, "!");
    api.on(`GET ${CENTER}`, { body: { ...center, version: 5, name: "Anna Nagar South" } });
    await cache.invalidateQueries({ queryKey: ["administered", "c1"] });
    expect(screen.getByRole("textbox", { name: "Name" })).toHaveValue("Anna Nagar East!");
  });

  it("keeps a refused field with what was said about it", async () => {
    api.on(`PUT ${CENTER}`, { status: 400, body: { code: "unknown_zone", detail: "?", fields: { time_zone: ["Choose a zone such as Asia/Kolkata."] } } });
    show(<AboutPage />);
    const zone = await screen.findByRole("textbox", { name: "Time zone" });
    await userEvent.type(zone, "x");
    await press("Save");
    expect(await screen.findByText("Choose a zone such as Asia/Kolkata.")).toBeVisible();
    expect(zone).toHaveValue("Asia/Kolkatax");
    expect(zone).toHaveFocus();
  });
});

describe("hours", () => {
  // jsdom has no page to scroll.
  const scrolled = vi.fn();
  beforeEach(() => {
    HTMLElement.prototype.scrollIntoView = function () {
      scrolled(this);
    };
  });
  afterEach(() => {
    Reflect.deleteProperty(HTMLElement.prototype, "scrollIntoView");
  });

  it("previews the week as it is typed, and a save lists the visits it leaves outside", async () => {
    api.on(`PUT ${CENTER}`, () => {
      api.on(`GET ${CENTER}/unserved`, { body: [outside("1")] });
      return { body: { ...center, version: 4, working_hours: [] } };
    });
    show(<HoursPage />);
    const coming = await screen.findByRole("region", { name: "The next 14 days" });
    expect(within(coming).getAllByText("09:00 to 18:00")).toHaveLength(2);
    await press(/^Remove 09:00 to 18:00, Monday/);
    expect(within(coming).queryByText("09:00 to 18:00")).toBeNull();
    expect(within(coming).getByText("As customers will see them once you save.")).toBeVisible();
    await press("Save");
    const left = await screen.findByRole("region", { name: "1 visit is left outside" });
    expect(within(left).getByText("Anna Nagar is closed then.")).toBeVisible();
    expect(within(left).getByRole("link")).toHaveAttribute("href", "/desk/calendar/visits/1?date=2030-01-14&view=day&by=technicians");
    expect(await screen.findByText("Saved. 1 visit is left outside.")).toBeVisible();
    // Whoever saved looks at the button, far below: the list comes to them, and is read out.
    expect(left).toHaveFocus();
    expect(scrolled).toHaveBeenCalledWith(left);
    expect(api.of(`PUT ${CENTER}`)[0]?.body).toEqual({ version: 3, working_hours: [] });
  });

  it("keeps the week that was refused, and says why", async () => {
    api.on(`PUT ${CENTER}`, { status: 400, body: { code: "hours_overlap", detail: "Look again.", fields: { working_hours: ["Two spans of the week overlap."] } } });
    show(<HoursPage />);
    await userEvent.click(await screen.findByRole("button", { name: /Hours Tuesday/ }));
    await press("Save");
    expect(await screen.findByText("Two spans of the week overlap.")).toBeVisible();
    expect(screen.getByLabelText("Tuesday from")).toHaveValue("09:00");
  });

  it("know every day of a row that is typed, closed or on other hours", () => {
    const row = { first: "2026-12-30", last: "2027-01-01", open: false, spans: [spanOf("open", { weekday: 0 }, "10:00", "14:00")], reason: " Pongal " };
    const closed = { opens: null, closes: null, reason: "Pongal" };
    expect(exceptionsOf(row, 9)).toEqual(["2026-12-30", "2026-12-31", "2027-01-01"].map((date) => ({ date, ...closed })));
    expect(exceptionsOf({ ...row, last: "", open: true }, 9)).toEqual([{ date: "2026-12-30", opens: "10:00", closes: "14:00", reason: "Pongal" }]);
    expect(exceptionsOf({ ...row, first: "" }, 9)).toEqual([]);
    expect(exceptionsOf(row, 2)).toHaveLength(2);
  });

  it("closes days, and Undo opens them again", async () => {
    const day = inDays(3);
    const closed = { date: day, opens: null, closes: null, reason: "Pongal" };
    api.on(`POST ${CENTER}/exceptions`, () => {
      api.on(`GET ${CENTER}/exceptions`, { body: { exceptions: [closed], unserved: [] } });
      return { body: { exceptions: [closed], unserved: [] } };
    });
    show(<HoursPage />);
    await userEvent.click(await screen.findByRole("button", { name: "Close or change days" }));
    const form = screen.getByRole("form", { name: "Close or change days" });
    await userEvent.type(within(form).getByLabelText("First day"), day);
    await userEvent.type(within(form).getByRole("textbox", { name: "Reason" }), "Pongal");
    const coming = screen.getByRole("region", { name: "The next 14 days" });
    expect(within(coming).getByText("Pongal")).toBeVisible();
    expect(within(coming).getByText("As customers will see them once you save.")).toBeVisible();
    await userEvent.keyboard("{Escape}");
    expect(within(coming).queryByText("Pongal")).toBeNull();
    await press("Close or change days");
    const again = screen.getByRole("form", { name: "Close or change days" });
    await userEvent.type(within(again).getByLabelText("First day"), day);
    await userEvent.type(within(again).getByRole("textbox", { name: "Reason" }), "Pongal");
    await userEvent.click(within(again).getByRole("button", { name: "Save" }));
    expect(await within(coming).findByText("Pongal")).toBeVisible();
    expect(api.of(`POST ${CENTER}/exceptions`)[0]?.body).toEqual({ first: day, last: day, reason: "Pongal", spans: [] });
    api.on(`DELETE ${CENTER}/exceptions/${day}`, () => {
      api.on(`GET ${CENTER}/exceptions`, { body: { exceptions: [], unserved: [] } });
      return { body: { exceptions: [], unserved: [] } };
    });
    await press(/^Remove [A-Z]/);
    await waitFor(() => expect(within(coming).queryByText("Pongal")).toBeNull());
    await press("Undo");
    expect(await within(coming).findByText("Pongal")).toBeVisible();
  });
});

describe("bays and tools", () => {
  it("takes a bay out of use with the version seen, and Undo brings it back", async () => {
    const out = { ...bay, version: 3, is_active: false };
    api.on("PUT /api/admin/bays/b1", () => {
      api.on(`GET ${CENTER}/bays`, { body: [out] });
      return { body: out };
    });
    show(<BaysPage />);
    await userEvent.click(await screen.findByRole("button", { name: "Take out of use 1" }));
    expect(await screen.findByText("Out of use")).toBeVisible();
    await press("Undo");
    await waitFor(() => expect(api.of("PUT /api/admin/bays/b1").map((one) => one.body)).toEqual([{ version: 2, is_active: false }, { version: 3, is_active: true }]));
  });

  it("keeps the words of a bay whose name is taken", async () => {
    api.on(`POST ${CENTER}/bays`, { status: 409, body: { code: "name_taken", detail: "?", fields: { name: ["This name is taken."] } } });
    show(<BaysPage />);
    await userEvent.click(await screen.findByRole("button", { name: "Add bay" }));
    const form = screen.getByRole("form", { name: "Add bay" });
    await userEvent.type(within(form).getByRole("textbox", { name: "Name" }), "1");
    await userEvent.type(within(form).getByRole("combobox", { name: "Kind" }), "ev");
    await userEvent.click(within(form).getByRole("button", { name: "Add bay" }));
    expect(await screen.findByText("This name is taken.")).toBeVisible();
    expect(within(form).getByRole("combobox", { name: "Kind" })).toHaveValue("ev");
  });
});
