import { act, cleanup, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { cache } from "@/live/cache";
import { drain } from "@/live/outbox";
import { all } from "@/live/outboxShelf";
import { api, changed, network, open, press, onTablet, verb } from "./tablet";
import { ago, ME, offer, sheet, steps } from "./things";
import { until } from "./until";

const undo = offer("undo", [ME.id], { tone: "neutral", until: "2099-01-01T00:00:00Z" });
const title = () => screen.getAllByRole("heading", { level: 2 })[0]!.textContent;

onTablet();

describe("the step in hand", () => {
  it("asks for its reading before it is done, sends both with the next step, and shows the next one at once", async () => {
    let answer: () => void = () => {};
    api.on(verb("s4", "complete"), () => new Promise((resolve) => { answer = () => resolve({ body: { steps: [changed("s4", { version: 4, status: "done", allowed_actions: [undo], reading: 812 })] } }); }));
    await open();
    expect(title()).toBe("Measure isolation resistance");
    await press("Done, next: Thermal scan");
    const pad = within(screen.getByRole("dialog"));
    await userEvent.click(pad.getByRole("button", { name: "Done, next: Thermal scan" }));
    expect(pad.getByRole("alert")).toHaveTextContent("Enter the reading in Ω/V");
    for (const key of ["8", "1", "2"]) await userEvent.click(pad.getByRole("button", { name: key }));
    await userEvent.click(pad.getByRole("button", { name: "Done, next: Thermal scan" }));
    expect(title()).toBe("Thermal scan");
    await until(() => expect(api.of(verb("s4", "complete"))).toHaveLength(1));
    expect(api.of(verb("s4", "complete"))[0]!.body).toMatchObject({ version: 3, reading: 812, start_next: true });
    await act(async () => answer());
    expect(await screen.findByText("Done: Measure isolation resistance")).toBeVisible();
    expect(screen.getByRole("button", { name: "Undo" })).toBeVisible();
  });

  it("wants words for a reading beyond its limits", async () => {
    api.on(verb("s4", "complete"), { body: { steps: [changed("s4", { version: 4, status: "done", allowed_actions: [] })] } });
    await open();
    await press("Done, next: Thermal scan");
    const pad = within(screen.getByRole("dialog"));
    await userEvent.type(pad.getByRole("textbox"), "412");
    await userEvent.click(pad.getByRole("button", { name: "Done, next: Thermal scan" }));
    expect(pad.getByRole("alert")).toHaveTextContent("412 Ω/V is too low: expected at least 500 Ω/V.");
    await userEvent.click(pad.getByRole("button", { name: "Measured twice." }));
    await userEvent.click(pad.getByRole("button", { name: "Done, next: Thermal scan" }));
    await until(() => expect(api.of(verb("s4", "complete"))[0]?.body).toMatchObject({ reading: 412, note: "Measured twice." }));
  });

  it("measures again from an empty field", async () => {
    api.on(verb("s4", "complete"), { body: { steps: [changed("s4", { version: 4, status: "done", allowed_actions: [] })] } });
    await open();
    await press("Done, next: Thermal scan");
    const pad = within(screen.getByRole("dialog"));
    await userEvent.type(pad.getByRole("textbox"), "412");
    await userEvent.click(pad.getByRole("button", { name: "Done, next: Thermal scan" }));
    await userEvent.click(pad.getByRole("button", { name: "Measure again" }));
    expect(pad.getByRole("textbox")).toHaveValue("");
    for (const key of ["8", "1", "2"]) await userEvent.click(pad.getByRole("button", { name: key }));
    await userEvent.click(pad.getByRole("button", { name: "Done, next: Thermal scan" }));
    await until(() => expect(api.of(verb("s4", "complete"))[0]?.body).toMatchObject({ reading: 812 }));
  });

  it("stops with one press on the reason; only other reasons need words", async () => {
    api.on(verb("s4", "pause"), { body: { steps: [changed("s4", { version: 4, status: "paused", running_since: null, pause_reason: "parts", allowed_actions: [offer("resume"), undo] })] } });
    await open();
    await press("Blocked");
    const reasons = within(screen.getByRole("dialog"));
    await userEvent.click(reasons.getByRole("button", { name: /^Other/ }));
    expect(reasons.getByRole("alert")).toHaveTextContent("Say it in a few words.");
    await userEvent.click(reasons.getByRole("button", { name: /^Parts/ }));
    expect(screen.getByText("Paused: Parts")).toBeVisible();
    expect(screen.getByRole("button", { name: "Resume" })).toBeVisible();
    await until(() => expect(api.of(verb("s4", "pause"))[0]?.body).toMatchObject({ kind: "parts", reason: "" }));
  });

  it("unfolds a long reason at a press, and needs none for a short one", async () => {
    const waits = (pause_reason: string) =>
      sheet({ steps: steps().map((one) => (one.id === "s4" ? { ...one, status: "paused" as const, running_since: null, pause_reason, allowed_actions: [offer("resume")] } : one)) });
    const long = "The gloves for high voltage, class 0, size 10, are not in the store; the supplier brings them tomorrow at ten.";
    await open(waits(long));
    expect(screen.getByText(`Paused: ${long}`)).toHaveClass("lg:line-clamp-2");
    await press("More");
    expect(screen.getByText(`Paused: ${long}`)).not.toHaveClass("lg:line-clamp-2");
    expect(screen.getByRole("button", { name: "Less" })).toHaveAttribute("aria-expanded", "true");
    cleanup();
    cache.clear();
    await open(waits("Gloves, size 10"));
    expect(screen.getByText("Paused: Gloves, size 10")).toBeVisible();
    expect(screen.queryByRole("button", { name: "More" })).toBeNull();
  });

  it("takes back what was just done with the version it led to", async () => {
    api.on(verb("s4", "pause"), { body: { steps: [changed("s4", { version: 4, status: "paused", running_since: null, allowed_actions: [offer("resume"), undo] })] } });
    api.on(verb("s4", "undo"), { body: { steps: [changed("s4", { version: 5 })] } });
    await open();
    await press("Blocked");
    await userEvent.click(screen.getByRole("button", { name: /^Break/ }));
    await userEvent.click(await screen.findByRole("button", { name: "Undo" }));
    await until(() => expect(api.of(verb("s4", "undo"))[0]?.body).toMatchObject({ version: 4 }));
    expect(await screen.findByRole("button", { name: "Done, next: Thermal scan" })).toBeVisible();
  });

  it("does nothing on the second press of a double press", async () => {
    const document = sheet();
    document.steps = document.steps.map((one) => (one.id === "s4" ? changed("s4", { needs: { photo: false, reading: null, second_person: false } }) : one));
    api.on(verb("s4", "complete"), { body: { steps: [changed("s4", { version: 4, status: "done", allowed_actions: [] }), changed("s5", { version: 2, status: "in_progress", technician: ME, running_since: ago(0), needs: { photo: false, reading: null, second_person: false }, allowed_actions: [offer("complete")] })] } });
    await open(document);
    await userEvent.dblClick(screen.getByRole("button", { name: "Done, next: Thermal scan" }));
    expect(title()).toBe("Thermal scan");
    await until(() => expect(api.of(verb("s4", "complete"))).toHaveLength(1));
    await act(() => drain());
    expect(title()).toBe("Thermal scan");
    expect(api.asked.filter((one) => one.path.endsWith("/complete"))).toHaveLength(1);
  });

  it("is shown without a button when it is another technician's", async () => {
    const document = sheet();
    document.steps = document.steps.map((one) => ({ ...one, technician: one.technician && { id: "arun", name: "Arun K." }, allowed_actions: one.allowed_actions.map((action) => ({ ...action, only: ["arun"] })) }));
    await open(document);
    expect(title()).toBe("Measure isolation resistance");
    for (const name of [/^Done/, "Blocked", "Note", "Add reading"]) expect(screen.queryByRole("button", { name })).toBeNull();
  });

  it("says why it was refused and keeps what was typed", async () => {
    api.on(verb("s4", "note"), { status: 409, body: { code: "stale", detail: "“Measure isolation resistance” changed since you saw it.", next: "Look again." } });
    await open();
    await press("Note");
    await userEvent.type(screen.getByRole("textbox"), "Left pole corroded");
    await press("Save note");
    expect(await screen.findByText("“Measure isolation resistance” changed since you saw it.")).toBeVisible();
    expect((await all(ME.id))[0]?.intent.body).toMatchObject({ note: "Left pole corroded" });
    await press("Discard");
    await until(async () => expect(await all(ME.id)).toEqual([]));
  });
});

describe("how the vehicle came", () => {
  it.each([[{ kind: "ev" as const, battery_capacity: null }, "41,220 km · 58 % charge"], [{ kind: "car" as const, battery_capacity: null }, "41,220 km"]])("says the charge of a battery only: %j", async (more, said) => {
    const { job } = sheet();
    await open(sheet({ job: { ...job, vehicle: { ...job.vehicle, ...more } } }));
    expect(screen.getByText(/41,220/)).toHaveTextContent(new RegExp(`^${said}$`));
  });
});

describe("without a connection", () => {
  it("goes on step by step, and sends all of it in order, each on top of the one before", async () => {
    const plain = { photo: false, reading: null, second_person: false };
    const document = sheet();
    document.steps = document.steps.map((one) => ({ ...one, needs: plain }));
    await open(document);
    network(false);
    await press("Done, next: Thermal scan");
    await press("Done, next: Balance check");
    expect(title()).toBe("Balance check");
    expect(await screen.findByText("Done: Thermal scan")).toBeVisible();
    await until(async () => expect(await all(ME.id)).toHaveLength(2));
    expect(api.asked.filter((one) => one.path.includes("/steps/"))).toEqual([]);

    const answers = (id: string, next: string) => ({ body: { steps: [changed(id, { version: 7, status: "done", allowed_actions: [] }), changed(next, { version: 5, status: "in_progress", technician: ME, running_since: ago(0), needs: plain, allowed_actions: [offer("complete")] })] } });
    api.on(verb("s4", "complete"), answers("s4", "s5"));
    api.on(verb("s5", "complete"), answers("s5", "s6"));
    network(true);
    await act(() => drain());
    const sent = api.asked.filter((one) => one.path.includes("/steps/"));
    expect(sent.map((one) => one.path.split("/")[4])).toEqual(["s4", "s5"]);
    expect(sent.map((one) => (one.body as { version: number }).version)).toEqual([3, 5]);
    for (const one of sent) expect((one.body as { at: string }).at).toMatch(/^2026-11-20T08:1/);
    expect(title()).toBe("Balance check");
  });

  it("takes back what is still here", async () => {
    await open();
    network(false);
    await press("Blocked");
    await userEvent.click(screen.getByRole("button", { name: /^Tool/ }));
    await userEvent.click(await screen.findByRole("button", { name: "Undo" }));
    expect(await screen.findByRole("button", { name: "Done, next: Thermal scan" })).toBeVisible();
    expect(await all(ME.id)).toEqual([]);
  });
});
