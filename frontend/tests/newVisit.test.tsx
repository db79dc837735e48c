/** A visit as the desk writes it down: what it asks for, and what it says when it is booked. */
import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { draft } from "@/features/desk/live/draft";
import { emptyDraft } from "@/features/desk/model/visit";
import { toasts } from "@/ui/toasts";
import { api, atDesk, coming, open, soon } from "./deskScreen";
import { FakeSocket } from "./fakeSocket";
import { center } from "./things";

const BOOK = "POST /api/staff/appointments";

const service = { id: "s1", name: "Puncture repair", category: "tyres", estimated_duration: 30, base_price: { amount: "340.00", currency: "INR" }, vehicle_kinds: [] };

atDesk();

/** Open the form where nobody is known yet. */
async function begin() {
  api.on("GET /api/staff/services", { body: { results: [service], next: null, previous: null } });
  api.on("GET /api/staff/customers", { body: { results: [], next: null, previous: null } });
  await open();
  await userEvent.keyboard("n");
  return within(await screen.findByRole("dialog", { name: "New visit" }));
}

const name = async (dialog: Awaited<ReturnType<typeof begin>>, words: string) => {
  await userEvent.type(dialog.getByRole("combobox", { name: "Name, phone or plate" }), words);
  await userEvent.click(await dialog.findByRole("option", { name: `New customer: ${words}` }));
};

