/** Finding a centre: the list that came with the page is there at once, and the map shares the chosen one with it. */
import { cleanup, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { enter, leave } from "@/api/session";
import BookArea from "@/app/areas/book";
import { changeLocale, needMessages } from "@/lib/i18n";
import { Route, Routes } from "@/lib/router";
import { cache } from "@/live/cache";
import { openCenter } from "./booking";
import { FakeApi, signedIn } from "./fakeApi";
import { draw } from "./screen";

const LIST = "GET /api/public/service-centers";
const found = (id: string, name: string, more: object = {}) => ({ ...openCenter(), id, name, distance_km: null, serves: null, categories: ["brakes"], services: [], latitude: "13.08", longitude: "80.21", ...more });
const page = (...results: unknown[]) => ({ body: { results, next: null, previous: null } });
const two = () => [found("c1", "Anna Nagar"), found("c2", "Velachery", { latitude: "12.98" })];
const MAP = { tiles: "https://tiles.example/{z}/{x}/{y}.png", attribution: "© <b>Tiles</b>" };

let api: FakeApi;
let wide = false;
function came(with_: object): void {
  document.head.innerHTML = `<script type="application/json" id="first-data">${JSON.stringify(with_).replaceAll("<", "\\u003c")}</script>`;
}
beforeEach(async () => {
  await needMessages("common", "book", "find", "forms");
  await changeLocale("en");
  wide = false;
  vi.stubGlobal("matchMedia", (query: string) => ({ matches: wide && query.includes("64rem"), addEventListener() {}, removeEventListener() {} }));
  vi.stubGlobal("ResizeObserver", class { observe() {} disconnect() {} });
  for (const side of ["clientWidth", "clientHeight"]) vi.spyOn(HTMLElement.prototype, side as "clientWidth", "get").mockReturnValue(600);
  Element.prototype.scrollIntoView = () => undefined;
  localStorage.clear();
  api = new FakeApi();
});
afterEach(() => {
  cleanup();
  leave();
  cache.clear();
  document.head.innerHTML = "";
});
const at = (path: string) => {
  history.replaceState(null, "", path);
  return draw(<Routes><Route path="book/*" element={<BookArea />} /></Routes>);
};
const rows = async () => within(await screen.findByRole("list", { name: "Workshops" })).getAllByRole("listitem").map((row) => row.querySelector(".text-lg")?.textContent);

// The page's data is read once a page: each case is a page of its own, in this order.
describe("the page's first data", () => {
  it("is on screen before the server answers, is read again, and gives way to what is there now", async () => {
    came({ centers: two(), map: MAP, center: openCenter() });
    let answer: (reply: { body: object }) => void = () => undefined;
    api.on(LIST, () => new Promise((resolve) => (answer = resolve)));
    at("/book?all");
    expect(await rows()).toEqual(["Anna Nagar", "Velachery"]);
    await waitFor(() => expect(api.of(LIST)).toHaveLength(1));
    answer(page(found("c3", "Guindy")));
    await waitFor(async () => expect(await rows()).toEqual(["Guindy"]));
  });

  it("is not for who is signed in: their list begins elsewhere", async () => {
    enter(signedIn());
    api.on("GET /api/users/profile", { body: { preferred_service_center_id: null } });
    api.on(LIST, page(found("c2", "Velachery"), found("c1", "Anna Nagar")));
    at("/book?all");
    expect(await rows()).toEqual(["Velachery", "Anna Nagar"]);
  });

  it("holds the centre of the address, so that its first step is there at once", async () => {
    api.on("GET /api/public/service-centers/c1", "unreachable");
    at("/book/c1");
    expect(await screen.findByRole("heading", { name: "What can we do for you?" })).toBeVisible();
  });

  it("goes on to a centre that the address names, and stays with a strange one", async () => {
    api.on(LIST, page(...two()));
    at("/book?center=nonsense");
    expect(await rows()).toEqual(["Anna Nagar", "Velachery"]);
    history.replaceState(null, "", "/");
    cache.clear();
    at("/book?center=c2");
    await waitFor(() => expect(location.pathname).toBe("/book/c2"));
  });
});

describe("a search", () => {
  it("goes into the address, so that a reload and a shared link keep it", async () => {
    api.on(LIST, page(...two()));
    at("/book?all");
    await userEvent.type(await screen.findByRole("searchbox", { name: "City, postcode or name" }), " 636 001 {Enter}");
    await waitFor(() => expect(location.search).toBe("?q=636+001"));
    cleanup();
    cache.clear();
    api.on(LIST, page());
    at("/book?q=Kovai");
    expect(await screen.findByRole("heading", { name: "Nothing found for “Kovai”" })).toBeVisible();
    expect(screen.getByRole("searchbox")).toHaveValue("Kovai");
    await userEvent.click(screen.getByRole("button", { name: "See all workshops" }));
    expect(location.search).toBe("?all");
    expect(screen.getByRole("searchbox")).toHaveValue("");
  });
});

describe("the map", () => {
  const mark = (name: string) => screen.findByRole("button", { name });

  it("comes when it is asked for, with its owner named in plain text", async () => {
    api.on(LIST, page(...two()));
    at("/book?all");
    await rows();
    expect(screen.queryByRole("region", { name: "Map of workshops" })).toBeNull();
    await userEvent.click(screen.getByRole("button", { name: "Show on a map" }));
    const map = await screen.findByRole("region", { name: "Map of workshops" });
    expect(await within(map).findByText("© <b>Tiles</b>")).toBeVisible();
    expect(map.querySelector("img.leaflet-tile")).toHaveAttribute("src", expect.stringMatching(/^https:\/\/tiles\.example\/\d+\/\d+\/\d+\.png$/));
    await userEvent.click(screen.getByRole("button", { name: "Hide the map" }));
    expect(screen.queryByRole("region", { name: "Map of workshops" })).toBeNull();
  });

  it("shares the chosen centre with the list, both ways and by keyboard", async () => {
    wide = true;
    api.on(LIST, page(...two()));
    at("/book?all");
    const second = await mark("Velachery");
    second.focus();
    await userEvent.keyboard("{Enter}");
    const row = screen.getByRole("link", { name: /Velachery/ });
    expect(row).toHaveFocus();
    expect(second).toHaveAttribute("aria-pressed", "true");
    screen.getByRole("link", { name: /^Anna Nagar/ }).focus();
    await waitFor(() => expect(second).toHaveAttribute("aria-pressed", "false"));
    expect(await mark("Anna Nagar")).toHaveAttribute("aria-pressed", "true");
  });

  it("leaves out a centre that has no position, and the list does not", async () => {
    wide = true;
    api.on(LIST, page(...two(), found("c4", "Nowhere", { latitude: null, longitude: null })));
    at("/book?all");
    expect(await screen.findByRole("link", { name: /^Nowhere/ })).toBeVisible();
    expect(await mark("Velachery")).toBeVisible();
    expect(screen.queryByRole("button", { name: "Nowhere" })).toBeNull();
  });
});
