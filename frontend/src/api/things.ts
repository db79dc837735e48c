/** The things that live documents hold, named as the screens say them; their fields are the server's description. */
import type { components } from "./schema";

type Shapes = components["schemas"];

export type Money = Shapes["MoneyShape"];
export type ClockReading = Shapes["ClockShape"];
export type Tone = Shapes["Tone"];
export type AllowedAction = Shapes["ActionShape"];
/** What every thing has: the reducer and the commands need no more. */
export type Thing = { id: string; version: number; allowed_actions?: AllowedAction[] };

export type PersonRef = { id: string; name: string };
/** A technician beside a job or a step. */
export type TechnicianRef = Shapes["MemberShape"];
/** A technician of the centre, as the desk assigns them. */
export type Technician = Shapes["TechnicianShape"];
export type BayRef = Shapes["BayRefShape"];
export type Bay = Shapes["BayShape"];
export type Customer = Shapes["PatronShape"];
export type Center = Shapes["CenterShape"];
/** A centre beside an appointment. */
export type Place = Shapes["PlaceShape"];
export type Vehicle = Shapes["VehicleCardShape"];

export type JobStage = Shapes["JobStage"];
export type BoardColumn = Shapes["BoardColumn"];
export type WorkState = Shapes["WorkState"];
export type HoldKind = Shapes["HoldKind"];
export type StepStatus = Shapes["StepStatus"];
export type AppointmentStatus = Shapes["AppointmentStatus"];

export type ReadyWindow = Shapes["WindowShape"];
export type CurrentStep = Shapes["CurrentStepShape"];
export type JobHold = Shapes["OpenHoldShape"];
/** A job as staff see it; its customer and the wall see less. */
export type Job = Shapes["JobShape"];
export type CustomerJob = Shapes["VisitJobShape"];
export type WallJob = Shapes["WallJobShape"];

export type Item = Shapes["ItemShape"];
export type CustomerItem = Shapes["VisitItemShape"];
export type StepNeeds = Shapes["StepNeedsShape"];
export type Step = Shapes["StepShape"];
/** A step as its customer reads it: `name` is the outside name. */
export type CustomerStep = Shapes["VisitStepShape"];
export type Hold = Shapes["HoldShape"];
export type CustomerHold = Shapes["VisitHoldShape"];
export type ReadyPromise = Shapes["PromiseShape"];

export type Notification = Shapes["NotificationShape"];
export type Inbox = Shapes["InboxShape"];

export type Appointment = Shapes["AppointmentShape"];
/** A place in a waiting list, with what is offered. */
export type Waiting = Shapes["WaitingShape"];
/** An appointment or a held slot on the desk's calendar; a slot may be held for nobody yet. */
export type Slot = Shapes["SlotShape"];
/** A technician with the hours of some days. */
export type Rostered = Shapes["RosteredTechnicianShape"];
export type Span = Shapes["SpanShape"];
export type Picture = Shapes["FileShape"];
/** An appointment as those who do the work see it. */
export type WorkAppointment = Shapes["WorkAppointmentShape"];
export type WallAppointment = Shapes["WallAppointmentShape"];

/** A vehicle as its owner and the desk see it. */
export type OwnVehicle = Shapes["VehicleShape"];
export type MaintenanceRecord = Shapes["MaintenanceRecordShape"];
/** A centre's card of a customer. */
export type CustomerCard = Shapes["CustomerCardShape"];
