import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { DayPage } from "@/features/bay/pages/DayPage";
import { intents } from "@/live/intents";
import { draw } from "./screen";
import { api, changed, network, open, press, onTablet, verb } from "./tablet";
import { ago, ME, offer, queue, sheet, toCheck } from "./things";
import { until } from "./until";

onTablet();

describe("my day", () => {
  async function openDay(document = queue()) {
    api.on("GET /api/technicians/queue", { body: document });
    draw(<DayPage />);
    await screen.findByRole("heading", { name: /^To do|^Nothing for you/ });
  }

  it("lists the jobs in order, each one place to press", async () => {
    await openDay();
    const links = within(screen.getByRole("region", { name: "To do (4)" })).getAllByRole("link");
    expect(links.map((link) => /[A-Z]{2} \d\d [A-Z]{2} \d{4}/.exec(link.textContent)?.[0])).toEqual(["TN 09 BX 4471", "TN 22 DK 9041", "KA 05 MN 7712", "TN 10 AC 1187"]);
    expect(links[1]).toHaveTextContent("Waits for a tool since 13:16: Insulation tester is at calibration until 14:00.");
    expect(links[1]).toHaveTextContent("12 min late");
    expect(links[2]).toHaveTextContent("For anyone");
  });

  it("calls a card received, and not queued, until the desk has queued it", async () => {
    const [queued] = queue().jobs;
    await openDay(queue({ jobs: [queued!, { ...queued!, id: "j8", stage: "received", technicians: [], vehicle: { ...queued!.vehicle, plate: "TN 12 KV 9677" } }] }));
    const received = screen.getByRole("link", { name: /TN 12 KV 9677/ });
    expect(within(received).getByText("Received")).toBeVisible();
    expect(received).not.toHaveTextContent(/Queued|For anyone/);
    expect(within(screen.getByRole("link", { name: /TN 10 AC 1187/ })).getByText("Queued")).toBeVisible();
  });

  it("misses a bay only for a vehicle that is still worked on", async () => {
    const jobs = queue().jobs.map((job) => ({ ...job, bay: null, technicians: [ME] }));
    const [, , , , ready] = jobs;
    await openDay(queue({ jobs: [...jobs, { ...ready!, id: "j7", stage: "quality_check", state: "progress" }] }));
    expect(within(screen.getByRole("region", { name: "To do (4)" })).getAllByText("No bay yet")).toHaveLength(4);
    const finished = within(screen.getByRole("region", { name: "Finished (2)" }));
    expect(finished.getAllByText("Ready to collect")).toHaveLength(1);
    expect(finished.queryByText("No bay yet")).toBeNull();
  });

  it("offers to anyone only what somebody could still take", async () => {
    const jobs = queue().jobs.map((job) => ({ ...job, technicians: [] }));
    await openDay(queue({ jobs }));
    expect(within(screen.getByRole("region", { name: "Finished (1)" })).queryByText("For anyone")).toBeNull();
  });

  it("opens a ready card under the words of where it stands now", async () => {
    await open(sheet({ job: { ...queue().jobs[4]!, id: "j1" } }));
    expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent(/^Ready to collect/);
  });

  it("says what belongs there when there is nothing", async () => {
    await openDay(queue({ jobs: [] }));
    expect(screen.getByText("Nothing for you right now")).toBeVisible();
  });

  it("lets a lead pass the check, or send chosen steps back with a reason", async () => {
    const card = toCheck();
    const done = sheet({ job: { ...card } });
    done.steps = done.steps.map((one) => ({ ...one, status: "done" as const }));
    api.on(`GET /api/technicians/jobs/${card.id}`, { body: done });
    api.on(`POST /api/technicians/jobs/${card.id}/rework`, { status: 409, body: { code: "stale", detail: "Arun was first." } });
    api.on(`POST /api/technicians/jobs/${card.id}/pass-check`, { body: { job: { ...card, version: 12, stage: "ready_for_pickup", allowed_actions: [] } } });
    await openDay(queue({ jobs: [card] }));
    await press("Rework");
    const dialog = within(await screen.findByRole("dialog"));
    await userEvent.type(dialog.getByRole("textbox", { name: "Why" }), "Torque not recorded");
    await userEvent.click(dialog.getByRole("button", { name: "Send back" }));
    expect(dialog.getByRole("alert")).toHaveTextContent("Choose the steps to do again.");
    await userEvent.click(dialog.getByRole("checkbox", { name: /Inspect casing/ }));
    await userEvent.click(dialog.getByRole("button", { name: "Send 1 step back" }));
    await until(() => expect(api.of(`POST /api/technicians/jobs/${card.id}/rework`)[0]?.body).toMatchObject({ step_ids: ["s2"], reason: "Torque not recorded", version: 9 }));
    expect(await screen.findByText("Arun was first.")).toBeVisible();
    await press("Got it");
    await press("Pass the check");
    await until(() => expect(screen.getByRole("region", { name: "Finished (1)" })).toHaveTextContent("TN 14 RQ 5560"));
  });

  it("shows the same on my day as on the job's page, also what was answered while the day was not on screen", async () => {
    const plain = { photo: false, reading: null, second_person: false };
    const document = sheet();
    document.steps = document.steps.map((one) => ({ ...one, needs: plain }));
    const after = { ...document.job, version: 10, current: { ...document.job.current!, step_id: "s5", name: "Thermal scan", number: 5 } };
    const steps4 = [changed("s4", { version: 4, status: "done", allowed_actions: [] }), changed("s5", { version: 2, status: "in_progress", technician: ME, running_since: ago(0), needs: plain, allowed_actions: [offer("complete")] })];
    api.on("GET /api/technicians/queue", { body: queue() });
    api.on(verb("s4", "complete"), { body: { job: after, steps: steps4 } });
    await open(document);
    await press("Done, next: Thermal scan");
    await until(() => expect(intents.get()).toEqual([]));
    network(false);
    const row = () => screen.getByRole("link", { name: /TN 09 BX 4471/ });
    await press("Back to my day");
    expect(row()).toHaveTextContent("Step 5 of 7: Thermal scan");
    await userEvent.click(row());
    await press("Done, next: Balance check");
    await press("Back to my day");
    expect(row()).toHaveTextContent("Step 6 of 7: Balance check");
    expect(row()).toHaveTextContent("1 to send");
    expect(within(row()).getByRole("progressbar", { name: "5 of 7 steps done" })).toBeInTheDocument();
  });
});
