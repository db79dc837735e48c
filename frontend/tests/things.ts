/** A workshop's day as documents, for the tests of its screens: a card at work, a technician's queue, a visit. */
import type { JobDocument, QueueDocument, VisitDocument } from "@/api/documents";
import type { AllowedAction, Appointment, Center, CustomerItem, CustomerJob, CustomerStep, Item, Job, ReadyWindow, Step, Vehicle } from "@/api/things";

export const ME = { id: "priya", name: "Priya S." };
const INITIALS = { ...ME, initials: "PS" };
/** 13:41 in Chennai. */
export const NOW = Date.parse("2026-11-20T08:11:42Z");
export const ago = (minutes: number): string => new Date(NOW - minutes * 60_000).toISOString();

export const center: Center = {
  id: "c1", version: 1, name: "Pitlane Anna Nagar", code: "ANNA", phone: "+914455500101", address: "112 Second Avenue, Anna Nagar", city: "Chennai", zone: "Asia/Kolkata", currency: "INR",
};
const vehicle: Vehicle = { id: "v1", kind: "ev", plate: "TN 09 BX 4471", make: "Tata", model: "Nexon EV", year: 2023, battery_capacity: "40.5", mileage: 41_220 };
const money = (amount: string) => ({ amount, currency: "INR" });

export const offer = (verb: string, only: string[] | null = [ME.id], more: Partial<AllowedAction> = {}): AllowedAction => ({
  verb, label: verb, tone: "primary", only, except: null, since: null, until: null, ...more,
});

export function step(id: string, position: number, name: string, more: Partial<Step> = {}): Step {
  return {
    id, version: 1, job_id: "j1", item_id: "i1", position, name, outside_name: name, instructions: "", status: "pending", mandatory: true,
    safety: false, needs: { photo: false, reading: null, second_person: false }, estimate: 15, technician: null, started_at: null,
    running_since: null, completed_at: null, verified_at: null, clocked: 0, reading: null, notes: "", pause_reason: "", skip_reason: "",
    outside_status: "pending", blocker: "earlier_step_open", allowed_actions: [], ...more,
  };
}

export const reading = (label: string, unit: string, min: number | null, max: number | null) => ({ photo: false, second_person: false, reading: { label, unit, min, max } });

const finished = { status: "done" as const, technician: ME, blocker: null };

export const steps = (): Step[] => [
  step("s1", 1, "Read state of health", { ...finished, estimate: 12, clocked: 840, started_at: ago(52), completed_at: ago(38), needs: reading("State of health", "%", 70, 100), reading: 91 }),
  step("s2", 2, "Inspect casing", { ...finished, estimate: 10, clocked: 540, started_at: ago(38), completed_at: ago(29), notes: "No damage; two clips of the shield renewed." }),
  step("s3", 3, "Isolate high voltage", { ...finished, safety: true, clocked: 1020, started_at: ago(29), completed_at: ago(12), needs: { ...reading("Voltage between the poles", "V", null, 5), second_person: true }, reading: 0.8 }),
  step("s4", 4, "Measure isolation resistance", {
    status: "in_progress", technician: ME, estimate: 18, started_at: ago(11.7), running_since: ago(11.7), safety: true, blocker: null, version: 3,
    instructions: "With zero volts proved, measure each pole to chassis at the maker's test voltage and divide by the working voltage. Record the lower pole; it must be above 500 Ω per volt.",
    needs: reading("Isolation resistance", "Ω/V", 500, null), allowed_actions: [offer("pause", [ME.id], { tone: "danger" }), offer("complete")],
  }),
  step("s5", 5, "Thermal scan", { estimate: 10, needs: reading("Hottest spot above the mean", "°C", 0, 8), instructions: "Load the pack for 5 minutes, then scan tray and busbar covers. A spot 8 °C above its neighbours is a finding." }),
  step("s6", 6, "Balance check", { estimate: 15, needs: reading("Cell spread at rest", "mV", 0, 50) }),
  step("s7", 7, "Clear and record codes", { estimate: 5 }),
];

