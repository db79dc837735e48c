import { describe, expect, it } from "vitest";
import type { Slot } from "@/api/things";
import { addressOf, daysOf, shownBy } from "@/features/calendar/model/address";
import { axisOf, dayIn, hoursOn, MINUTE, minutesBetween, snap, without } from "@/features/calendar/model/day";
import { loadOf, shareOf, skillLoads } from "@/features/calendar/model/load";
import { markOf } from "@/features/calendar/model/mark";
import { moveTo, targetOf } from "@/features/calendar/model/move";
import { skillName } from "@/lib/skills";
import { neighbour } from "@/features/calendar/model/neighbour";
import { columnsOf, placesOf, standing } from "@/features/calendar/model/plan";
import { shadesOf } from "@/features/calendar/model/shades";
import { columnAt, lengthTo, momentAt, startAt, type Grid } from "@/features/calendar/model/spot";
import { trayOf } from "@/features/calendar/model/tray";
import { dayStart } from "@/lib/days";
import { clockTime } from "@/lib/zone";
import { calendar, slot, TECHNICIANS } from "./calendarThings";
import { job } from "./things";

const ZONE = "Asia/Kolkata";
const DATE = "2026-11-20";
const day = dayIn(ZONE, DATE);
/** A moment of the day on the workshop's clock. */
const at = (time: string, date = DATE): number => Date.parse(`${date}T${time}:00+05:30`);
const visit = (id: string, from: string, to: string, more: Partial<Slot> = {}): Slot => slot({ id, scheduled_start: new Date(at(from)).toISOString(), scheduled_end: new Date(at(to)).toISOString(), ...more });
const placed = (visits: Slot[]) => placesOf(visits, "bays", axisOf(day, []));
const lanes = (visits: Slot[]) => Object.fromEntries(placed(visits).map((place) => [place.key, `${place.lane}/${place.lanes}`]));

describe("a day", () => {
  it("has the hours that pass: 23 and 25 when the clocks change", () => {
    const hours = (zone: string, date: string) => minutesBetween(dayIn(zone, date).start, dayIn(zone, date).end) / 60;
    expect(hours("Europe/Paris", "2026-03-29")).toBe(23);
    expect(hours("Europe/Paris", "2026-10-25")).toBe(25);
    expect(hours(ZONE, DATE)).toBe(24);
    expect(new Date(dayStart("Africa/Cairo", "2026-04-24")).toISOString()).toBe("2026-04-23T22:00:00.000Z");
  });

  it("names the missing hour nowhere and the doubled one twice", () => {
    const named = (date: string) => {
      const { start, end } = dayIn("Europe/Paris", date);
      return hoursOn({ from: start, to: end - 60 * MINUTE }).map((hour) => clockTime(hour, "Europe/Paris", "en"));
    };
    expect(named("2026-03-29").slice(0, 4)).toEqual(["00:00", "01:00", "03:00", "04:00"]);
    expect(named("2026-10-25").slice(1, 5)).toEqual(["01:00", "02:00", "02:00", "03:00"]);
  });

  it("is drawn for the hours that are open or taken, and one more", () => {
    const axis = axisOf(day, [{ from: at("08:30"), to: at("18:30") }, { from: at("19:15"), to: at("20:00") }]);
    expect([clockTime(axis.from, ZONE, "en"), clockTime(axis.to, ZONE, "en")]).toEqual(["08:00", "21:00"]);
    expect(minutesBetween(axisOf(day, []).from, axisOf(day, []).to)).toBe(12 * 60);
  });

  it("snaps to steps of the workshop's clock, on the day of a clock change too", () => {
    expect(snap(at("10:08"), 15, day)).toBe(at("10:15"));
    const paris = dayIn("Europe/Paris", "2026-03-29");
    expect(clockTime(snap(Date.parse("2026-03-29T10:07:00+02:00"), 30, paris), "Europe/Paris", "en")).toBe("10:00");
  });

  it("is what is left when others are cut out", () => {
    expect(without({ from: 0, to: 10 }, [{ from: 8, to: 12 }, { from: 2, to: 4 }])).toEqual([{ from: 0, to: 2 }, { from: 4, to: 8 }]);
    expect(without({ from: 0, to: 10 }, [{ from: -1, to: 11 }])).toEqual([]);
  });
});

