// A write: one transaction with the changed rows, the idempotency row, the numbered event; then the news goes out.
import { createHash } from "node:crypto";
import { statement, transaction } from "./database.js";
import { announce } from "./live.js";
import { Problem, sendJson, uuid } from "./problems.js";

const open = statement(
  "open_command",
  `SELECT set_config('peer.actor', $1::text, true), known.fingerprint, known.status, known.answer,
     $2::uuid IS NULL OR pg_try_advisory_xact_lock(hashtextextended($1::text || $2::text, 0)) AS alone
   FROM (SELECT 1) AS one LEFT JOIN idempotency AS known ON known.person_id = $1::uuid AND known.key = $2`,
);
const record = statement(
  "record_event",
  `WITH head AS (UPDATE stream_head SET seq = seq + 1 WHERE stream = $1 RETURNING seq)
   INSERT INTO event (stream, seq, kind, subject, subject_id, version, actor_id, at, data)
   SELECT $1, head.seq, $2, $3, $4, $5, $6, $7, $8 FROM head RETURNING seq`,
);
const remember = statement(
  "remember_answer",
  `INSERT INTO idempotency (person_id, key, fingerprint, status, answer, at) VALUES ($1, $2, $3, $4, $5, $6)`,
);

function replay(known, fingerprint) {
  if (!known.fingerprint.equals(fingerprint)) {
    throw new Problem(422, "key_reused", "This Idempotency-Key was used for another request. Use a new one.");
  }
  return { status: known.status, text: known.answer };
}

// Run `body(client, at)` as a command. It returns {status, answer, event: {stream, kind, subject, subjectId, version, rooms}}.
async function run(request, key, body) {
  const actor = request.actor.id;
  const fingerprint = createHash("sha256").update(request.method).update(request.originalUrl).update(request.raw ?? "").digest();
  return transaction(async (client) => {
    const [known] = await open(client, actor, key);
    if (known.fingerprint) return replay(known, fingerprint);
    if (!known.alone) throw new Problem(409, "in_flight", "This request is being worked on. Ask again in a moment.");
    const at = new Date();
    const { status, answer, event } = await body(client, at);
    const text = JSON.stringify(answer);
    const { stream, kind, subject, subjectId, version } = event;
    const [[{ seq }]] = await Promise.all([
      record(client, stream, kind, subject, subjectId, version, actor, at, text),
      key && remember(client, actor, key, fingerprint, status, text, at),
    ]);
    return { status, text, news: { ...event, seq: Number(seq), at, data: answer } };
  });
}

// Make an Express handler of a command body; the same key twice gives one effect and one answer.
export function command(body) {
  return async (request, response) => {
    const given = request.headers["idempotency-key"];
    const key = given === undefined ? null : uuid(given, "Idempotency-Key");
    const attempt = () => run(request, key, (client, at) => body(client, request, at));
    const done = await attempt().catch((error) => {
      if (error.constraint === "idempotency_pkey") return attempt(); // its twin has just committed
      throw error;
    });
    sendJson(response, done.status, done.text);
    if (done.news) announce(done.news); // after the answer: a thousand screens must not keep the technician waiting
  };
}
