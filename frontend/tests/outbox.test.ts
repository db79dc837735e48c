import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { i18n } from "@lingui/core";
import { enter, leave, session } from "@/api/session";
import { cache } from "@/live/cache";
import { run, type Command } from "@/live/commands";
import { contact } from "@/live/contact";
import { intents } from "@/live/intents";
import { discard, drain, retryQueued, startOutbox, takeBack } from "@/live/outbox";
import { all } from "@/live/outboxShelf";
import { toasts } from "@/ui/toasts";
import { FakeApi, signedIn } from "./fakeApi";
import { until } from "./until";

const KEY = ["technician-job", "j1"];
const START = "POST /api/technicians/steps/s1/start";
const COMPLETE = "POST /api/technicians/steps/s1/complete";
const step = (version: number, status: string) => ({ id: "s1", version, status });
const command = (verb: string, status: string): Command => ({
  to: "technicians/steps", id: "s1", verb, version: 3, say: verb, queue: true, patch: { steps: [{ id: "s1", status }] },
});
const shown = () => cache.getQueryData<{ steps: object[] }>(KEY)?.steps;
const network = (up: boolean) => contact.set((held) => ({ ...held, wanted: true, known: true, up }));
const person = () => session.get().user?.id ?? "u1";

let api: FakeApi;
beforeEach(async () => {
  i18n.loadAndActivate({ locale: "en", messages: { undo: ["Undo"], undone: ["Undone"] } });
  api = new FakeApi();
  enter(signedIn());
  cache.setQueryData(KEY, { topic: "job.j1", seq: 1, steps: [step(3, "pending")] });
  toasts.set([]);
});
afterEach(async () => {
  for (const one of await all("u1")) await discard(one.key);
  intents.set([]);
  leave();
  contact.set((held) => ({ ...held, wanted: false, known: false, up: false }));
});

describe("the outbox", () => {
  it("sends at once when it can, and puts the answer in", async () => {
    api.on(START, { body: { steps: [step(4, "in_progress")] } });
    await run(KEY, command("start", "in_progress"));
    expect(shown()).toEqual([step(4, "in_progress")]);
    expect(api.of(START)[0]).toMatchObject({ body: { version: 3 }, key: expect.stringMatching(/^[0-9a-f-]{36}$/) });
    expect(await all(person())).toEqual([]);
    expect(intents.get()).toEqual([]);
  });

  it("keeps what could not be sent, in order, and sends it later with the same keys and the versions it led to", async () => {
    api.on(START, "unreachable");
    await run(KEY, command("start", "in_progress"));
    network(false);
    await run(KEY, command("complete", "done"));
    expect(intents.get().map((one) => [one.verb, one.state])).toEqual([["start", "waiting"], ["complete", "waiting"]]);
    expect(api.of(COMPLETE)).toEqual([]);

    api.on(START, { body: { steps: [step(4, "in_progress")] } });
    api.on(COMPLETE, { body: { steps: [step(5, "done")] } });
    network(true);
    await drain();
    const sent = api.of(START);
    expect(sent.length).toBeGreaterThan(1);
    expect(new Set(sent.map((one) => one.key)).size).toBe(1);
    expect(new Set(sent.map((one) => JSON.stringify(one.body))).size).toBe(1);
    expect(api.of(COMPLETE).map((one) => one.body)).toEqual([{ version: 4, at: expect.stringMatching(/^\d{4}-/) as string }]);
    expect(shown()).toEqual([step(5, "done")]);
    expect(await all(person())).toEqual([]);
  });

  it("keeps a refusal with everything for the person, and goes on with the rest", async () => {
    api.on(START, { status: 409, body: { code: "stale_version", detail: "Arun started it at 14:02." } });
    api.on(COMPLETE, { body: { steps: [step(5, "done")] } });
    await run(KEY, command("start", "in_progress"));
    await run(KEY, command("complete", "done"));
    expect(intents.get()).toHaveLength(1);
    expect(intents.get()[0]).toMatchObject({ verb: "start", state: "refused", problem: { detail: "Arun started it at 14:02." } });
    expect(shown()).toEqual([step(5, "done")]);

    const key = intents.get()[0]!.key;
    api.on(START, { body: { steps: [step(6, "in_progress")] } });
    await retryQueued(key);
    expect(api.of(START).map((one) => one.key)).toEqual([key, key]);
    expect(intents.get()).toEqual([]);
  });

  it("takes a refusal away when the same is asked again", async () => {
    api.on(COMPLETE, { status: 400, body: { code: "validation_failed", detail: "Some of what was sent is not right." } });
    await run(KEY, command("complete", "done"));
    expect(intents.get()).toMatchObject([{ state: "refused" }]);
    api.on(COMPLETE, { body: { steps: [step(5, "done")] } });
    await run(KEY, command("complete", "done"));
    await until(() => expect(intents.get()).toEqual([]));
    expect(await all(person())).toEqual([]);
  });

  it("is the person's own: another one neither sees nor sends it, and it waits for its owner on this device", async () => {
    startOutbox();
    api.on(START, "unreachable");
    await run(KEY, command("start", "in_progress"));
    enter(signedIn("t2", "u2"));
    await until(() => expect(intents.get()).toEqual([]));
    api.on(START, { body: { steps: [step(4, "in_progress")] } });
    await drain();
    expect(await all("u1")).toHaveLength(1);
    enter(signedIn("t3", "u1"));
    await until(async () => expect(await all("u1")).toEqual([]));
    expect(new Set(api.of(START).map((one) => one.token))).toEqual(new Set(["Bearer t1", "Bearer t3"]));
  });

  it("lets a tap be taken back while it waits, but not once it was tried", async () => {
    api.on(START, "unreachable");
    await run(KEY, command("start", "in_progress"));
    network(false);
    await run(KEY, command("complete", "done"));
    const [tried, waiting] = intents.get();
    expect(await takeBack(waiting!.key)).toBe(true);
    expect(await takeBack(tried!.key)).toBe(false);
    expect((await all("u1")).map((one) => one.key)).toEqual([tried!.key]);
  });

  it("sends each thing once although several ask it to", async () => {
    api.on(START, async () => ({ body: { steps: [step(4, "in_progress")] } }));
    await Promise.all([run(KEY, command("start", "in_progress")), drain(), drain()]);
    expect(api.of(START)).toHaveLength(1);
  });

  it("waits for the session to come back instead of giving up", async () => {
    api.on(START, { status: 401, body: { code: "session_ended" } });
    api.on("POST /api/auth/refresh", { status: 503 });
    await run(KEY, command("start", "in_progress"));
    expect((await all("u1")).map((one) => one.refusal)).toEqual([null]);
  });
});
