/** The things that live documents hold, as every audience reads them (an audience may see fewer fields). */

export type Money = { amount: string; currency: string };
export type ClockReading = { now: string; rate: number };
export type Tone = "primary" | "neutral" | "danger";
export type AllowedAction = {
  verb: string;
  label: string;
  tone: Tone;
  only: string[] | null;
  except: string[] | null;
  until: string | null;
};
export type Thing = { id: string; version: number; allowed_actions?: AllowedAction[] };

export type PersonRef = { id: string; name: string };
export type TechnicianRef = PersonRef & { initials: string };
export type BayRef = { id: string; name: string };
export type Customer = PersonRef & { phone: string };
export type Center = { id: string; name: string; phone?: string; address?: string; city?: string; zone: string; currency?: string };
export type Vehicle = {
  id: string;
  kind: string;
  plate: string;
  make: string;
  model: string;
  year: number | null;
  battery_capacity: string | number | null;
  mileage: number | null;
};

export type JobStage =
  | "received"
  | "diagnosis"
  | "awaiting_decision"
  | "queued"
  | "in_progress"
  | "quality_check"
  | "ready_for_pickup"
  | "delivered"
  | "closed"
  | "cancelled";
export type BoardColumn = "arriving" | "diagnosis" | "deciding" | "in_progress" | "ready";
export type WorkState = "queued" | "progress" | "waiting" | "blocked" | "done";
export type HoldKind = "parts" | "approval" | "technician" | "tool" | "sublet" | "customer";
export type StepStatus = "pending" | "in_progress" | "paused" | "done" | "verified" | "skipped";

export type ReadyWindow = {
  from: string;
  to: string;
  cause?: string;
  reason: string | null;
  moved_from: string | null;
  told_at: string | null;
};
export type CurrentStep = {
  step_id: string;
  item_id: string;
  name: string;
  item_name: string;
  progress_text: string;
  status: StepStatus;
  number: number;
  of: number;
  started_at: string | null;
  clocked: number;
  running_since?: string | null;
  estimate: number;
  technician: PersonRef | null;
};
export type JobHold = { kind: HoldKind; reason: string; since: string };

export type Job = Thing & {
  number: string;
  stage: JobStage;
  column: BoardColumn;
  state: WorkState;
  title: string;
  center_id: string;
  appointment_id: string | null;
  customer: Customer;
  vehicle: Vehicle;
  bay: BayRef | null;
  technicians: TechnicianRef[];
  concern: string;
  mileage_in: number | null;
  charge_in: number | null;
  mileage_out: number | null;
  received_at: string | null;
  started_at: string | null;
  ready_at: string | null;
  delivered_at: string | null;
  window: ReadyWindow | null;
  current: CurrentStep | null;
  progress: { done: number; total: number; minutes_left: number };
  holds: JobHold[];
  total: Money;
  created_at: string;
  updated_at: string;
};

export type Item = Thing & {
  job_id: string;
  position: number;
  name: string;
  kind: string;
  progress_text: string;
  status: string;
  technician: TechnicianRef | null;
  estimate: number;
  clocked: number;
  authorised_at: string | null;
  price: Money;
};

export type StepNeeds = {
  photo: boolean;
  reading: { label: string; unit: string; min: number | null; max: number | null } | null;
  second_person: boolean;
};
export type Step = Thing & {
  job_id: string;
  item_id: string;
  position: number;
  name: string;
  outside_name: string;
  instructions: string;
  status: StepStatus;
  mandatory: boolean;
  safety: boolean;
  needs: StepNeeds;
  estimate: number;
  technician: PersonRef | null;
  started_at: string | null;
  running_since: string | null;
  completed_at: string | null;
  verified_at: string | null;
  clocked: number;
  reading: string | number | null;
  notes: string;
  pause_reason: string | null;
  skip_reason: string | null;
  /** Why a pending step cannot start yet. */
  blocker?: "not_authorised" | "job_not_open" | "earlier_step_open" | null;
};

/** A step as its customer reads it: `name` is the outside name. */
export type CustomerStep = Pick<
  Step,
  "id" | "version" | "item_id" | "position" | "name" | "status" | "estimate" | "technician" | "started_at" | "completed_at" | "reading"
> & { unit: string | null };

export type Hold = Thing & {
  job_id: string;
  item_id: string | null;
  kind: HoldKind;
  reason: string;
  since: string;
  released_at: string | null;
};

export type ReadyPromise = Thing & {
  job_id: string;
  from: string;
  to: string;
  reason: string | null;
  cause: string;
  made_at: string;
};

export type Appointment = Thing & {
  number: string;
  status: string;
  outside_status: string;
  center: Center;
  customer: Customer;
  vehicle: Vehicle;
  services: { id: string; service_id: string; name: string; quantity: number; price: Money }[];
  scheduled_start: string;
  scheduled_end: string;
  notes: string;
  bay: BayRef | null;
  technician: TechnicianRef | null;
  job_id: string | null;
  total_amount: Money;
  payment_status: string;
  estimated_completion: string | null;
  actual_completion: string | null;
  ended_reason?: string;
};

export type Bay = Thing & { name: string; position: number; kind: string };
