import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it } from "vitest";
import { safeReturn } from "@/app/home";
import { matchPath, resolvePath } from "@/lib/paths";
import { Link, Navigate, NavLink, Route, Routes, useNavigate, useParams, useSearchParams } from "@/lib/router";

describe("a pattern", () => {
  it.each([
    ["/", "sign-in", "/sign-in", {}, "/"],
    ["/", "v/:token", "/v/a%20b", { token: "a b" }, "/"],
    ["/", "day/*", "/day", { "*": "" }, "/day"],
    ["/", "day/*", "/day/jobs/j1", { "*": "jobs/j1" }, "/day"],
    ["/day", "jobs/:id", "/day/jobs/j1", { id: "j1" }, "/day"],
    ["/day", "", "/day/", {}, "/day"],
    ["/", "*", "/no/where", { "*": "no/where" }, "/"],
  ])("below %s, %s takes %s", (base, pattern, path, params, inside) => {
    expect(matchPath(base, pattern, path)).toEqual({ params, base: inside });
  });

  it.each([
    ["/", "sign-in", "/sign-in/x"],
    ["/", "day/*", "/days"],
    ["/day", "jobs/:id", "/day/jobs"],
    ["/day", "jobs/:id", "/board/jobs/j1"],
  ])("below %s, %s leaves %s", (base, pattern, path) => {
    expect(matchPath(base, pattern, path)).toBeNull();
  });

  it.each([
    ["/board", "/floor?x=1", "/floor?x=1"],
    ["/board", "jobs/1", "/board/jobs/1"],
    ["/board/jobs", "..", "/board"],
    ["/board", "?tab=parts", "/board?tab=parts"],
    ["/", ".", "/"],
  ])("from %s, %s leads to %s", (base, to, path) => {
    expect(resolvePath(base, to)).toBe(path);
  });
});

function Inner() {
  const { id, area } = useParams();
  const [query, setQuery] = useSearchParams();
  const go = useNavigate();
  return (
    <>
      <p>job {id} of {area} tab {query.get("tab") ?? "none"}</p>
      <button onClick={() => setQuery({ tab: "parts" })}>parts</button>
      <button onClick={() => go("..")}>up</button>
    </>
  );
}

function Site() {
  return (
    <>
      <NavLink to="/board" className={({ isActive }) => (isActive ? "on" : "off")}>board</NavLink>
      <Routes>
        <Route index element={<p>home</p>} />
        <Route path=":area/*" element={<Routes><Route index element={<Link to="jobs/7">open</Link>} /><Route path="jobs/:id" element={<Inner />} /></Routes>} />
        <Route path="old/place" element={<Navigate to="/board" replace />} />
      </Routes>
    </>
  );
}

describe("the router", () => {
  beforeEach(() => history.replaceState(null, "", "/"));

  it("draws what the address says, inside and out, and goes back", async () => {
    render(<Site />);
    expect(screen.getByText("home")).toBeInTheDocument();
    expect(screen.getByText("board")).toHaveClass("off");
    await userEvent.click(screen.getByText("board"));
    expect(screen.getByText("board")).toHaveClass("on");
    expect(screen.getByText("board")).toHaveAttribute("aria-current", "page");
    await userEvent.click(screen.getByText("open"));
    expect(screen.getByText("job 7 of board tab none")).toBeInTheDocument();
    await userEvent.click(screen.getByText("parts"));
    expect(location.pathname + location.search).toBe("/board/jobs/7?tab=parts");
    history.back();
    expect(await screen.findByText("job 7 of board tab none")).toBeInTheDocument();
  });

  it("leaves a click for a new tab to the browser", async () => {
    render(<Site />);
    screen.getByText("board").addEventListener("click", (event) => event.preventDefault());
    await userEvent.keyboard("{Control>}");
    await userEvent.click(screen.getByText("board"));
    expect(location.pathname).toBe("/");
  });
});

it.each([
  ["/board?x=1", "/board?x=1"],
  ["//evil.example", null],
  ["/\\evil.example", null],
  ["https://evil.example", null],
  ["/sign-in?next=/sign-in", null],
  [null, null],
])("after a sign-in %s leads to %s", (asked, path) => {
  expect(safeReturn(asked)).toBe(path);
});
