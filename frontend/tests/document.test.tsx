import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { LiveDocument } from "@/api/documents";
import { read } from "@/api/http";
import { enter, leave, session } from "@/api/session";
import type { AllowedAction } from "@/api/things";
import { needMessages } from "@/lib/i18n";
import { cache } from "@/live/cache";
import { contact } from "@/live/contact";
import { useLiveDocument } from "@/live/document";
import { intents } from "@/live/intents";
import { useCommand } from "@/live/useCommand";
import { IntentNote } from "@/ui/IntentNote";
import { LiveState } from "@/ui/LiveState";
import { Toaster } from "@/ui/Toaster";
import { toasts } from "@/ui/toasts";
import { FakeApi, signedIn } from "./fakeApi";
import { FakeSocket } from "./fakeSocket";
import { until } from "./until";

type Step = { id: string; version: number; status: string; allowed_actions?: AllowedAction[] };
type Doc = LiveDocument & { steps: Step[]; job: { id: string; version: number } | null };
const GET = "GET /api/staff/jobs/j1";
let round = 0;
let TOPIC = "";
let KEY: string[] = [];
const COMPLETE = "POST /api/staff/steps/s1/complete";
const doc = (seq: number, status: string, version = seq, topic = TOPIC) => ({ topic, seq, steps: [{ id: "s1", version, status }], job: null });
const frame = (seq: number, data: Record<string, unknown>, topic = TOPIC) => ({ type: "step:changed", topic, seq, at: "", data });
const undo: AllowedAction = { verb: "undo", label: "Undo", tone: "neutral", only: ["u1"], except: null, since: null, until: null };

function Page() {
  const live = useLiveDocument<Doc>(KEY, () => read<Doc>("/api/staff/jobs/j1"), { refetchOn: (data) => "appointment" in data });
  const commands = useCommand(KEY);
  return (
    <LiveState live={live}>
      {({ steps, topic }) => (
        <main data-topic={topic}>
          {steps.map((step) => (
            <article key={step.id}>
              <output>{step.status}</output>
              <IntentNote intents={commands.of(step.id)} />
              <button onClick={() => commands.run({ to: "staff/steps", id: step.id, verb: "complete", version: step.version, say: "Step done", patch: { steps: [{ id: step.id, status: "done" }] } })}>go</button>
            </article>
          ))}
        </main>
      )}
    </LiveState>
  );
}

let api: FakeApi;
const say = (message: Parameters<FakeSocket["say"]>[0]) => act(async () => FakeSocket.last.say(message));

async function show() {
  render(
    <I18nProvider i18n={i18n}>
      <QueryClientProvider client={cache}>
        <Page />
        <Toaster />
      </QueryClientProvider>
    </I18nProvider>,
  );
}
async function shown() {
  await show();
  await screen.findByText("go");
  await until(() => expect(FakeSocket.opened.at(-1)?.of("subscribe")).toContainEqual({ type: "subscribe", topic: TOPIC, since: 10 }));
}

beforeEach(async () => {
  await needMessages("common");
  vi.stubGlobal("WebSocket", FakeSocket);
  FakeSocket.willing = true;
  round += 1;
  [TOPIC, KEY] = [`job.j${round}`, ["job", `j${round}`]];
  api = new FakeApi();
  api.on("POST /api/auth/socket-ticket", { body: { ticket: "t" } });
  api.on(GET, { body: doc(10, "pending") });
  enter(signedIn());
});
afterEach(() => {
  cleanup();
  leave();
  cache.clear();
  intents.set([]);
  toasts.set([]);
});