describe("places", () => {
  it("are side by side where visits overlap, and whole again after", () => {
    expect(lanes([visit("a", "09:00", "11:00"), visit("b", "10:00", "12:00"), visit("c", "11:00", "13:00"), visit("d", "13:00", "14:00")])).toEqual({ a: "0/2", b: "1/2", c: "0/2", d: "0/1" });
  });

  it("keep visits apart that are too short to be drawn in their time", () => {
    expect(lanes([visit("a", "09:00", "09:05"), visit("b", "09:10", "10:00")])).toEqual({ a: "0/2", b: "1/2" });
  });

  it("show of a visit over midnight only its part of the day, on both days", () => {
    const night = slot({ id: "n", scheduled_start: new Date(at("22:00")).toISOString(), scheduled_end: new Date(at("02:00", "2026-11-21")).toISOString() });
    const next = dayIn(ZONE, "2026-11-21");
    const on = (which: typeof day) => placesOf(standing(calendar({ appointments: [night] }), which), "bays", axisOf(which, [{ from: at("22:00"), to: at("02:00", "2026-11-21") }]));
    expect(on(day)).toMatchObject([{ from: at("22:00"), to: day.end }]);
    expect(on(next)).toMatchObject([{ from: next.start, to: at("02:00", "2026-11-21") }]);
  });

  it("are for what takes time; a bay that is gone keeps its visits", () => {
    const old = { id: "b9", name: "Old bay" };
    const appointments = [visit("a", "09:00", "10:00", { bay: old }), visit("r", "09:00", "10:00", { status: "requested" }), visit("x", "09:00", "10:00", { status: "cancelled" })];
    const visits = standing(calendar({ appointments }), day);
    expect(visits.map((one) => one.id)).toEqual(["a"]);
    expect(columnsOf(calendar(), "bays", visits).map((column) => column.name)).toEqual(["Bay 1", "Bay 2", "Old bay"]);
  });

  it("lead on by arrows: along the column, and to the nearest in time beside it", () => {
    const other = { bay: { id: "b2", name: "Bay 2" } };
    const visits = [visit("a", "09:00", "10:00"), visit("b", "14:00", "15:00"), visit("c", "08:30", "09:00", other), visit("d", "13:30", "15:00", other)];
    const columns = columnsOf(calendar(), "bays", visits);
    const go = (key: string | null, arrow: string) => neighbour(placed(visits), columns, key, arrow);
    expect([go("a", "ArrowDown"), go("b", "ArrowDown"), go("b", "ArrowRight"), go("d", "ArrowLeft"), go("c", "ArrowLeft"), go(null, "")]).toEqual(["b", "b", "d", "b", "a", "a"]);
  });
});

