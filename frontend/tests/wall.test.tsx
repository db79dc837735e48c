/** What the wall makes of a floor document. */
import { cleanup, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { FloorDocument } from "@/api/documents";
import type { WallJob } from "@/api/things";
import { BayTile } from "@/features/floor/components/BayTile";
import { Elsewhere } from "@/features/floor/components/Elsewhere";
import { sharedWords, wallOf } from "@/features/floor/model/wall";
import { needMessages } from "@/lib/i18n";
import { draw } from "./screen";

const NOW = Date.parse("2026-11-20T08:22:00Z");

function job(id: string, more: Partial<WallJob>): WallJob {
  return {
    id,
    version: 1,
    number: `ANN-J${id}`,
    stage: "in_progress",
    state: "progress",
    bay: { id: "bay1", name: "1" },
    window: { from: "2026-11-20T09:00:00Z", to: "2026-11-20T09:30:00Z" },
    current: null,
    progress: { done: 2, total: 6, minutes_left: 30 },
    holds: [],
    technicians: [],
    vehicle: { plate: `TN 0${id}` },
    ...more,
  } as WallJob;
}

function floor(jobs: WallJob[]): FloorDocument {
  return {
    topic: "center.c.floor",
    seq: 1,
    center: { id: "c", zone: "Asia/Kolkata" },
    bays: [
      { id: "bay2", version: 1, name: "2", position: 2, kind: "ev" },
      { id: "bay1", version: 1, name: "1", position: 1, kind: "general" },
    ],
    jobs,
    appointments: [
      { id: "a2", scheduled_start: "2026-11-20T10:00:00Z", bay: { id: "bay2", name: "2" } },
      { id: "a1", scheduled_start: "2026-11-20T09:00:00Z", bay: { id: "bay2", name: "2" } },
    ],
  } as unknown as FloorDocument;
}

describe("the wall", () => {
  it("puts the vehicle that is worked on into its bay's tile, the others of that bay beside", () => {
    const wall = wallOf(floor([job("1", { stage: "received", state: "queued" }), job("2", {})]), NOW);
    expect(wall.tiles.map((tile) => [tile.bay.name, tile.card?.job.id])).toEqual([["1", "2"], ["2", undefined]]);
    expect(wall.elsewhere.map((card) => card.job.id)).toEqual(["1"]);
  });

  it("paints a card past its window as late, and counts it", () => {
    const past = { from: "2026-11-20T08:00:00Z", to: "2026-11-20T08:10:00Z" } as WallJob["window"];
    const wall = wallOf(floor([job("1", { window: past })]), NOW);
    expect(wall.tiles[0]?.card).toMatchObject({ state: "blocked", late: 12 });
    expect(wall.late).toBe(1);
  });

  it("names who comes next to a bay and to the centre, by time", () => {
    const wall = wallOf(floor([]), NOW);
    expect(wall.tiles[1]?.next?.id).toBe("a1");
    expect(wall.next?.id).toBe("a1");
  });

  it("calls a pause a pause, and counts as in progress what it calls so", () => {
    const at = (status: string) => ({ status, number: 4, of: 5, estimate: 10, clocked: 60, running_since: null }) as WallJob["current"];
    const wall = wallOf(floor([job("1", { current: at("paused") }), job("2", { bay: null, current: at("pending") }), job("3", { bay: null, stage: "diagnosis", current: at("in_progress") })]), NOW);
    expect(wall.tiles[0]?.card).toMatchObject({ state: "waiting", said: "paused" });
    expect(wall.working).toBe(1);
  });

  it("leaves out the words that all bays begin with", () => {
    expect(sharedWords(["Bay 1", "Bay 2"])).toBe("Bay ");
    expect(sharedWords(["Lift", "Lift 2"])).toBe("");
    expect(sharedWords(["EV bay", "Tyre bay"])).toBe("");
    expect(sharedWords(["Bay 1"])).toBe("");
  });

  it("takes a vehicle that is ready out of its bay", () => {
    const wall = wallOf(floor([job("1", { stage: "ready_for_pickup", state: "done" })]), NOW);
    expect(wall.tiles[0]?.card).toBeNull();
    expect(wall.elsewhere).toHaveLength(1);
    expect(wall.onSite).toBe(1);
  });
});

describe("a bay's tile", () => {
  const tileOf = (jobs: WallJob[], bay = 0) => draw(<BayTile tile={wallOf(floor(jobs), NOW).tiles[bay]!} />).container;
  beforeEach(() => needMessages("common", "crew", "floor"));
  afterEach(cleanup);

  it("says of its minutes what they are", () => {
    expect(tileOf([job("1", {})])).toHaveTextContent("1In progress30 min work left");
    const past = { from: "2026-11-20T08:00:00Z", to: "2026-11-20T08:10:00Z" } as WallJob["window"];
    expect(tileOf([job("1", { window: past })])).toHaveTextContent("1Late12 min over");
    expect(tileOf([job("1", { progress: { done: 6, total: 6, minutes_left: 0 } })])).not.toHaveTextContent("min");
  });

  it("says what the work waits for, since when, and for whom", () => {
    const hold = { kind: "parts" as const, reason: "", since: "2026-11-20T08:00:00Z" };
    const technicians = [{ id: "t", name: "Priya Subramanian", initials: "PS" }];
    expect(tileOf([job("1", { state: "blocked", holds: [hold], technicians })])).toHaveTextContent("1Waiting for parts30 min work leftTN 01ready by 15:00Priya Subramaniansince 13:30");
    cleanup();
    const past = { from: "2026-11-20T08:00:00Z", to: "2026-11-20T08:10:00Z" } as WallJob["window"];
    expect(tileOf([job("1", { state: "blocked", window: past, holds: [hold] })])).toHaveTextContent("1Late12 min overTN 01ready by 13:40Waiting for parts since 13:30");
  });

  it("says once that it is free, and who comes next", () => {
    expect(tileOf([])).toHaveTextContent(/^1Free$/);
    const later = floor([]);
    later.appointments[1] = { ...later.appointments[1]!, vehicle: { plate: "TN 04" }, services: [] } as unknown as FloorDocument["appointments"][number];
    cleanup();
    draw(<BayTile tile={wallOf(later, NOW).tiles[1]!} />);
    expect(screen.getByRole("region", { name: "2" })).toHaveTextContent("2FreeComes nextTN 04arrives 14:30");
  });
});

describe("the vehicles in no bay", () => {
  const past = { from: "2026-11-20T08:00:00Z", to: "2026-11-20T08:10:00Z" } as WallJob["window"];
  const outside = (id: string, more: Partial<WallJob> = {}) => job(id, { bay: null, stage: "queued", state: "queued", ...more });
  const shown = () => screen.getAllByRole("listitem").map((item) => item.textContent);
  beforeEach(() => needMessages("common", "crew", "floor"));
  afterEach(cleanup);

  it("names the late ones first", () => {
    const { elsewhere } = wallOf(floor([outside("1"), outside("2"), outside("3", { window: past })]), NOW);
    draw(<Elsewhere cards={elsewhere} />);
    expect(shown().map((text) => text!.slice(0, 5))).toEqual(["TN 03", "TN 01", "TN 02"]);
    expect(shown()[0]).toContain("Late");
  });

  it("says what one of them waits for, in the tile's words", () => {
    const hold = { kind: "parts" as const, reason: "", since: "2026-11-20T08:00:00Z" };
    draw(<Elsewhere cards={wallOf(floor([outside("1", { state: "blocked", holds: [hold] })]), NOW).elsewhere} />);
    expect(shown()).toEqual(["TN 01Waiting for parts"]);
  });

  it("names as many as fit, and says how many more there are", () => {
    const { elsewhere } = wallOf(floor(["1", "2", "3", "4", "5", "6"].map((id) => outside(id))), NOW);
    draw(<Elsewhere cards={elsewhere} />);
    expect(shown()).toHaveLength(5);
    expect(shown()[4]).toBe("+2 more");
  });
});