describe("a new visit", () => {
  it("says all that is missing at once, each until it is there, with the focus on the first", async () => {
    const dialog = await begin();
    await userEvent.click(dialog.getByRole("radio", { name: "At a time" }));
    fireEvent.change(dialog.getByLabelText("Date"), { target: { value: "" } });
    fireEvent.change(dialog.getByLabelText("Time"), { target: { value: "" } });
    await userEvent.click(dialog.getByRole("button", { name: "Book" }));
    const rest = ["Write the number plate.", "Write the make.", "Write the model.", "Choose the date.", "Choose the time.", "Choose at least one service."];
    for (const words of ["Find the customer, or write name and phone.", ...rest]) expect(dialog.getByText(words)).toBeVisible();
    expect(dialog.getByRole("combobox", { name: "Name, phone or plate" })).toHaveFocus();
    await name(dialog, "Zoya Khan");
    await userEvent.type(dialog.getByLabelText("Plate"), "  ");
    await userEvent.click(dialog.getByRole("button", { name: "Book" }));
    expect(dialog.queryByText("Find the customer, or write name and phone.")).toBeNull();
    for (const words of ["Write the phone number.", ...rest]) expect(dialog.getByText(words)).toBeVisible();
    expect(dialog.getByLabelText("Phone")).toHaveFocus();
    await userEvent.type(dialog.getByLabelText("Plate"), "TN 22");
    await userEvent.click(await dialog.findByRole("button", { name: /Puncture repair/ }));
    expect(dialog.queryByText("Write the number plate.")).toBeNull();
    expect(dialog.queryByText("Choose at least one service.")).toBeNull();
    expect(api.of(BOOK)).toHaveLength(0);
  });

  it("asks for today's price as soon as there is another", async () => {
    const dialog = await begin();
    expect(await dialog.findByRole("button", { name: /Puncture repair.*340/ })).toBeVisible();
    api.on("GET /api/staff/services", { body: { results: [{ ...service, base_price: { amount: "360.00", currency: "INR" } }], next: null, previous: null } });
    const topic = `center.${center.id}.availability`;
    await act(async () => FakeSocket.last.say({ type: "availability:changed", topic, seq: 9, at: "", data: { days: ["2026-11-23"] } }));
    expect(dialog.getByRole("button", { name: /Puncture repair.*340/ })).toBeVisible();
    await act(async () => FakeSocket.last.say({ type: "availability:changed", topic, seq: 10, at: "", data: { days: [] } }));
    expect(await dialog.findByRole("button", { name: /Puncture repair.*360/ })).toBeVisible();
  });

  it("says how long who comes now waits, and which starts are free beside a time that is not", async () => {
    const days = [{ date: "2026-11-23", open: true, reason: "", slots: ["2026-11-23T04:30:00Z", "2026-11-23T06:30:00Z"] }];
    api.on("GET /api/staff/availability", { body: { days, walk_in_wait: 80 } });
    const dialog = await begin();
    await userEvent.click(await dialog.findByRole("button", { name: /Puncture repair/ }));
    expect(await dialog.findByText("Without a booking the wait is about 1 h 20 now.")).toBeVisible();
    await userEvent.click(dialog.getByRole("radio", { name: "At a time" }));
    fireEvent.change(dialog.getByLabelText("Date"), { target: { value: "2026-11-23" } });
    fireEvent.change(dialog.getByLabelText("Time"), { target: { value: "11:00" } });
    const starts = within(await dialog.findByRole("group", { name: "Free starts" }));
    expect(await starts.findByText("Not free then. Free:")).toBeVisible();
    await userEvent.click(starts.getByRole("button", { name: "12:00" }));
    expect(dialog.getByLabelText("Time")).toHaveValue("12:00");
    expect(starts.getByText("Free:")).toBeVisible();
    expect(starts.getByRole("button", { name: "12:00" })).toHaveAttribute("aria-pressed", "true");
  });

  it("says a day that is over together with what is missing", async () => {
    const dialog = await begin();
    await userEvent.click(dialog.getByRole("radio", { name: "At a time" }));
    fireEvent.change(dialog.getByLabelText("Date"), { target: { value: "2020-01-01" } });
    await userEvent.click(dialog.getByRole("button", { name: "Book" }));
    expect(dialog.getByText("Choose a later day.")).toBeVisible();
    expect(dialog.getByText("Write the number plate.")).toBeVisible();
  });

  it("asks equipment for its serial number in place of a plate", async () => {
    api.on(BOOK, { status: 201, body: { appointment: { ...coming, id: "a9" } } });
    const dialog = await begin();
    await name(dialog, "Zoya Khan");
    await userEvent.selectOptions(dialog.getByLabelText("Kind"), "equipment");
    expect(dialog.queryByLabelText("Plate")).toBeNull();
    for (const [label, words] of [["Phone", "+91 98400 55512"], ["Serial number", "IR-2231 "], ["Make", "Philips"], ["Model", "Azur"]] as const) await userEvent.type(dialog.getByLabelText(label), words);
    await userEvent.click(await dialog.findByRole("button", { name: /Puncture repair/ }));
    await userEvent.click(dialog.getByRole("button", { name: "Book and check in" }));
    await waitFor(() => expect(api.of(BOOK)).toHaveLength(1));
    expect(api.of(BOOK)[0]!.body).toMatchObject({ vehicle: { kind: "equipment", serial_number: "IR-2231", make: "Philips", model: "Azur" } });
  });

  it("names the year of a booking for another one", async () => {
    const year = new Date().getFullYear() + 2;
    api.on(BOOK, (asked) => ({ status: 201, body: { appointment: { ...coming, id: "a9", scheduled_start: (asked.body as { scheduled_start: string }).scheduled_start } } }));
    const dialog = await begin();
    await name(dialog, "Zoya Khan");
    for (const [label, words] of [["Phone", "+91 98400 55512"], ["Plate", "TN 22 CZ 1187"], ["Make", "MG"], ["Model", "ZS EV"]] as const) await userEvent.type(dialog.getByLabelText(label), words);
    await userEvent.click(await dialog.findByRole("button", { name: /Puncture repair/ }));
    await userEvent.click(dialog.getByRole("radio", { name: "At a time" }));
    fireEvent.change(dialog.getByLabelText("Date"), { target: { value: `${year}-01-02` } });
    fireEvent.change(dialog.getByLabelText("Time"), { target: { value: "10:00" } });
    await userEvent.click(dialog.getByRole("button", { name: "Book" }));
    await waitFor(() => expect(toasts.get().map((one) => one.text)).toEqual([expect.stringMatching(new RegExp(`^Booked: TN 22 CZ 1187, \\w+ 2 Jan ${year} 10:00$`))]));
  });

  it("offers the next free starts of a lost slot, keeps what was typed, and books one at a press", async () => {
    api.on(BOOK, { status: 409, body: { code: "slot_taken", detail: "This time was just taken.", next: "Choose one of the next free times.", next_free: [soon(60), soon(90)] } });
    const dialog = await begin();
    expect(location.pathname).toBe("/board/new");
    await name(dialog, "Zoya Khan");
    await userEvent.type(dialog.getByLabelText("Phone"), "+91 98400 55512");
    await userEvent.type(dialog.getByLabelText("Plate"), "TN 22 CZ 1187");
    await userEvent.type(dialog.getByLabelText("Make"), "MG");
    await userEvent.type(dialog.getByLabelText("Model"), "ZS EV");
    await userEvent.click(dialog.getByRole("button", { name: "Book and check in" }));
    expect(await dialog.findByText("Choose at least one service.")).toBeInTheDocument();
    expect(api.of(BOOK)).toHaveLength(0);
    await userEvent.click(await dialog.findByRole("button", { name: /Puncture repair/ }));
    await userEvent.click(dialog.getByRole("button", { name: "Book and check in" }));
    expect(await dialog.findByText("This time was just taken.")).toBeInTheDocument();
    expect(dialog.getByLabelText("Name")).toHaveValue("Zoya Khan");

    api.on(BOOK, { status: 409, body: { code: "technician_away", detail: "Nobody works then." } });
    await userEvent.click(dialog.getAllByRole("button", { name: /^Book .*\d\d:\d\d$/ })[1]!);
    expect(await dialog.findByText("Nobody works then.")).toBeInTheDocument();

    api.on(BOOK, (asked) => ({ status: 201, body: { appointment: { ...coming, id: "a9", scheduled_start: (asked.body as { scheduled_start: string }).scheduled_start } } }));
    await userEvent.click(dialog.getAllByRole("button", { name: /^Book .*\d\d:\d\d$/ })[0]!);
    await waitFor(() => expect(location.pathname).toBe("/board"));
    expect(api.of(BOOK)[2]!.body).toMatchObject({ customer: { first_name: "Zoya", last_name: "Khan", phone: "+91 98400 55512" }, scheduled_start: expect.any(String) as string });
    expect(draft.get()).toEqual(emptyDraft);
  });
});