describe("shades and load", () => {
  const priya = { ...TECHNICIANS[0]!, breaks: [{ start: new Date(at("13:00")).toISOString(), end: new Date(at("13:30")).toISOString() }], work: [{ start: new Date(at("08:30")).toISOString(), end: new Date(at("14:30")).toISOString() }] };
  const held = calendar({ technicians: [priya, TECHNICIANS[1]!] });

  it("say why: closed, off shift, break", () => {
    const [column] = columnsOf(held, "technicians", []);
    const shades = shadesOf(held, column!, axisOf(day, [{ from: at("08:30"), to: at("18:30") }]));
    expect(shades.map(({ why, from, to }) => [why, clockTime(from, ZONE, "en"), clockTime(to, ZONE, "en")])).toEqual([["closed", "08:00", "08:30"], ["closed", "18:30", "19:00"], ["off", "14:30", "18:30"], ["break", "13:00", "13:30"]]);
  });

  it("tell who is away from who is off shift, and a bay out of use from a closed centre", () => {
    const span = (from: string, to: string) => ({ start: new Date(at(from)).toISOString(), end: new Date(at(to)).toISOString() });
    const ill = calendar({ technicians: [{ ...TECHNICIANS[0]!, work: [], breaks: [], away: [span("08:00", "12:00")] }, TECHNICIANS[1]!] });
    const [column] = columnsOf(ill, "technicians", []);
    const shades = shadesOf(ill, column!, axisOf(day, [{ from: at("08:30"), to: at("18:30") }]));
    expect(shades.map(({ why, from, to }) => [why, clockTime(from, ZONE, "en"), clockTime(to, ZONE, "en")])).toEqual(expect.arrayContaining([["away", "08:30", "12:00"], ["off", "12:00", "18:30"]]));
    expect(loadOf(column!, "technicians", [], ill, day).idle).toBe("away");
    const there = visit("a", "09:00", "11:00", { bay: { id: "b9", name: "Bay 9" } });
    const unused = columnsOf(calendar(), "bays", [there]).at(-1)!;
    expect(loadOf(unused, "bays", [there], calendar(), day).idle).toBe("unused");
    expect(shadesOf(calendar(), unused, axisOf(day, []))).toContainEqual(expect.objectContaining({ why: "unused" }));
  });

  it("count booked minutes of those worked, without breaks, and every visit counted", () => {
    const visits = [visit("a", "09:00", "11:00"), visit("b", "11:00", "11:45")];
    const [column] = columnsOf(held, "technicians", visits);
    expect(loadOf(column!, "technicians", visits, calendar(), day)).toEqual({ booked: 165, working: 330, idle: null, visits });
    expect(skillLoads(held, visits, day).map(({ skill, booked, working }) => [skill, booked, working])).toEqual([["hv_safety", 165, 330], ["brakes", 165, 930]]);
    expect(shareOf({ booked: 10, working: 0, idle: "off", visits })).toBe(Number.POSITIVE_INFINITY);
  });

  it("say why nothing is worked: the centre is closed, one is off shift, nobody of a skill is there", () => {
    const off = calendar({ technicians: [{ ...priya, work: [], breaks: [] }, TECHNICIANS[1]!] });
    const [column] = columnsOf(off, "technicians", []);
    expect(loadOf(column!, "technicians", [], off, day).idle).toBe("off");
    expect(skillLoads(off, [], day).map(({ skill, idle }) => [skill, idle])).toEqual([["brakes", null], ["hv_safety", "nobody"]]);
    const closed = calendar({ opening: [], technicians: off.technicians.map((one) => ({ ...one, work: [] })) });
    expect(skillLoads(closed, [], day).map(({ idle }) => idle)).toEqual(["closed", "closed"]);
    expect((["bays", "technicians"] as const).map((by) => loadOf(columnsOf(closed, by, [])[0]!, by, [], closed, day).idle)).toEqual(["closed", "closed"]);
  });

  it("call skills as people do", () => {
    expect(["hv_safety", "two_wheeler", "brakes"].map(skillName)).toEqual(["HV safety", "Two wheeler", "Brakes"]);
  });
});

describe("the mark", () => {
  const booked = visit("a", "10:00", "11:00");
  it("says what a visit waits for, and for how long", () => {
    expect(markOf(booked, undefined, at("09:00"))).toEqual({ state: "queued", say: "booked" });
    expect(markOf(booked, undefined, at("10:12"))).toEqual({ state: "waiting", say: "awaited", minutes: 12 });
    expect(markOf({ ...booked, conflict_since: "2026-11-20T04:00:00Z" }, undefined, at("09:00"))).toEqual({ state: "blocked", say: "conflict" });
    expect(markOf({ ...booked, status: "proposed" }, undefined, at("09:00"))).toEqual({ state: "waiting", say: "proposed" });
  });

  it("keeps the conflict of a vehicle that was received and still waits for its place", () => {
    const here = { ...booked, status: "checked_in" as const, conflict_since: "2026-11-20T04:00:00Z" };
    expect(markOf(here, job({ state: "queued" }), at("10:05"))).toEqual({ state: "blocked", say: "conflict" });
    expect(trayOf([here]).conflicts).toEqual([here]);
    expect(trayOf([{ ...here, conflict_since: null }]).conflicts).toEqual([]);
  });

  it("says an overrun only while there is work", () => {
    const here = { ...booked, status: "checked_in" as const };
    expect(markOf(here, job({ state: "progress" }), at("11:20"))).toEqual({ state: "blocked", say: "over", minutes: 20 });
    expect(markOf(here, job({ state: "done" }), at("11:20"))).toEqual({ state: "done", say: "here", work: "done" });
    expect(markOf(here, undefined, at("11:20"))).toEqual({ state: "progress", say: "here", work: "progress" });
  });
});

