// Book an appointment: a bay and a technician for one period, taken together or not at all.
import { newId, statement } from "./database.js";
import { Problem, notFound, onlyFields, uuid } from "./problems.js";
import { shapeAppointment } from "./shapes.js";

const MINUTE = 60_000;
const MOST_SERVICES = 20;

const context = statement(
  "booking_context",
  `SELECT (SELECT json_agg(json_build_object('id', id, 'name', name, 'price', base_price::text, 'minutes', minutes))
      FROM service WHERE id = ANY($3) AND is_active) AS services,
     ($4::timestamptz AT TIME ZONE center.zone)::time >= center.opens_at AS opened,
     center.closes_at - ($4::timestamptz AT TIME ZONE center.zone)::time AS left_of_day
   FROM center JOIN vehicle ON vehicle.id = $2 AND vehicle.owner_id = $5 WHERE center.id = $1`,
);
const lockResources = statement(
  "lock_resources",
  `SELECT id, kind FROM resource WHERE id = ANY($1) AND center_id = $2
   ORDER BY id FOR NO KEY UPDATE`,
);
const insert = statement(
  "insert_appointment",
  `WITH a AS (INSERT INTO appointment (id, number, status, center_id, customer_id, vehicle_id, bay_id, technician_id,
       scheduled_start, scheduled_end, notes, total_amount, created_at, updated_at)
     VALUES ($1, 'A-' || nextval('appointment_number'), 'confirmed', $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11) RETURNING *),
   l AS (INSERT INTO appointment_line (id, appointment_id, service_id, name, quantity, price)
     SELECT id, $1, service_id, name, quantity, price
     FROM unnest($12::uuid[], $13::uuid[], $14::text[], $15::int[], $16::numeric[]) AS line (id, service_id, name, quantity, price)),
   b AS (INSERT INTO booking (id, resource_id, appointment_id, period, state)
     VALUES ($17, $5, $1, tstzrange($7, $8), 'active'), ($18, $6, $1, tstzrange($7, $8), 'active'))
   SELECT a.* FROM a`,
);

function readBody(body, now) {
  onlyFields(body, "center_id", "vehicle_id", "bay_id", "technician_id", "scheduled_start", "services", "notes");
  const { services, notes = "" } = body;
  const start = new Date(body.scheduled_start);
  if (Number.isNaN(start.getTime())) throw new Problem(400, "invalid", "scheduled_start must be a time.");
  if (start <= now) throw new Problem(400, "start_in_past", "Choose a start that lies ahead.");
  if (!Array.isArray(services) || services.length < 1 || services.length > MOST_SERVICES) {
    throw new Problem(400, "invalid", `services must name 1 to ${MOST_SERVICES} services.`);
  }
  const wanted = services.map(({ service_id: id, quantity = 1 }) => {
    if (!Number.isInteger(quantity) || quantity < 1 || quantity > 9) throw new Problem(400, "invalid", "quantity must be 1 to 9.");
    return { id: uuid(id, "service_id"), quantity };
  });
  if (typeof notes !== "string" || notes.length > 2000) throw new Problem(400, "invalid", "notes must be at most 2000 characters.");
  const [center, vehicle, bay, technician] = ["center_id", "vehicle_id", "bay_id", "technician_id"].map((n) => uuid(body[n], n));
  return { start, wanted, notes, center, vehicle, bay, technician };
}

// Price the wanted services and find when the visit ends; every service must exist and the day must hold it.
function plan({ start, wanted }, { services, opened, left_of_day: leftOfDay }) {
  const lines = wanted.map(({ id, quantity }) => {
    const service = services?.find((known) => known.id === id);
    if (!service) throw new Problem(400, "unknown_service", "One of the services is not offered.");
    return { id: newId(), service_id: id, name: service.name, quantity, price: service.price, minutes: service.minutes * quantity };
  });
  const minutes = lines.reduce((sum, line) => sum + line.minutes, 0);
  const left = (leftOfDay.hours ?? 0) * 60 + (leftOfDay.minutes ?? 0);
  if (!opened || minutes > left) throw new Problem(409, "outside_hours", "The centre is closed then. Choose another time.");
  const total = lines.reduce((sum, line) => sum + Number(line.price) * line.quantity, 0).toFixed(2);
  return { lines, total, end: new Date(start.getTime() + minutes * MINUTE) };
}

export async function createAppointment(client, request, at) {
  const wish = readBody(request.body, at);
  const [facts] = await context(client, wish.center, wish.vehicle, wish.wanted.map(({ id }) => id), wish.start, request.actor.id);
  if (!facts) throw notFound();
  const { lines, total, end } = plan(wish, facts);
  const taken = await lockResources(client, [wish.bay, wish.technician], wish.center);
  const kinds = new Map(taken.map(({ id, kind }) => [id, kind]));
  if (kinds.get(wish.bay) !== "bay" || kinds.get(wish.technician) !== "technician") {
    throw new Problem(400, "unknown_resource", "This centre has no such bay or technician.");
  }
  const id = newId();
  const [row] = await insert(
    client, id, wish.center, request.actor.id, wish.vehicle, wish.bay, wish.technician, wish.start, end, wish.notes, total, at,
    lines.map((line) => line.id), lines.map((line) => line.service_id), lines.map((line) => line.name),
    lines.map((line) => line.quantity), lines.map((line) => line.price), newId(), newId(),
  ).catch((error) => {
    if (error.constraint !== "booking_overlap") throw error;
    throw new Problem(409, "slot_taken", "Someone has just taken this time. Choose another.");
  });
  const rooms = [`center:${wish.center}`];
  const event = { stream: rooms[0], kind: "appointment:status_updated", subject: "appointment", subjectId: id, version: 1, rooms };
  return { status: 201, answer: { appointment: shapeAppointment(row, lines.map(({ minutes, ...line }) => line)) }, event };
}
