/** A centre that can be booked, and what it has free, as the server says them. */
import type { Availability, Center, Service } from "@/features/book/api/book";
import { center } from "./things";

export const bookedService = (id: string, name: string, category: string, vehicle_kinds: Service["vehicle_kinds"] = []): Service => ({
  id, version: 1, center_id: "c1", name, description: "", category, kind: "service", base_price: { amount: "1499.00", currency: "INR" }, estimated_duration: 60,
  vehicle_kinds, skills: [], bay_kind: "", is_active: true,
});

export const openCenter = (): Center => ({
  ...center, district: "Chennai", postcode: "600040", latitude: null, longitude: null, email: "", working_hours: [], exceptions: [], service_areas: [],
  services: [bookedService("s1", "Brake fluid", "brakes")],
} as unknown as Center);

export const FIRST = "2026-11-23T04:30:00Z";
export const OTHERS = ["2026-11-23T04:45:00Z", "2026-11-23T05:00:00Z", "2026-11-23T05:15:00Z"];

export const free = (slots: string[] = [FIRST, ...OTHERS]): Availability => ({
  center_id: "c1", zone: "Asia/Kolkata", duration: 60, slot_step: 15, hold_seconds: 300, cancel_cutoff: 120, late_cancel_fee: { amount: "200.00", currency: "INR" },
  walk_in_wait: 40, lead_time: 0, loaners: false, collects: false, earliest: slots.slice(0, 3),
  days: [{ date: "2026-11-22", open: false, reason: "Holiday", slots: [] }, { date: "2026-11-23", open: true, reason: "", slots }],
  visits: [],
});
