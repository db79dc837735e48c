// Errors a person can act on, as application/problem+json with a stable code.
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export class Problem extends Error {
  constructor(status, code, detail) {
    super(detail);
    this.status = status;
    this.code = code;
  }
}

export const notFound = () => new Problem(404, "not_found", "There is nothing here for you. Check the address.");

// Send text that is already JSON, without a second pass over it.
export function sendJson(response, status, text, type = "application/json") {
  response.writeHead(status, { "Content-Type": type, "Content-Length": Buffer.byteLength(text) });
  response.end(text);
}

// Express error handler: every failure leaves as a problem document.
export function reportProblem(error, request, response, next) {
  if (response.headersSent) return next(error);
  const known = error instanceof Problem || error.expose;
  const status = known ? error.status : 500;
  if (!known) console.error(error);
  const code = error instanceof Problem ? error.code : known ? "malformed" : "failed";
  const detail = known ? error.message : "Something failed on our side. Try again.";
  const text = JSON.stringify({ type: "about:blank", title: code, status, code, detail });
  return sendJson(response, status, text, "application/problem+json");
}

// Return the value when it is a UUID, else raise a 400 that names the field.
export function uuid(value, field) {
  if (typeof value === "string" && UUID.test(value)) return value;
  throw new Problem(400, "invalid", `${field} must be a UUID.`);
}

// Raise a 400 when the body is no object or has a field that is not named.
export function onlyFields(body, ...names) {
  if (body === null || typeof body !== "object" || Array.isArray(body)) {
    throw new Problem(400, "invalid", "The body must be a JSON object.");
  }
  const unknown = Object.keys(body).find((name) => !names.includes(name));
  if (unknown) throw new Problem(400, "unknown_field", `${unknown} is not a field of this request. Remove it.`);
}
