/** A refusal of the server (RFC 9457 problem+json), or the network's silence. */

export type ProblemBody = {
  type?: string;
  title?: string;
  status?: number;
  code?: string;
  detail?: string;
  next?: string;
  fields?: Record<string, string[]>;
  [extra: string]: unknown;
};

export class Problem extends Error {
  /** HTTP status; 0 when no answer came. */
  readonly status: number;
  /** Stable code to decide by; `unreachable` when no answer came. */
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  /** What the person can do next. */
  readonly next: string;
  readonly fields: Record<string, string[]>;
  /** The whole body: a 409 carries the current state, a lost slot the next free ones. */
  readonly body: ProblemBody;
  /** Seconds the server asked to wait. */
  readonly retryAfter: number | null;

  constructor(status: number, body: ProblemBody, retryAfter: number | null = null) {
    super(body.detail ?? body.title ?? body.code ?? `HTTP ${status}`);
    this.name = "Problem";
    this.status = status;
    this.code = body.code ?? (status === 0 ? "unreachable" : `http_${status}`);
    this.title = body.title ?? "";
    this.detail = body.detail ?? "";
    this.next = typeof body.next === "string" ? body.next : "";
    this.fields = body.fields ?? {};
    this.body = body;
    this.retryAfter = retryAfter;
  }

  /** Whether the same request, with the same key, may succeed later by itself. */
  get passing(): boolean {
    return [0, 408, 425, 429].includes(this.status) || this.status >= 500 || this.code === "request_in_flight";
  }
}

export async function problemOf(response: Response): Promise<Problem> {
  const wait = Number(response.headers.get("Retry-After"));
  const body = await response.json().catch(() => ({}));
  return new Problem(response.status, body as ProblemBody, Number.isFinite(wait) && wait > 0 ? wait : null);
}

/** Any thrown value as a Problem; a failed fetch becomes status 0. */
export function asProblem(error: unknown): Problem {
  return error instanceof Problem ? error : new Problem(0, { detail: error instanceof Error ? error.message : "" });
}
