/** The flat documents of the live screens: one GET each, kept fresh by the frames of `topic`. */
import type {
  Appointment,
  Bay,
  Center,
  ClockReading,
  CustomerStep,
  Hold,
  Item,
  Job,
  ReadyPromise,
  Step,
  TechnicianRef,
  Thing,
} from "./things";

export type LiveDocument = { topic: string; seq: number; clock?: ClockReading };

/** GET /api/customers/visits/{appointment} and /api/public/visits/{appointment} */
export type VisitDocument = LiveDocument & {
  center: Center;
  appointment: Appointment;
  job: Job | null;
  items: Item[];
  steps: CustomerStep[];
  holds: Pick<Hold, "id" | "version" | "item_id" | "kind" | "since" | "released_at">[];
  promises: ReadyPromise[];
};

/** GET /api/staff/jobs/{id} and /api/technicians/jobs/{id} */
export type JobDocument = LiveDocument & {
  center?: Center;
  job: Job;
  items: Item[];
  steps: Step[];
  holds: Hold[];
  promises: ReadyPromise[];
  appointment: Appointment | null;
};

/** GET /api/staff/board?center= */
export type BoardDocument = LiveDocument & {
  center: Center;
  jobs: Job[];
  appointments: Appointment[];
  bays: Bay[];
  technicians: (TechnicianRef & Partial<Thing>)[];
};

/** GET /api/staff/floor?center= */
export type FloorDocument = LiveDocument & {
  center: Center;
  bays: Bay[];
  jobs: Job[];
  appointments: Appointment[];
};

/** GET /api/technicians/queue?center= */
export type QueueDocument = LiveDocument & { center?: Center; jobs: Job[] };
