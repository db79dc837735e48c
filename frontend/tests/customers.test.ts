import { describe, expect, it } from "vitest";
import type { Appointment, CustomerCard } from "@/api/things";
import { patched } from "@/features/customers/model/list";
import { changeFrom } from "@/features/customers/model/preferences";
import { addressOf, parted } from "@/features/customers/model/visits";
import { byYear, recordsOf, sumsOf } from "@/features/garage/model/costs";
import { parted as own, ruleOf } from "@/features/garage/model/visits";
import { vehicleFrom } from "@/ui/VehicleFields";

const visit = (id: string, start: string, status: Appointment["status"], more: Partial<Appointment> = {}) =>
  ({ id, scheduled_start: start, status, job_id: null, center: { zone: "Asia/Kolkata" }, ...more }) as unknown as Appointment;

describe("a customer's visits", () => {
  const visits = [
    visit("late", "2026-12-02T04:00:00Z", "confirmed"),
    visit("missed", "2026-01-02T04:00:00Z", "no_show"),
    visit("next", "2026-11-30T20:00:00Z", "requested"),
    visit("done", "2026-03-02T04:00:00Z", "fulfilled"),
  ];

  it("are to come with the next first, and past with the latest first", () => {
    const { toCome, past, noShows } = parted(visits);
    expect(toCome.map((one) => one.id)).toEqual(["next", "late"]);
    expect(past.map((one) => one.id)).toEqual(["done", "missed"]);
    expect(noShows).toBe(1);
  });

  it("are opened on the calendar's day of the workshop, at the workshop as their card, and nowhere once they are nothing", () => {
    expect(addressOf(visits[2]!)).toBe("/desk/calendar/visits/next?date=2026-12-01&view=day");
    expect(addressOf(visit("here", "2026-12-01T04:00:00Z", "checked_in", { job_id: "j" }))).toBe("/board/jobs/j");
    expect(addressOf(visits[1]!)).toBeNull();
  });

  it("read the same to the customer", () => {
    const { upcoming, past } = own([...visits, visit("offered", "2026-12-01T05:00:00Z", "held")]);
    expect(upcoming.map((one) => one.id)).toEqual(["next", "late"]);
    expect(past.map((one) => one.id)).toEqual(["done", "missed"]);
  });

  it("say the rule of now before one changes them", () => {
    const until = Date.parse("2026-12-01T00:00:00Z");
    const booked = visit("v", "2026-12-02T04:00:00Z", "confirmed", { change_until: "2026-12-01T00:00:00Z", late_cancel_fee: { amount: "200.00", currency: "INR" } });
    expect(ruleOf(booked, until - 1)).toBe("until");
    expect(ruleOf(booked, until)).toBe("late");
    expect(ruleOf({ ...booked, late_cancel_fee: { amount: "0.00", currency: "INR" } }, until)).toBe("late_free");
    expect(ruleOf({ ...booked, status: "requested" }, until)).toBeNull();
  });
});

describe("a page of customers", () => {
  const page = { results: [{ id: "a", name: "Asha", vehicles: ["v"] }, { id: "b", name: "Bala", vehicles: [] }] } as never;

  it("takes what another desk wrote, keeps the vehicles, and leaves the rest as it is", () => {
    const after = patched(page, [{ id: "a", name: "Asha Raman" } as CustomerCard]) as { results: object[] };
    expect(after.results[0]).toMatchObject({ id: "a", name: "Asha Raman", vehicles: ["v"] });
    expect(after.results[1]).toBe((page as { results: object[] }).results[1]);
  });

  it("is the same page when nobody on it changed", () => {
    expect(patched(page, [{ id: "c" } as CustomerCard])).toBe(page);
  });
});

describe("forms", () => {
  it("of a card send nothing chosen as null, and the version that was seen", () => {
    const change = changeFrom({ first_name: " Asha ", preferred_technician_id: "", preferred_language: "vi", preferred_channel: "sms" }, 4);
    expect(change).toMatchObject({ version: 4, first_name: "Asha", preferred_technician_id: null, preferred_service_center_id: null, preferred_language: "vi" });
  });

  it("of a vehicle leave out a mileage that nobody read", () => {
    expect(vehicleFrom({ "vehicle.kind": "car", "vehicle.make": "Tata", "vehicle.mileage": "" }, "vehicle.")).not.toHaveProperty("mileage");
    expect(vehicleFrom({ kind: "car", mileage: "12", year: "2020" })).toMatchObject({ mileage: 12, year: 2020 });
  });
});

describe("what a vehicle cost", () => {
  const record = (id: string, day: string, amount: string, currency = "INR", vehicle_id = "v") => ({ id, vehicle_id, service_date: day, cost: { amount, currency } }) as never;
  const records = [record("1", "2025-05-01", "0.10"), record("2", "2026-02-01", "0.20"), record("3", "2026-08-01", "99.70"), record("4", "2026-08-01", "5", "VND"), record("5", "2026-08-01", "7", "INR", "w")];

  it("is summed to the last place, each currency for itself", () => {
    expect(sumsOf(recordsOf(records, "v").map((one) => one.cost))).toEqual([{ amount: "100.000", currency: "INR" }, { amount: "5.000", currency: "VND" }]);
  });

  it("is told by year, the latest first", () => {
    expect(byYear(recordsOf(records, "v")).map(({ year, visits }) => [year, visits])).toEqual([["2026", 3], ["2025", 1]]);
  });
});
