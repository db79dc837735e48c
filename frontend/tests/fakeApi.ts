/** A server for tests: answers requests by method and path, and keeps what was asked of it. */
import { vi } from "vitest";
import type { SignedIn } from "@/api/session";

export type Asked = { method: string; path: string; query: URLSearchParams; body: unknown; key: string | null; token: string | null; client: string | null };
type Reply = { status?: number; body?: unknown; headers?: Record<string, string> } | "unreachable";
type Answer = Reply | ((asked: Asked) => Reply | Promise<Reply>);

export class FakeApi {
  asked: Asked[] = [];
  private answers = new Map<string, Answer>();

  constructor() {
    vi.stubGlobal("fetch", (input: Request | string, init?: RequestInit) =>
      this.answer(input instanceof Request ? input : new Request(new URL(input, location.origin), init)),
    );
  }

  on(route: string, answer: Answer): void {
    this.answers.set(route, answer);
  }

  of(route: string): Asked[] {
    return this.asked.filter((one) => `${one.method} ${one.path}` === route);
  }

  private async answer(request: Request): Promise<Response> {
    const { pathname, searchParams: query } = new URL(request.url);
    const text = await request.text();
    const asked = {
      method: request.method,
      path: pathname,
      query,
      body: text ? (JSON.parse(text) as unknown) : undefined,
      key: request.headers.get("Idempotency-Key"),
      token: request.headers.get("Authorization"),
      client: request.headers.get("X-Pitlane-Client"),
    };
    this.asked.push(asked);
    const held = this.answers.get(`${request.method} ${pathname}`);
    const reply = typeof held === "function" ? await held(asked) : (held ?? { status: 404, body: { code: "not_found", detail: "There is no such thing." } });
    if (reply === "unreachable") throw new TypeError("Failed to fetch");
    const { status = 200, body, headers } = reply;
    return new Response(status === 204 ? null : JSON.stringify(body ?? {}), { status, headers });
  }
}

export const signedIn = (token = "t1", id = "u1"): SignedIn => ({
  access_token: token,
  user: { id, email: `${id}@pitlane.test`, name: "Priya S.", roles: [{ role: "technician", service_center_id: "c1", lead: false, driver: false }] },
  expires_in: 300,
  session_expires_at: "2026-12-20T08:00:00Z",
  service_center_id: "c1",
});
