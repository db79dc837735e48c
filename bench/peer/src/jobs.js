// The list a desk opens: jobs with customer, vehicle, items, steps and holds, nested by the database in one statement.
import { pool, statement } from "./database.js";
import { Problem, notFound, sendJson, uuid } from "./problems.js";

const MOST = 100;

const list = statement(
  "list_jobs",
  `SELECT json_build_object('jobs', coalesce(json_agg(shape ORDER BY created_at DESC, id DESC), '[]'))::text AS text
   FROM (
     SELECT job.id, job.created_at, json_build_object(
       'id', job.id, 'version', job.version, 'number', job.number, 'stage', job.stage, 'title', job.title,
       'concern', job.concern, 'mileage_in', job.mileage_in, 'charge_in', job.charge_in, 'received_at', job.received_at,
       'started_at', job.started_at, 'ready_at', job.ready_at,
       'window', json_build_object('from', job.window_from, 'to', job.window_to, 'reason', job.window_reason),
       'total', json_build_object('amount', job.total::text, 'currency', 'EUR'),
       'customer', json_build_object('id', customer.id, 'name', customer.name, 'phone', customer.phone),
       'vehicle', json_build_object('id', vehicle.id, 'kind', vehicle.kind, 'plate', vehicle.plate, 'make', vehicle.make,
         'model', vehicle.model, 'year', vehicle.year, 'mileage', vehicle.mileage),
       'bay', CASE WHEN bay.id IS NOT NULL THEN json_build_object('id', bay.id, 'name', bay.name) END,
       'items', (SELECT coalesce(json_agg(json_build_object(
           'id', item.id, 'version', item.version, 'position', item.position, 'name', item.name, 'kind', item.kind,
           'status', item.status, 'estimate', item.estimate, 'clocked', item.clocked,
           'technician', CASE WHEN worker.id IS NOT NULL THEN
             json_build_object('id', worker.id, 'name', worker.name, 'initials', worker.initials) END,
           'steps', (SELECT coalesce(json_agg(json_build_object(
               'id', step.id, 'version', step.version, 'position', step.position, 'name', step.name,
               'status', step.status, 'estimate', step.estimate, 'clocked', step.clocked) ORDER BY step.position), '[]')
             FROM step WHERE step.item_id = item.id)) ORDER BY item.position), '[]')
         FROM work_item AS item LEFT JOIN person AS worker ON worker.id = item.technician_id WHERE item.job_id = job.id),
       'holds', (SELECT coalesce(json_agg(json_build_object('kind', hold.kind, 'reason', hold.reason, 'since', hold.since)), '[]')
         FROM hold WHERE hold.job_id = job.id AND hold.released_at IS NULL),
       'created_at', job.created_at, 'updated_at', job.updated_at) AS shape
     FROM (SELECT * FROM job WHERE center_id = $1 ORDER BY created_at DESC, id DESC LIMIT $2) AS job
     JOIN person AS customer ON customer.id = job.customer_id JOIN vehicle ON vehicle.id = job.vehicle_id
     LEFT JOIN resource AS bay ON bay.id = job.bay_id
   ) AS page`,
);

// GET /jobs?center=&limit=: the newest jobs of a centre the person works at.
export async function listJobs(request, response) {
  const center = uuid(request.query.center, "center");
  const limit = Number(request.query.limit ?? 50);
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST) throw new Problem(400, "invalid", `limit must be 1 to ${MOST}.`);
  if (!request.actor.roles[center]) throw notFound();
  const [{ text }] = await list(pool, center, limit);
  sendJson(response, 200, text);
}
