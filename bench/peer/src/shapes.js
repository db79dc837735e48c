// What a reader sees of a job, an item and a step: absolute facts, the same in an answer and in an event.
const CURRENCY = "EUR";
const money = (amount) => ({ amount: Number(amount).toFixed(2), currency: CURRENCY });

// Shape a job from its row and the rows it names; `current` is the step being worked on, or null.
export function shapeJob(job, { customer, vehicle, bay, technician, holds }, progress, current) {
  return {
    id: job.id, version: job.version, number: job.number, stage: job.stage, title: job.title, center_id: job.center_id,
    appointment_id: job.appointment_id, customer, vehicle, bay, technicians: [technician], concern: job.concern,
    mileage_in: job.mileage_in, charge_in: job.charge_in, received_at: job.received_at, started_at: job.started_at,
    ready_at: job.ready_at, window: { from: job.window_from, to: job.window_to, reason: job.window_reason },
    current, progress, holds, total: money(job.total), created_at: job.created_at, updated_at: job.updated_at,
  };
}

export function shapeItem(item, technician) {
  return {
    id: item.id, version: item.version, job_id: item.job_id, position: item.position, name: item.name, kind: item.kind,
    status: item.status, technician, estimate: item.estimate, clocked: item.clocked, authorised_at: item.authorised_at,
    price: money(item.price),
  };
}

export function shapeStep(step, technician) {
  return {
    id: step.id, version: step.version, job_id: step.job_id, item_id: step.item_id, position: step.position, name: step.name,
    outside_name: step.outside_name, instructions: step.instructions, status: step.status, mandatory: step.mandatory,
    safety: step.safety, estimate: step.estimate, technician, started_at: step.started_at,
    running_since: step.running_since, completed_at: step.completed_at, clocked: step.clocked, notes: step.notes,
  };
}

export function shapeAppointment(appointment, lines) {
  return {
    id: appointment.id, version: appointment.version, number: appointment.number, status: appointment.status,
    center_id: appointment.center_id, customer_id: appointment.customer_id, vehicle_id: appointment.vehicle_id,
    bay_id: appointment.bay_id, technician_id: appointment.technician_id, scheduled_start: appointment.scheduled_start,
    scheduled_end: appointment.scheduled_end, notes: appointment.notes, services: lines,
    total_amount: money(appointment.total_amount), created_at: appointment.created_at,
  };
}