export const item = (more: Partial<Item> = {}): Item => ({
  id: "i1", version: 1, job_id: "j1", position: 1, name: "Battery health check", kind: "service", progress_text: "Battery is being checked",
  status: "in_progress", technician: INITIALS, estimate: 85, clocked: 2400, authorised_at: ago(71), price: money("2360.00"), skills: ["hv_safety", "ev_battery"], allowed_actions: [], ...more,
});

export const job = (more: Partial<Job> = {}): Job => ({
  id: "j1", version: 9, number: "ANNA-J0042", stage: "in_progress", column: "in_progress", state: "progress", title: "Battery health check", center_id: "c1",
  appointment_id: "a1", customer: { name: "Maria Joseph" }, vehicle, bay: { id: "b1", name: "Bay 1" }, technicians: [INITIALS],
  concern: "It used to show 240 km when full, now it shows 205. Is the battery going?", mileage_in: 41_220, charge_in: 58, mileage_out: null,
  received_at: ago(71), started_at: ago(52), ready_at: null, delivered_at: null,
  window: { from: "2026-11-20T10:00:00Z", to: "2026-11-20T10:30:00Z", cause: "changed", reason: "The thermal scan needs a cooler pack.", moved_from: "2026-11-20T09:30:00Z", told_at: ago(20) },
  current: {
    step_id: "s4", item_id: "i1", name: "Measure isolation resistance", outside_name: "Isolation resistance measurement", item_name: "Battery health check", progress_text: "Battery is being checked",
    status: "in_progress", number: 4, of: 7, started_at: ago(11.7), running_since: ago(11.7), clocked: 0, estimate: 18, technician: ME,
  },
  progress: { done: 3, total: 7, minutes_left: 48 }, holds: [], total: money("2360.00"), created_at: ago(71), settlement: "", ended_reason: "", override_reason: "", outside_stage: "Service in progress", allowed_actions: [], ...more,
});

const clock = () => ({ now: new Date(NOW).toISOString(), rate: 1 });

export const sheet = (more: Partial<JobDocument> = {}): JobDocument => ({
  topic: "job.j1", seq: 40, clock: clock(), center, job: job(), items: [item()], steps: steps(), holds: [], promises: [], appointment: appointment(), ...more,
});

const other = (id: string, plate: string, make: string, model: string, title: string, more: Partial<Job>): Job =>
  job({ id, number: id, title, vehicle: { ...vehicle, plate, make, model }, window: null, current: null, holds: [], ...more });
const within = (from: string, to: string): ReadyWindow => ({ from, to, cause: "opened", reason: "", moved_from: null, told_at: ago(60) });
const at = (number: number, of: number, name: string): Job["current"] => ({
  ...job().current!, number, of, name, status: "pending", running_since: null, started_at: null, technician: ME,
});

export const queue = (more: Partial<QueueDocument> = {}): QueueDocument => ({
  topic: "center.c1.queue.priya", seq: 40, clock: clock(), center,
  jobs: [
    other("j4", "TN 10 AC 1187", "Hyundai", "Kona Electric", "Coolant renewal", { stage: "queued", state: "queued", bay: null, window: within("2026-11-20T11:30:00Z", "2026-11-20T12:00:00Z"), current: at(1, 6, "Set on the lift"), progress: { done: 0, total: 6, minutes_left: 75 } }),
    job(),
    other("j2", "TN 22 DK 9041", "Mahindra", "XUV400", "High-voltage isolation test", { state: "blocked", bay: { id: "b3", name: "Bay 3" }, window: within("2026-11-20T07:30:00Z", "2026-11-20T08:00:00Z"), current: { ...at(3, 5, "Test the battery side")!, status: "paused" }, progress: { done: 2, total: 5, minutes_left: 30 }, holds: [{ kind: "tool", reason: "Insulation tester is at calibration until 14:00.", since: ago(25) }] }),
    other("j3", "KA 05 MN 7712", "MG", "ZS EV", "Charging fault diagnosis, 12 V battery replacement", { stage: "queued", state: "queued", bay: { id: "b2", name: "Bay 2" }, technicians: [], window: within("2026-11-20T08:30:00Z", "2026-11-20T09:00:00Z"), current: at(1, 11, "Read the fault memory"), progress: { done: 0, total: 11, minutes_left: 65 } }),
    other("j5", "TN 07 CK 3308", "BYD", "Atto 3", "Annual service", { stage: "ready_for_pickup", state: "done", bay: null, ready_at: ago(90), progress: { done: 9, total: 9, minutes_left: 0 } }),
  ],
  ...more,
});

