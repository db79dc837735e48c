/** Visits that the work before runs into: what that is, and which ways out still stand. Pure. */
import type { Job, Slot } from "@/api/things";
import type { Moves, PlannedMove, Way } from "../api/tray";

/** Says when other conflicts than before have to be read. */
export const conflictMark = (conflicts: Slot[]): string => conflicts.map(({ id, version }) => `${id} ${version}`).sort().join();

/** What runs into a visit: the vehicle, its bay, and when the work on it is expected to end. */
export type Cause = { what: string; bay: string; until: string | null };

export function causeOf({ conflict_with }: Slot, visits: Slot[], jobs: Map<string, Job>): Cause | null {
  const job = conflict_with ? jobs.get(conflict_with) : undefined;
  const visit = visits.find((one) => one.id === conflict_with);
  const vehicle = job?.vehicle ?? visit?.vehicle;
  if (!vehicle) return null;
  return { what: vehicle.plate || `${vehicle.make} ${vehicle.model}`.trim(), bay: (job?.bay ?? visit?.bay)?.name ?? "", until: job?.window?.from ?? null };
}

/** The ways whose visits are all as they were when it was read; one that moved since is read anew. */
export function standingWays(ways: Way[], conflicts: Slot[]): Way[] {
  const versions = new Map(conflicts.map((visit) => [visit.id, visit.version]));
  return ways.filter(({ moves }) => moves.every((move) => versions.get(move.appointment_id) === move.version));
}

export const movesOf = ({ moves }: Way): Moves => ({
  moves: moves.map(({ appointment_id, version, scheduled_start, bay, technician }) => ({ appointment_id, version, scheduled_start, bay_id: bay.id, technician_id: technician.id })),
});

/** What a move changes of a visit. */
export function changesOf(move: PlannedMove, visit: Slot | undefined): { time: boolean; bay: boolean; technician: boolean } {
  return { time: move.delay > 0, bay: visit?.bay?.id !== move.bay.id, technician: visit?.technician?.id !== move.technician.id };
}
