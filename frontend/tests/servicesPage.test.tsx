/** What administrators do with what their centre sells: the list says what is lacking, the form keeps what is typed. */
import { cleanup, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { leave } from "@/api/session";
import type { SoldService } from "@/features/centers/api/services";
import { serviceOf, shelvesOf } from "@/features/centers/model/services";
import { BaysPage } from "@/features/centers/pages/BaysPage";
import { NewServicePage } from "@/features/centers/pages/NewServicePage";
import { ServicePage } from "@/features/centers/pages/ServicePage";
import { ServicesPage } from "@/features/centers/pages/ServicesPage";
import { Route, Routes } from "@/lib/router";
import { cache } from "@/live/cache";
import { toasts } from "@/ui/toasts";
import { administration, CENTER, press, show, stale } from "./centerThings";
import { type FakeApi } from "./fakeApi";

const LIST = `${CENTER}/services`;
const sold = (more: object = {}) => ({
  id: "s1", version: 2, center_id: "c1", name: "Brake fluid", description: "", category: "brakes", kind: "service", base_price: { amount: "1499.00", currency: "INR" }, estimated_duration: 60,
  vehicle_kinds: [], skills: [], bay_kind: "", is_active: true, tools: [], buffer_before: 0, buffer_after: 0, wait_from: null, wait_until: null, lacks: [], ...more,
});
const step = (name: string, estimate: number, more: object = {}) => ({
  name, estimate, outside_name: "", instructions: "", mandatory: true, safety: false, needs_photo: false, needs_second_person: false, reading_label: "", reading_unit: "", reading_min: null, reading_max: null, ...more,
});
const sheet = (more: object = {}) => ({ ...sold(), progress_text: "", steps: [step("Drain", 20), step("Fill", 40, { needs_photo: true })], points: [], ...more });

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

const open = async (more: object = {}) => {
  history.replaceState(null, "", "/admin/centre/services/s1");
  api.on("GET /api/admin/services/s1", { body: sheet(more) });
  show(<Routes><Route path="admin/centre/services/:id" element={<ServicePage />} /></Routes>);
  await screen.findByRole("form", { name: "Brake fluid" });
};
const field = (name: string | RegExp) => screen.getByLabelText(name);

describe("the list", () => {
  it("stands by category, says what is lacking in the server's words, and keeps what is not offered at the end", async () => {
    api.on(`GET ${LIST}`, {
      body: [
        sold({ id: "s2", name: "Battery", category: "battery", skills: ["hv_safety"], lacks: [{ code: "skill", text: "No technician here has learnt “hv_safety”." }] }),
        sold({ id: "s3", name: "Wax", category: "care", is_active: false }),
        sold(),
      ],
    });
    show(<ServicesPage />);
    const links = await screen.findAllByRole("link", { name: /Battery|Brake fluid|Wax/ });
    expect(links.map((one) => one.textContent)).toEqual(["Battery", "Brake fluid", "Wax"]);
    expect(screen.getByText("No technician here has learnt “hv_safety”.", { exact: false })).toHaveTextContent("Never free to book.");
    expect(within(links[1]!.closest("li")!).getByText("₹1,499")).toBeVisible();
    expect(screen.getByText("Not offered")).toBeVisible();
  });

  it("says what to do where nothing is sold", async () => {
    show(<ServicesPage />);
    expect(await screen.findByText("Nothing is sold yet")).toBeVisible();
    expect(screen.getByRole("link", { name: "Add service" })).toHaveAttribute("href", "/admin/centre/services/new");
  });

  it("is by category in the order of the server", () => {
    const rows = [sold({ id: "a", category: "x" }), sold({ id: "b", category: "x", is_active: false }), sold({ id: "c", category: "y" })] as unknown as SoldService[];
    const { offered, others } = shelvesOf(rows);
    expect(offered.map(([category, held]) => [category, held.map((one) => one.id)])).toEqual([["x", ["a"]], ["y", ["c"]]]);
    expect(others.map((one) => one.id)).toEqual(["b"]);
  });
});

describe("a new service", () => {
  it("needs a name, a price, a category and minutes; its one step is called as it is", async () => {
    api.on(`POST ${LIST}`, { status: 201, body: sheet({ name: "Wash" }) });
    show(<NewServicePage />);
    await userEvent.type(await screen.findByLabelText("Name", { selector: "[name=name]" }), "Wash");
    await press("Add service");
    expect(field("Price")).toHaveFocus();
    expect(api.of(`POST ${LIST}`)).toHaveLength(0);
    await userEvent.type(field("Price"), "300");
    await userEvent.type(field("Category"), "care");
    await userEvent.type(field("Minutes"), "20");
    expect(screen.getByText("Together 20 min")).toBeVisible();
    await press("Add service");
    expect(await screen.findByText("Wash is offered now")).toBeVisible();
    expect(api.of(`POST ${LIST}`)[0]!.body).toMatchObject({
      name: "Wash", base_price: "300", category: "care", kind: "service", steps: [{ name: "Wash", estimate: 20, mandatory: true, safety: false }], points: [], skills: [], wait_from: null,
    });
  });

  it("keeps what was typed, and unfolds the part in which a field is refused", async () => {
    api.on(`POST ${LIST}`, { status: 400, body: { code: "service_invalid", detail: "This service is not complete yet.", fields: { wait_until: ["A wait begins after the work does and ends before the work does."] } } });
    show(<NewServicePage />);
    await userEvent.type(await screen.findByLabelText("Name", { selector: "[name=name]" }), "Wash");
    await userEvent.type(field("Price"), "300");
    await userEvent.type(field("Category"), "care");
    await userEvent.type(field("Minutes"), "20");
    const until = field("Waits until minute");
    expect(until).not.toBeVisible();
    await press("Add service");
    expect(await screen.findByText("A wait begins after the work does and ends before the work does.")).toBeVisible();
    expect(until).toBeVisible();
    await waitFor(() => expect(until).toHaveFocus());
    expect(screen.getByLabelText("Name", { selector: "[name=name]" })).toHaveValue("Wash");
  });

  it("suggests the skills that people here have", async () => {
    show(<NewServicePage />);
    await userEvent.click(await screen.findByText("What it takes"));
    await userEvent.click(await screen.findByRole("button", { name: "Add brakes" }));
    expect(field("Skills")).toHaveValue("brakes");
    expect(screen.queryByRole("button", { name: "Add brakes" })).toBeNull();
  });
});

describe("a service that is changed", () => {
  it("sends the steps in the order in which they stand, with the version seen", async () => {
    api.on("PUT /api/admin/services/s1", { body: sheet({ version: 3 }) });
    await open();
    await press("Move Step 2 up");
    expect(screen.getByRole("button", { name: "Move Step 1 down" })).toHaveFocus();
    await press("Add step");
    await userEvent.type(field("Step 3"), "Test drive");
    await userEvent.type(screen.getAllByLabelText("Minutes")[2]!, "5");
    await press("Save");
    expect(await screen.findByText("Saved")).toBeVisible();
    const sent = api.of("PUT /api/admin/services/s1")[0]!.body as { steps: { name: string; needs_photo: boolean }[] };
    expect(sent).toMatchObject({ version: 2, is_active: true, base_price: "1499.00" });
    expect(sent.steps.map((one) => [one.name, one.needs_photo])).toEqual([["Fill", true], ["Drain", false], ["Test drive", false]]);
  });

  it("says at the right step what is wrong with it", async () => {
    api.on("PUT /api/admin/services/s1", { status: 400, body: { code: "service_invalid", detail: "?", fields: { "steps.1.estimate": ["A step takes 1 to 1440 minutes."] } } });
    await open();
    await press("Save");
    expect(await screen.findByText("A step takes 1 to 1440 minutes.")).toBeVisible();
    expect(screen.getAllByLabelText("Minutes")[1]).toHaveFocus();
  });

  it("says who was first and keeps what was typed", async () => {
    api.on("PUT /api/admin/services/s1", stale);
    await open();
    await userEvent.clear(field("Price"));
    await userEvent.type(field("Price"), "1650");
    await press("Save");
    expect(await screen.findByText(/Admin A\. was first/)).toBeVisible();
    expect(field("Price")).toHaveValue(1650);
  });

  it("says what is lacking, and is not offered any more once that is unticked", async () => {
    api.on("PUT /api/admin/services/s1", { body: sheet({ version: 3, is_active: false }) });
    await open({ lacks: [{ code: "bay", text: "No bay is in use." }] });
    expect(screen.getByText("No bay is in use.", { exact: false })).toBeVisible();
    await userEvent.click(screen.getByRole("checkbox", { name: /Customers find and book it/ }));
    await press("Save");
    await waitFor(() => expect(api.of("PUT /api/admin/services/s1")[0]!.body).toMatchObject({ is_active: false }));
  });
});

it("asks for nothing that is not said", () => {
  expect(serviceOf({ name: "Wash", "steps.0.name": "A", "steps.1.name": "", "points.0.name": "Tyres", "points.0.minimum": "1.6" })).toMatchObject({
    base_price: "", steps: [{ name: "A", estimate: 0, mandatory: false }, { name: "" }], points: [{ name: "Tyres", unit: "", minimum: "1.6", maximum: null }], buffer_before: 0, wait_until: null,
  });
});

it("suggests beside a bay what services ask for", async () => {
  api.on(`GET ${LIST}`, { body: [sold({ bay_kind: "wash" })] });
  show(<BaysPage />);
  await userEvent.click(await screen.findByRole("button", { name: "Add bay" }));
  await waitFor(() => expect([...document.querySelectorAll("datalist option")].map((one) => one.getAttribute("value"))).toEqual(["general", "wash"]));
  await userEvent.click(screen.getByRole("button", { name: "Add lift" }));
  expect(field("Equipment")).toHaveValue("lift");
});
