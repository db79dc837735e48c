// Who is asking: a signed token, checked against its session row on every request; single-use tickets for sockets.
import { createHash, createSecretKey, randomBytes } from "node:crypto";
import jwt from "jsonwebtoken";
import { config } from "./config.js";
import { pool, statement } from "./database.js";
import { Problem, sendJson } from "./problems.js";

const TICKET_SECONDS = 30;
// A key made once: given the bare text, the library parses it as a certificate first, for milliseconds each time.
const KEY = createSecretKey(config.secret, "utf8");

const ACTOR = `person.id, person.name, person.initials,
  (SELECT coalesce(json_object_agg(center_id, role), '{}') FROM membership WHERE person_id = person.id) AS roles`;

const findActor = statement(
  "find_actor",
  `SELECT ${ACTOR} FROM session JOIN person ON person.id = session.person_id
   WHERE session.id = $1 AND session.ended_at IS NULL AND session.expires_at > now()`,
);
const redeem = statement(
  "redeem_ticket",
  `UPDATE socket_ticket SET used_at = now() FROM session JOIN person ON person.id = session.person_id
   WHERE token_hash = $1 AND used_at IS NULL AND socket_ticket.expires_at > now()
     AND session.id = socket_ticket.session_id AND session.ended_at IS NULL AND session.expires_at > now()
   RETURNING ${ACTOR}`,
);
const issue = statement(
  "issue_ticket",
  `INSERT INTO socket_ticket (token_hash, session_id, expires_at) VALUES ($1, $2, now() + make_interval(secs => $3))`,
);

const digest = (token) => createHash("sha256").update(token).digest();

function claims(request) {
  const [scheme, token] = (request.headers.authorization ?? "").split(" ");
  try {
    if (scheme === "Bearer") return jwt.verify(token, KEY, { algorithms: ["HS256"] });
  } catch {
    // An expired and a forged token get the same answer.
  }
  throw new Problem(401, "not_signed_in", "Sign in and try again.");
}

// Express middleware: put the signed-in person, with the roles the database holds now, on the request.
export async function signedIn(request, response, next) {
  const { sid } = claims(request);
  const [actor] = await findActor(pool, sid);
  if (!actor) throw new Problem(401, "session_ended", "Sign in again.");
  request.actor = actor;
  request.sessionId = sid;
  next();
}

// Answer with a ticket that opens one socket within 30 seconds.
export async function issueTicket(request, response) {
  const ticket = randomBytes(24).toString("base64url");
  await issue(pool, digest(ticket), request.sessionId, TICKET_SECONDS);
  sendJson(response, 201, JSON.stringify({ ticket, expires_in: TICKET_SECONDS }));
}

// Socket.IO middleware: trade the ticket for the person.
export async function admit(socket, next) {
  const { ticket } = socket.handshake.auth;
  const [actor] = typeof ticket === "string" ? await redeem(pool, digest(ticket)) : [];
  if (!actor) return next(new Error("bad_ticket"));
  socket.data.actor = actor;
  return next();
}
