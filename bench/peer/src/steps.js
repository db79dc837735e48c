// Start and complete a step: the clock, the step, its item, the job's ready window, under the job's lock.
import { newId, statement } from "./database.js";
import { Problem, notFound, onlyFields, uuid } from "./problems.js";
import { shapeItem, shapeJob, shapeStep } from "./shapes.js";

const MINUTE = 60_000;
const STARTABLE = ["queued", "in_progress"];

const lock = statement(
  "lock_step",
  `SELECT row_to_json(job.*) AS job, row_to_json(work_item.*) AS item, row_to_json(step.*) AS step,
     json_build_object('id', customer.id, 'name', customer.name, 'phone', customer.phone) AS customer,
     json_build_object('id', vehicle.id, 'kind', vehicle.kind, 'plate', vehicle.plate, 'make', vehicle.make, 'model',
       vehicle.model, 'year', vehicle.year, 'battery_capacity', vehicle.battery_capacity, 'mileage', vehicle.mileage) AS vehicle,
     CASE WHEN bay.id IS NOT NULL THEN json_build_object('id', bay.id, 'name', bay.name) END AS bay
   FROM step JOIN work_item ON work_item.id = step.item_id JOIN job ON job.id = step.job_id
   JOIN person AS customer ON customer.id = job.customer_id JOIN vehicle ON vehicle.id = job.vehicle_id
   LEFT JOIN resource AS bay ON bay.id = job.bay_id
   WHERE step.id = $1 FOR NO KEY UPDATE OF job, work_item, step`,
);
const survey = statement(
  "survey_steps",
  `SELECT count(*)::int AS total, count(*) FILTER (WHERE NOT open)::int AS done,
     coalesce(sum(estimate) FILTER (WHERE open), 0)::int AS minutes_left,
     count(*) FILTER (WHERE open AND steps.item_id = this.item_id)::int AS open_in_item,
     coalesce(bool_or(open AND mandatory AND steps.item_id = this.item_id AND steps.position < this.position), false) AS earlier_open,
     (SELECT coalesce(json_agg(json_build_object('kind', kind, 'reason', reason, 'since', since)), '[]')
      FROM hold WHERE job_id = this.job_id AND released_at IS NULL) AS holds
   FROM (SELECT job_id, item_id, position FROM step WHERE id = $1) AS this, LATERAL
     (SELECT *, status IN ('pending', 'in_progress', 'paused') AS open FROM step WHERE job_id = this.job_id) AS steps
   GROUP BY this.job_id, this.item_id, this.position`,
);
const begin = statement(
  "begin_step",
  `WITH clock AS (INSERT INTO time_entry (id, job_id, item_id, step_id, technician_id, started_at) VALUES ($8, $3, $2, $1, $9, $4)),
   s AS (UPDATE step SET status = 'in_progress', version = version + 1, started_at = coalesce(started_at, $4),
     running_since = $4, technician_id = $9 WHERE id = $1 RETURNING *),
   i AS (UPDATE work_item SET status = 'in_progress', version = version + 1 WHERE id = $2 RETURNING *),
   j AS (UPDATE job SET version = version + 1, stage = $5, started_at = coalesce(started_at, $4), window_from = $6,
     window_to = $7, window_reason = 'steps_remaining', updated_at = $4 WHERE id = $3 RETURNING *)
   SELECT row_to_json(s) AS step, row_to_json(i) AS item, row_to_json(j) AS job FROM s, i, j`,
);
const finish = statement(
  "finish_step",
  `WITH clock AS (UPDATE time_entry SET ended_at = $4 WHERE step_id = $1 AND ended_at IS NULL
     RETURNING extract(epoch FROM ended_at - started_at)::int AS seconds),
   spent AS (SELECT coalesce(sum(seconds), 0)::int AS seconds FROM clock),
   s AS (UPDATE step SET status = 'done', version = version + 1, completed_at = $4, running_since = NULL,
     clocked = clocked + spent.seconds, notes = coalesce($8, notes) FROM spent WHERE id = $1 RETURNING step.*),
   i AS (UPDATE work_item SET status = $9, version = version + 1, clocked = clocked + spent.seconds
     FROM spent WHERE id = $2 RETURNING work_item.*),
   j AS (UPDATE job SET version = version + 1, stage = $5, window_from = $6, window_to = $7,
     window_reason = 'steps_remaining', updated_at = $4 WHERE id = $3 RETURNING *)
   SELECT row_to_json(s) AS step, row_to_json(i) AS item, row_to_json(j) AS job FROM s, i, j`,
);

