/** Every request to the API: token, one refresh on 401, a limit on waiting, problem+json as a thrown Problem. */
import { Problem, problemOf } from "./problem";
import { accessToken, JSON_HEADERS, refresh, session } from "./session";

export const LIMIT_MS = 15_000;

/** A `fetch` that signs requests, refreshes once on 401 and throws a Problem for any answer that is not a success. */
export async function signedFetch(input: Request): Promise<Response> {
  const again = input.clone();
  const token = await accessToken();
  const first = await reach(input, token);
  if (first.ok) return first;
  if (first.status === 401 && session.get().user) {
    const fresh = await refresh();
    const second = fresh ? await reach(again, fresh) : first;
    if (second.ok) return second;
    throw await problemOf(second);
  }
  throw await problemOf(first);
}

async function reach(request: Request, token: string | null): Promise<Response> {
  const headers = new Headers(request.headers);
  if (token) headers.set("Authorization", `Bearer ${token}`);
  try {
    return await fetch(new Request(request, { headers }));
  } catch (error) {
    throw new Problem(0, { code: "unreachable", detail: error instanceof Error ? error.message : "" });
  }
}

export type SendOptions = { body?: unknown; key?: string; timeout?: number; headers?: Record<string, string> };

/** Send a request and give its JSON, or undefined for 204. `key` is the Idempotency-Key. Throws `Problem`. */
export async function send<T>(method: string, path: string, options: SendOptions = {}): Promise<T> {
  const { body, key, timeout = LIMIT_MS, headers } = options;
  const response = await signedFetch(
    new Request(new URL(path, location.origin), {
      method,
      headers: { ...JSON_HEADERS, ...(key ? { "Idempotency-Key": key } : {}), ...headers },
      body: method === "GET" ? undefined : JSON.stringify(body ?? {}),
      credentials: "same-origin",
      signal: AbortSignal.timeout(timeout),
    }),
  );
  const text = await response.text();
  return (text ? JSON.parse(text) : undefined) as T;
}

export const read = <T>(path: string): Promise<T> => send<T>("GET", path);
