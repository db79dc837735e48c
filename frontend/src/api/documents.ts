/** The flat documents of the live screens: one GET each, kept fresh by the frames of `topic`. */
import type { components } from "./schema";
import type { ClockReading, Inbox, Notification, Waiting } from "./things";

type Shapes = components["schemas"];

export type LiveDocument = { topic: string; seq: number; clock?: ClockReading };

/** GET /api/customers/visits/{appointment} and /api/public/visits/{appointment} */
export type VisitDocument = Shapes["VisitDocumentShape"];

/** GET /api/staff/jobs/{id} and /api/technicians/jobs/{id} */
export type JobDocument = Shapes["JobDocumentShape"];

/** GET /api/staff/board?center= */
export type BoardDocument = Shapes["BoardDocumentShape"];

/** GET /api/staff/calendar?center=&from=&to= */
export type CalendarDocument = Shapes["CalendarDocumentShape"];

/** GET /api/staff/floor?center= */
export type FloorDocument = Shapes["FloorDocumentShape"];

/** GET /api/users/notifications, the newest page of it */
export type InboxDocument = LiveDocument & { notifications: Notification[]; inbox: Inbox };

/** GET /api/customers/waiting-list, the places that are open */
export type WaitingDocument = LiveDocument & { waiting: Waiting[] };

/** GET /api/technicians/queue?center= */
export type QueueDocument = Shapes["QueueDocumentShape"];

/** GET /api/staff/customers/{id}/file?center= */
export type CustomerFile = Shapes["CustomerFileShape"];

/** GET /api/customers/garage */
export type Garage = Shapes["GarageShape"];