// Lock the step's job and refuse what this person, this version or this state does not allow.
async function lockForWork(client, request, from) {
  const id = uuid(request.params.id, "id");
  // Two statements in one trip: the survey takes its own snapshot, after the lock.
  const [[held], [facts]] = await Promise.all([lock(client, id), survey(client, id)]);
  const { actor, body } = request;
  if (!held || actor.roles[held.job.center_id] !== "technician") throw notFound();
  if (held.item.technician_id !== actor.id) throw new Problem(403, "not_assigned", "This work is assigned to someone else.");
  if (body.version !== held.step.version) throw new Problem(409, "stale_version", "The step has changed. Look again.");
  if (held.step.status !== from) throw new Problem(409, "illegal_transition", `The step is ${held.step.status}.`);
  return { ...held, ...facts };
}

// The ready window the remaining minutes lead to: wider the more there is left.
function readyWindow(at, minutesLeft) {
  const from = at.getTime() + minutesLeft * MINUTE;
  return [new Date(from), new Date(from + Math.max(15, minutesLeft / 5) * MINUTE)];
}

// The answer and the event of a changed step.
function outcome(actor, held, changed, progress, current) {
  const technician = { id: actor.id, name: actor.name, initials: actor.initials };
  const { job, item, step } = changed;
  const answer = {
    job: shapeJob(job, { ...held, technician }, progress, current),
    items: [shapeItem(item, technician)],
    steps: [shapeStep(step, technician)],
  };
  const rooms = [`job:${job.id}`, `center:${job.center_id}`];
  const event = { stream: rooms[1], kind: "service:progress_updated", subject: "job", subjectId: job.id, version: job.version, rooms };
  return { status: 200, answer, event };
}

export async function startStep(client, request, at) {
  onlyFields(request.body, "version");
  const held = await lockForWork(client, request, "pending");
  if (!STARTABLE.includes(held.job.stage)) throw new Problem(409, "job_not_open", `The job is at ${held.job.stage}.`);
  if (held.earlier_open) throw new Problem(409, "earlier_step_open", "Finish the earlier steps first.");
  const { job, item, step, total, done, minutes_left: left } = held;
  const { actor } = request;
  const [changed] = await begin(
    client, step.id, item.id, job.id, at, "in_progress", ...readyWindow(at, left), newId(), actor.id,
  ).catch((error) => {
    if (error.constraint !== "time_entry_one_clock") throw error;
    throw new Problem(409, "clock_running", "You are clocked on to another step. Pause or finish it first.");
  });
  const current = {
    step_id: step.id, item_id: item.id, name: step.name, status: "in_progress", number: step.position, of: total,
    started_at: changed.step.started_at, clocked: changed.step.clocked, estimate: step.estimate,
    technician: { id: actor.id, name: actor.name },
  };
  return outcome(actor, held, changed, { done, total, minutes_left: left }, current);
}

export async function completeStep(client, request, at) {
  onlyFields(request.body, "version", "note");
  const held = await lockForWork(client, request, "in_progress");
  const { job, item, step, total, open_in_item: openInItem } = held;
  const done = held.done + 1;
  const left = held.minutes_left - step.estimate;
  const [changed] = await finish(
    client, step.id, item.id, job.id, at, done === total ? "quality_check" : job.stage, ...readyWindow(at, left),
    request.body.note ?? null, openInItem === 1 ? "done" : item.status,
  );
  return outcome(request.actor, held, changed, { done, total, minutes_left: left }, null);
}