export const toCheck = (): Job =>
  other("j6", "TN 14 RQ 5560", "Citroën", "ë-C3", "Brake fluid change, front brake pads", {
    stage: "quality_check", state: "done", bay: { id: "b4", name: "Bay 4" }, technicians: [{ id: "arun", name: "Arun K.", initials: "AK" }],
    window: within("2026-11-20T08:30:00Z", "2026-11-20T08:50:00Z"), progress: { done: 15, total: 15, minutes_left: 0 },
    allowed_actions: [offer("pass_check", null, { except: ["arun"] }), offer("rework", null, { tone: "danger" })],
  });

export const appointment = (more: Partial<Appointment> = {}): Appointment => ({
  id: "a1", version: 2, number: "ANNA-A0042", status: "checked_in", outside_status: "in_progress", center_id: "c1", ended_reason: "", center, customer: { id: "u9", name: "Maria Joseph", phone: "" }, vehicle,
  services: [{ id: "l1", service_id: "x1", name: "Battery health check", quantity: 1, price: money("2360.00"), duration: 85 }],
  scheduled_start: ago(60), scheduled_end: ago(-25), notes: "", bay: { id: "b1", name: "Bay 1" }, technician: PRIYA,
  job_id: "j1", allowed_actions: [], total_amount: money("2360.00"), payment_status: "pending", estimated_completion: null, actual_completion: null,
  lane: "instant", duration: null, concern: "", photo_count: 0, wished_times: [], desk_message: "", wants_loaner: false, loaner: null, collects: false, transports: [], transport_actions: [], vehicle_unverified: false,
  held_until: null, answer_by: null, change_until: null, late_cancel_fee: money("0.00"), cancel_fee: money("0.00"), ...more,
});

const OUTSIDE = ["Battery health", "Inspection of the battery casing", "High-voltage system off", "Isolation resistance measurement", "Battery temperature scan", "Comparison of the battery cells", "Stored codes being recorded"];

const PRIYA = { id: "priya", name: "Priya", initials: "P" };

/** The steps of the card as its customer reads them. */
export const outside = (): CustomerStep[] =>
  steps().map(({ needs, ...one }, place) => ({ ...one, name: OUTSIDE[place]!, technician: one.technician && PRIYA, unit: needs.reading?.unit ?? null }));

export const forCustomer = (more: Partial<CustomerJob> = {}): CustomerJob => ({
  ...job(), holds: [], technicians: [PRIYA], current: { ...job().current!, name: OUTSIDE[3]!, technician: PRIYA }, ...more,
});

export const forCustomerItem = (more: Partial<CustomerItem> = {}): CustomerItem => ({ ...item(), technician: PRIYA, ...more });

export const visit = (more: Partial<VisitDocument> = {}): VisitDocument => ({
  topic: "job.j1", seq: 40, clock: clock(), center, appointment: appointment(), job: forCustomer(), items: [forCustomerItem()],
  steps: outside(), holds: [],
  promises: [
    { id: "p1", version: 1, job_id: "j1", from: "2026-11-20T09:30:00Z", to: "2026-11-20T10:00:00Z", reason: "", cause: "opened", made_at: ago(71) },
    { id: "p2", version: 1, job_id: "j1", from: "2026-11-20T10:00:00Z", to: "2026-11-20T10:30:00Z", reason: "The thermal scan needs a cooler pack.", cause: "changed", made_at: ago(20) },
  ],
  ...more,
});
