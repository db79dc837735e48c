/** Visits that cannot be served as they are booked, as far as the calendar knows. Pure. */
import type { Slot } from "@/api/things";
import type { FrameData } from "@/live/reducer";
import type { Unserved } from "../api/tray";

/** Those that nobody has moved since they were listed. */
export function stillUnserved(listed: Unserved[], visits: Slot[]): Unserved[] {
  const versions = new Map(visits.map((visit) => [visit.id, visit.version]));
  return listed.filter(({ appointment: { id, version } }) => (versions.get(id) ?? version) <= version);
}

/** Whether a frame tells of one of them. */
export function tellsOf(data: FrameData, listed: Unserved[]): boolean {
  const changed = ((data["appointments"] ?? []) as { id: string }[]).map((one) => one.id);
  const gone = ((data["removed"] ?? {}) as Record<string, string[]>)["appointments"] ?? [];
  const ids = new Set([...changed, ...gone]);
  return listed.some((one) => ids.has(one.appointment.id));
}