describe("a live document", () => {
  it("is fetched, followed from its number and changed by frames", async () => {
    await shown();
    await say(frame(11, { steps: [{ id: "s1", version: 11, status: "in_progress" }] }));
    await until(() => expect(document.querySelector("output")).toHaveTextContent("in_progress"));
  });

  it("fetches again on a resync and keeps showing what it has meanwhile", async () => {
    await shown();
    api.on(GET, { body: doc(40, "paused") });
    await say({ type: "resync", topic: TOPIC });
    expect(document.querySelector("output")).not.toBeNull();
    await until(() => expect(document.querySelector("output")).toHaveTextContent("paused"));
    await until(() => expect(FakeSocket.last.of("subscribe").at(-1)).toEqual({ type: "subscribe", topic: TOPIC, since: 40 }));
  });

  it("says field by field what is wrong with what was sent", async () => {
    await shown();
    api.on(COMPLETE, { status: 400, body: { code: "validation_failed", detail: "Some of what was sent is not right.", next: "Correct the fields named here.", fields: { reading: ["Use at most nine digits."] } } });
    await userEvent.click(screen.getByText("go"));
    const alert = await screen.findByRole("alert");
    expect(alert).toHaveTextContent("Use at most nine digits.");
    expect(alert).not.toHaveTextContent("Correct the fields named here.");
  });

  it("loses no frame that arrives while it is being fetched again", async () => {
    await shown();
    let answer: (reply: { body: unknown }) => void = () => {};
    api.on(GET, () => new Promise((resolve) => (answer = resolve)));
    await act(async () => void cache.invalidateQueries({ queryKey: KEY }));
    await until(() => expect(api.of(GET)).toHaveLength(2));
    await say(frame(12, { steps: [{ id: "s1", version: 12, status: "done" }] }));
    await act(async () => answer({ body: doc(11, "in_progress") }));
    await until(() => expect(cache.isFetching()).toBe(0));
    await until(() => expect(document.querySelector("output")).toHaveTextContent("done"));
  });

  it("follows the new topic when a frame turned it into another document", async () => {
    await shown();
    api.on(GET, { body: doc(3, "pending", 20, "job.other") });
    await say(frame(11, { appointment: { id: "a", version: 1, job_id: "j2" } }));
    await until(() => expect(FakeSocket.last.of("subscribe").at(-1)).toEqual({ type: "subscribe", topic: "job.other", since: 3 }));
  });

  it("is taken away when the server takes the right to it away, and says so", async () => {
    await shown();
    api.on(GET, { status: 404, body: { code: "not_found", detail: "There is no such job." } });
    await say({ type: "error", code: "forbidden", topic: TOPIC });
    expect(await screen.findByText("Not yours to see")).toBeInTheDocument();
    expect(document.querySelector("output")).toBeNull();
  });

  it("asks once for what is refused, and again when the connection comes back", async () => {
    contact.set((held) => ({ ...held, up: true }));
    const turn = () => new Promise((resolve) => setTimeout(resolve));
    api.on(GET, async () => {
      await turn();
      return { status: 404, body: { code: "not_found", detail: "There is no such job." } };
    });
    await show();
    expect(await screen.findByText("Not yours to see")).toBeInTheDocument();
    for (let turns = 0; turns < 50; turns += 1) await act(turn);
    expect(api.of(GET)).toHaveLength(1);
    api.on(GET, { body: doc(10, "pending") });
    await act(async () => contact.set((held) => ({ ...held, up: false })));
    await act(async () => contact.set((held) => ({ ...held, up: true })));
    expect(await screen.findByText("go")).toBeInTheDocument();
  });

  it("is there again when the person whose sign-in ended has signed in again", async () => {
    await shown();
    api.on(GET, { status: 401, body: { code: "session_ended", detail: "You are not signed in any more." } });
    api.on("POST /api/auth/refresh", { status: 401, body: { code: "session_ended" } });
    api.on("POST /api/auth/socket-ticket", { status: 401, body: { code: "session_ended" } });
    await say({ type: "error", code: "forbidden", topic: TOPIC });
    await until(() => expect(session.get().ended).toBe(true));
    await until(() => expect(document.querySelector("output")).toBeNull());
    const asked = api.of(GET).length;
    api.on(GET, { body: doc(12, "verified") });
    api.on("POST /api/auth/socket-ticket", { body: { ticket: "t" } });
    await act(async () => enter(signedIn("t2")));
    await until(() => expect(document.querySelector("output")).toHaveTextContent("verified"));
    expect(asked).toBeLessThan(4);
  });

  it("says that there is no connection on a first load without one, and loads by itself later", async () => {
    api.on(GET, "unreachable");
    await show();
    expect(await screen.findByText("No connection")).toBeInTheDocument();
    api.on(GET, { body: doc(10, "pending") });
    expect(await screen.findByText("go")).toBeInTheDocument();
  });
});

describe("a command", () => {
  it("shows its guess at once and the answer after it, and offers undo", async () => {
    await shown();
    let answer: (reply: { body: unknown }) => void = () => {};
    api.on(COMPLETE, () => new Promise((resolve) => (answer = resolve)));
    await userEvent.click(screen.getByText("go"));
    expect(document.querySelector("output")).toHaveTextContent("done");
    await until(() => expect(api.of(COMPLETE)[0]).toMatchObject({ body: { version: 10 }, key: expect.any(String) as string }));
    expect(await screen.findByText("Sending", {})).toBeInTheDocument();
    await act(async () => answer({ body: { steps: [{ id: "s1", version: 11, status: "done", allowed_actions: [undo] }] } }));
    expect(screen.queryByText("Sending")).toBeNull();
    expect(await screen.findByText("Step done")).toBeInTheDocument();

    api.on("POST /api/staff/steps/s1/undo", { body: { steps: [{ id: "s1", version: 12, status: "pending" }] } });
    await userEvent.click(screen.getByRole("button", { name: "Undo" }));
    await until(() => expect(document.querySelector("output")).toHaveTextContent("pending"));
    expect(api.of("POST /api/staff/steps/s1/undo")[0]).toMatchObject({ body: { version: 11 } });
  });

  it("keeps a failure beside the thing and sends the same key again on Retry", async () => {
    await shown();
    api.on(COMPLETE, "unreachable");
    await userEvent.click(screen.getByText("go"));
    expect(await screen.findByRole("alert")).toHaveTextContent("The workshop could not be reached");
    expect(document.querySelector("output")).toHaveTextContent("pending");
    api.on(COMPLETE, { body: { steps: [{ id: "s1", version: 11, status: "done" }] } });
    await userEvent.click(screen.getByRole("button", { name: "Retry" }));
    await until(() => expect(document.querySelector("output")).toHaveTextContent("done"));
    expect(new Set(api.of(COMPLETE).map((one) => one.key)).size).toBe(1);
    expect(screen.queryByRole("alert")).toBeNull();
  });

  it("tells the second of two people who was first, and shows what is true now", async () => {
    await shown();
    api.on(COMPLETE, { status: 409, body: { code: "stale_version", detail: "Arun completed this step at 14:02." } });
    api.on(GET, { body: doc(12, "verified") });
    await userEvent.click(screen.getByText("go"));
    expect(await screen.findByRole("alert")).toHaveTextContent("Arun completed this step at 14:02.");
    await until(() => expect(document.querySelector("output")).toHaveTextContent("verified"));
    expect(screen.queryByRole("button", { name: "Retry" })).toBeNull();
    await userEvent.click(screen.getByRole("button", { name: "Got it" }));
    expect(screen.queryByRole("alert")).toBeNull();
  });
});