describe("a move", () => {
  const held = calendar();
  const booked = visit("a", "10:00", "11:00");
  it("asks for what is another, and knows the way back", () => {
    const move = moveTo(booked, { start: at("14:00"), minutes: 60, bay: "b2" }, held)!;
    expect(move.body).toEqual({ scheduled_start: new Date(at("14:00")).toISOString(), bay_id: "b2" });
    expect(move.patch).toMatchObject({ appointments: [{ id: "a", scheduled_end: new Date(at("15:00")).toISOString(), bay: { id: "b2", name: "Bay 2" } }] });
    expect(move.back.body).toEqual({ scheduled_start: booked.scheduled_start, bay_id: "b1", technician_id: "priya" });
    expect(moveTo(booked, { start: at("10:00"), minutes: 60, bay: "b1" }, held)).toBeNull();
    expect(moveTo(booked, { start: at("10:00"), minutes: 90 }, held)!.back.body).toMatchObject({ duration: 60 });
  });

  it("is asked again as it was, or at another start", () => {
    const { body, patch } = moveTo(booked, { start: at("14:00"), minutes: 90, bay: "b2" }, held)!;
    expect(targetOf(booked, { body, patch })).toEqual({ start: at("14:00"), minutes: 90, bay: "b2" });
    expect(targetOf(booked, { body, patch }, at("16:00"))).toEqual({ start: at("16:00"), minutes: 90, bay: "b2" });
  });
});

describe("a point on the grid", () => {
  const grid: Grid = { box: { left: 100, right: 500, top: 50, width: 400 }, columns: ["b1", "b2"], axis: { from: at("08:00"), to: at("19:00") }, day, step: 15, scale: 1, rtl: false };
  it("is a column and a moment, from the other side where one reads so", () => {
    expect([columnAt(grid, { x: 310, y: 0 }), columnAt(grid, { x: 20, y: 0 }), columnAt({ ...grid, rtl: true }, { x: 310, y: 0 })]).toEqual(["b2", "b1", "b1"]);
    expect(momentAt(grid, { x: 0, y: 170 })).toBe(at("10:00"));
  });

  it("keeps a visit within the day, and its length at a step or more", () => {
    expect(startAt(grid, at("18:50"), 60)).toBe(at("18:00"));
    expect(startAt(grid, at("07:00"), 60)).toBe(at("08:00"));
    expect(lengthTo(grid, at("10:00"), at("11:08"))).toBe(75);
    expect(lengthTo(grid, at("10:00"), at("09:00"))).toBe(15);
  });
});

describe("the tray and the address", () => {
  it("puts what must be answered first on top, and visits in conflict below", () => {
    const request = (id: string, by: string | null) => visit(id, "10:00", "11:00", { status: "requested", answer_by: by });
    const { requests, conflicts } = trayOf([request("late", null), request("b", "2026-11-21T08:00:00Z"), request("a", "2026-11-20T08:00:00Z"), visit("c", "12:00", "13:00", { conflict_since: "2026-11-20T06:00:00Z" })]);
    expect([requests.map((one) => one.id), conflicts.map((one) => one.id)]).toEqual([["a", "b", "late"], ["c"]]);
  });

  it("keeps what is shown in the address, and believes no nonsense in it", () => {
    const last = { view: "week", by: "technicians" } as const;
    expect(shownBy("?date=2026-11-20&view=day&by=bays", last)).toEqual({ date: DATE, view: "day", by: "bays" });
    expect(shownBy("?date=2026-99-99&view=year", last)).toEqual({ date: null, view: "week", by: "technicians" });
    expect(addressOf({ date: DATE, view: "day", by: "bays" }, "/jobs/1?received")).toBe("/desk/calendar/jobs/1?date=2026-11-20&view=day&by=bays&received");
    expect(daysOf("week", "2026-11-22")).toEqual(["2026-11-16", "2026-11-17", "2026-11-18", "2026-11-19", "2026-11-20", "2026-11-21", "2026-11-22"]);
  });
});
