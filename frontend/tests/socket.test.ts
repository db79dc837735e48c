import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { contact, connectionKind } from "@/live/contact";
import { LiveSocket } from "@/live/socket";
import { FakeSocket } from "./fakeSocket";

const frame = (seq: number, topic = "job.1") => ({ type: "step:started", topic, seq, at: "", data: { steps: [{ id: "s", version: seq }] } });
let ticket: () => Promise<string | null>;
let socket: LiveSocket;

function listener() {
  const seen: number[] = [];
  return { seen, onFrame: (one: { seq: number }) => seen.push(one.seq), onResync: vi.fn(), onRefused: vi.fn() };
}
const settled = () => vi.advanceTimersByTimeAsync(0);
async function connected(seqs: Record<string, number>) {
  await settled();
  FakeSocket.last.welcome(seqs);
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "Date", "performance"] });
  FakeSocket.opened = [];
  ticket = async () => "ticket";
  socket = new LiveSocket({
    ticket: () => ticket(),
    isEnded: (error) => (error as Error).message === "ended",
    open: () => new FakeSocket() as unknown as WebSocket,
  });
});
afterEach(async () => {
  await vi.advanceTimersByTimeAsync(60_000);
  vi.useRealTimers();
});

describe("the socket", () => {
  it("sends the ticket first, then subscribes from the document's number", async () => {
    const stop = socket.follow("job.1", 57, listener());
    await connected({});
    expect(FakeSocket.last.sent).toEqual([
      { type: "authenticate", ticket: "ticket" },
      { type: "subscribe", topic: "job.1", since: 57 },
    ]);
    stop();
  });

  it("is up only when every topic has caught up", async () => {
    const stops = [socket.follow("job.1", 1, listener()), socket.follow("chat.1", 1, listener())];
    await connected({ "job.1": 1 });
    expect(contact.get().up).toBe(false);
    FakeSocket.last.say({ type: "subscribed", topic: "chat.1", seq: 4 });
    expect(contact.get().up).toBe(true);
    stops.forEach((stop) => stop());
  });

  it("shares one connection, hands each frame to the topic's listeners, and starts a late one where it stands", async () => {
    const [one, late] = [listener(), listener()];
    const stops = [socket.follow("job.1", 57, one)];
    await connected({ "job.1": 57 });
    [58, 59, 60].forEach((seq) => FakeSocket.last.say(frame(seq)));
    stops.push(socket.follow("job.1", 58, late));
    FakeSocket.last.say(frame(61));
    expect(one.seen).toEqual([58, 59, 60, 61]);
    expect(late.seen).toEqual([59, 60, 61]);
    expect(FakeSocket.opened).toHaveLength(1);
    expect(FakeSocket.last.of("subscribe")).toHaveLength(1);
    stops.forEach((stop) => stop());
  });

  it("asks the server again for a reader further behind than the frames at hand", async () => {
    const stops = [socket.follow("job.1", 57, listener())];
    await connected({ "job.1": 57 });
    stops.push(socket.follow("job.1", 40, listener()));
    expect(FakeSocket.last.of("subscribe").at(-1)).toEqual({ type: "subscribe", topic: "job.1", since: 40 });
    stops.forEach((stop) => stop());
  });

  it("acknowledges every 50 frames, and after a second what is left", async () => {
    const stop = socket.follow("job.1", 0, listener());
    await connected({ "job.1": 0 });
    for (let seq = 1; seq <= 53; seq++) FakeSocket.last.say(frame(seq));
    expect(FakeSocket.last.of("ack")).toEqual([{ type: "ack", frames: 50 }]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(FakeSocket.last.of("ack").at(-1)).toEqual({ type: "ack", frames: 3 });
    stop();
  });

  it("knows a loss after 12 s without a word, and comes back from the last number", async () => {
    const stop = socket.follow("job.1", 57, listener());
    await connected({ "job.1": 57 });
    FakeSocket.last.say(frame(58));
    await vi.advanceTimersByTimeAsync(11_000);
    expect(contact.get().up).toBe(true);
    await vi.advanceTimersByTimeAsync(2_100);
    expect(contact.get().up).toBe(false);
    await vi.advanceTimersByTimeAsync(500);
    expect(FakeSocket.opened).toHaveLength(2);
    FakeSocket.last.welcome({ "job.1": 70 });
    expect(FakeSocket.last.of("subscribe")).toEqual([{ type: "subscribe", topic: "job.1", since: 58 }]);
    expect(contact.get()).toMatchObject({ up: true, lostAt: null });
    stop();
  });

  it("keeps trying while the server is away, within 4 s at most, and heals when it is back", async () => {
    const stop = socket.follow("job.1", 1, listener());
    await connected({ "job.1": 1 });
    ticket = () => Promise.reject(new Error("unreachable"));
    FakeSocket.last.cut();
    await vi.advanceTimersByTimeAsync(60_000);
    ticket = async () => "ticket";
    await vi.advanceTimersByTimeAsync(4_000);
    FakeSocket.last.welcome({ "job.1": 1 });
    expect(contact.get().up).toBe(true);
    stop();
  });

  it("gives up on a connection that hangs, and tries another", async () => {
    const stop = socket.follow("job.1", 1, listener());
    await settled();
    expect(FakeSocket.opened).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(10_500);
    expect(FakeSocket.opened[0]!.closed).toBe(true);
    expect(FakeSocket.opened.length).toBeGreaterThan(1);
    stop();
  });

  it("takes the browser's offline event as a loss and its online event as a reason to hurry", async () => {
    const stop = socket.follow("job.1", 1, listener());
    await connected({ "job.1": 1 });
    window.dispatchEvent(new Event("offline"));
    expect(contact.get().up).toBe(false);
    window.dispatchEvent(new Event("online"));
    await vi.advanceTimersByTimeAsync(1);
    FakeSocket.last.welcome({ "job.1": 1 });
    expect(contact.get().up).toBe(true);
    stop();
  });

  it("has its listeners fetch on a resync, and starts again from what they fetched", async () => {
    const one = listener();
    const stop = socket.follow("job.1", 5, one);
    await settled();
    FakeSocket.last.welcome();
    FakeSocket.last.say({ type: "resync", topic: "job.1" });
    expect(one.onResync).toHaveBeenCalledOnce();
    expect(socket.catchUp("job.1", 90)).toEqual([]);
    expect(FakeSocket.last.of("subscribe").at(-1)).toEqual({ type: "subscribe", topic: "job.1", since: 90 });
    FakeSocket.last.say({ type: "subscribed", topic: "job.1", seq: 90 });
    expect(contact.get().up).toBe(true);
    stop();
  });

  it("tells its listeners when a topic is refused, and does not call that a loss", async () => {
    const one = listener();
    const stop = socket.follow("job.1", 5, one);
    await settled();
    FakeSocket.last.welcome();
    FakeSocket.last.say({ type: "error", code: "forbidden", topic: "job.1" });
    expect(one.onRefused).toHaveBeenCalledWith("forbidden");
    expect(contact.get().up).toBe(true);
    stop();
  });

  it("stops when the sign-in session has ended", async () => {
    ticket = () => Promise.reject(new Error("ended"));
    const stop = socket.follow("job.1", 5, listener());
    await vi.advanceTimersByTimeAsync(60_000);
    expect(FakeSocket.opened).toHaveLength(0);
    expect(contact.get().ended).toBe(true);
    ticket = async () => "ticket";
    socket.restart();
    await vi.advanceTimersByTimeAsync(1);
    expect(FakeSocket.opened).toHaveLength(1);
    stop();
  });

  it("leaves a topic a while after its last listener, keeps it when one returns, and closes after the last topic", async () => {
    const stop = socket.follow("job.1", 5, listener());
    await connected({ "job.1": 5 });
    stop();
    await vi.advanceTimersByTimeAsync(1_000);
    const again = socket.follow("job.1", 5, listener());
    await vi.advanceTimersByTimeAsync(4_000);
    FakeSocket.last.say({ type: "heartbeat", at: "" });
    expect(FakeSocket.last.of("unsubscribe")).toHaveLength(0);
    again();
    await vi.advanceTimersByTimeAsync(3_100);
    expect(FakeSocket.last.of("unsubscribe")).toEqual([{ type: "unsubscribe", topic: "job.1" }]);
    expect(FakeSocket.last.closed).toBe(true);
    expect(contact.get().wanted).toBe(false);
    const stopNew = socket.follow("job.2", 1, listener());
    await settled();
    expect(FakeSocket.opened).toHaveLength(2);
    stopNew();
  });
});

describe("what the dot shows", () => {
  const state = { wanted: true, up: false, known: true, lostAt: 1_000, backAt: null, asOf: 0, ended: false };
  it.each([
    [{ ...state, wanted: false }, 99_000, "quiet"],
    [{ ...state, known: false }, 1_500, "quiet"],
    [state, 1_900, "live"],
    [state, 2_000, "reconnecting"],
    [state, 30_999, "reconnecting"],
    [state, 31_000, "stale"],
    [{ ...state, up: true, lostAt: null, backAt: 5_000 }, 6_999, "back"],
    [{ ...state, up: true, lostAt: null, backAt: 5_000 }, 7_000, "live"],
    [{ ...state, up: true, lostAt: null }, 7_000, "live"],
  ] as const)("%o at %i ms: %s", (held, now, kind) => {
    expect(connectionKind(held, now)).toBe(kind);
  });
});
