/** One WebSocket for all topics of the page. It reconnects by itself and misses nothing; see protocol.md "The socket". */
import { setClock, workshopNow } from "./clock";
import { contact, RECONNECTING_MS } from "./contact";
import { isFrame, type ClientMessage, type ServerMessage } from "./messages";
import { FollowedTopic, type TopicListener } from "./topics";

export const HEARTBEAT_LIMIT_MS = 12_000;
export const ACK_FRAMES = 50;
export const ACK_MS = 1_000;
const ANSWER_LIMIT_MS = 5_000;
const LINGER_MS = 3_000;
// Two seconds at most while a server restarts, four when it stays away.
const BACKOFF_MS = [250, 500, 1_000, 1_500, ...Array<number>(12).fill(2_000), 4_000];

export type SocketDoors = {
  /** A fresh single-use ticket; null opens public topics only. Rejecting with `ended` means signed out. */
  ticket: () => Promise<string | null>;
  isEnded: (error: unknown) => boolean;
  open: () => WebSocket;
};

export class LiveSocket {
  private topics = new Map<string, FollowedTopic>();
  private socket: WebSocket | null = null;
  private authenticated = false;
  private phase: "idle" | "waiting" | "connecting" | "open" = "idle";
  private trial = 0;
  private failures = 0;
  private unacknowledged = 0;
  private heardAt = 0;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private patience: ReturnType<typeof setTimeout> | undefined;
  private ackTimer: ReturnType<typeof setTimeout> | undefined;
  private watchdog: ReturnType<typeof setInterval> | undefined;
  private lingering = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(private doors: SocketDoors) {
    window.addEventListener("offline", () => this.lose());
    window.addEventListener("online", () => this.hurry());
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible") this.hurry();
    });
  }

  /**
   * Follow a topic from a document's number, or from now on for null; frames come in order and none is left out.
   * Returns how to stop.
   */
  follow(name: string, seq: number | null, listener: TopicListener): () => void {
    const topic = this.topics.get(name) ?? this.begin(name, seq);
    clearTimeout(this.lingering.get(name));
    topic.listeners.add(listener);
    if (seq !== null) for (const frame of this.catchUp(name, seq)) listener.onFrame(frame);
    this.wake();
    return () => {
      topic.listeners.delete(listener);
      if (topic.listeners.size > 0) return;
      this.lingering.set(name, setTimeout(() => this.drop(name), LINGER_MS));
    };
  }

  /** Frames newer than a document just fetched; what is no longer at hand is asked of the server again, null for none of it. */
  catchUp(name: string, seq: number | null) {
    const topic = this.topics.get(name);
    if (!topic) return [];
    const missed = seq === null ? null : topic.after(seq);
    if (missed) return missed;
    topic.restart(seq);
    this.subscribe(topic);
    return [];
  }

  /** Another person, or none: start over with a ticket of their own. */
  restart(): void {
    contact.set((held) => ({ ...held, ended: false }));
    this.lose(0);
  }

  send(message: ClientMessage): void {
    if (this.authenticated || message.type === "authenticate") this.socket?.send(JSON.stringify(message));
  }

  private begin(name: string, seq: number | null): FollowedTopic {
    const topic = new FollowedTopic(name, seq);
    this.topics.set(name, topic);
    contact.set((held) => ({ ...held, wanted: true }));
    this.subscribe(topic);
    return topic;
  }

  private drop(name: string): void {
    this.lingering.delete(name);
    this.topics.delete(name);
    this.send({ type: "unsubscribe", topic: name });
    if (this.topics.size > 0) return this.judge();
    contact.set((held) => ({ ...held, wanted: false, up: false, known: false, lostAt: null, backAt: null }));
    this.shut();
  }

  private subscribe(topic: FollowedTopic): void {
    topic.current = false;
    this.send({ type: "subscribe", topic: topic.name, since: topic.last });
  }

  private wake(): void {
    if (this.phase === "idle" && !contact.get().ended) void this.connect();
  }

  private hurry(): void {
    if (this.topics.size === 0 || contact.get().ended) return;
    if (this.phase === "open" && performance.now() - this.heardAt < HEARTBEAT_LIMIT_MS) return;
    this.failures = 0;
    this.lose(0);
  }

  private async connect(): Promise<void> {
    clearTimeout(this.retry);
    this.phase = "connecting";
    const trial = ++this.trial;
    this.patience = setTimeout(() => this.lose(), 2 * ANSWER_LIMIT_MS);
    if (contact.get().lostAt === null && !contact.get().up) contact.set((held) => ({ ...held, lostAt: Date.now() }));
    try {
      const ticket = await this.doors.ticket();
      if (trial !== this.trial) return;
      const socket = this.doors.open();
      this.socket = socket;
      socket.onopen = () => socket.send(JSON.stringify({ type: "authenticate", ticket } satisfies ClientMessage));
      socket.onmessage = (event) => this.socket === socket && this.hear(JSON.parse(String(event.data)) as ServerMessage);
      socket.onclose = () => this.socket === socket && this.lose();
    } catch (error) {
      if (trial !== this.trial) return;
      if (this.doors.isEnded(error)) this.end();
      else this.lose();
    }
  }

  private hear(message: ServerMessage): void {
    this.heardAt = performance.now();
    if (isFrame(message)) {
      this.topics.get(message.topic)?.take(message);
      return this.acknowledge();
    }
    switch (message.type) {
      case "authenticated":
        setClock(message.clock);
        return this.enter();
      case "heartbeat":
        setClock(message.clock);
        contact.set((held) => ({ ...held, asOf: workshopNow() }));
        return this.judge();
      case "subscribed":
        return this.confirm(message.topic, message.seq);
      case "resync":
        return this.resync(message.topic);
      case "error":
        return this.refuse(message);
    }
  }

  private enter(): void {
    clearTimeout(this.patience);
    this.authenticated = true;
    this.phase = "open";
    this.failures = 0;
    this.watchdog = setInterval(() => {
      if (performance.now() - this.heardAt > HEARTBEAT_LIMIT_MS) this.lose();
    }, 1_000);
    for (const topic of this.topics.values()) this.subscribe(topic);
    this.judge();
  }

  private confirm(name: string, seq: number): void {
    const topic = this.topics.get(name);
    if (!topic) return;
    topic.current = true;
    topic.last = Math.max(topic.last ?? 0, seq);
    this.judge();
  }

  private resync(name: string): void {
    const topic = this.topics.get(name);
    if (!topic) return;
    topic.forget();
    for (const listener of [...topic.listeners]) listener.onResync();
  }

  private refuse({ code, topic: name }: { code: string; topic?: string }): void {
    const topic = name === undefined ? undefined : this.topics.get(name);
    if (!topic) return this.authenticated ? undefined : this.lose();
    topic.current = true;
    for (const listener of [...topic.listeners]) listener.onRefused(code);
    this.judge();
  }

  private acknowledge(): void {
    this.unacknowledged += 1;
    if (this.unacknowledged >= ACK_FRAMES) return this.sendAck();
    this.ackTimer ??= setTimeout(() => this.sendAck(), ACK_MS);
  }

  private sendAck(): void {
    clearTimeout(this.ackTimer);
    this.ackTimer = undefined;
    if (this.unacknowledged > 0) this.send({ type: "ack", frames: this.unacknowledged });
    this.unacknowledged = 0;
  }

  /** Up means authenticated and every topic caught up: only then is "live" true. */
  private judge(): void {
    if (!this.authenticated || ![...this.topics.values()].every((topic) => topic.current)) return;
    const held = contact.get();
    if (held.up) return;
    const shown = held.known && held.lostAt !== null && Date.now() - held.lostAt >= RECONNECTING_MS;
    contact.set({ ...held, up: true, known: true, lostAt: null, backAt: shown ? Date.now() : null, asOf: workshopNow() });
  }

  private lose(delay?: number): void {
    this.shut();
    if (this.topics.size === 0) return;
    this.phase = "waiting";
    contact.set((held) => ({ ...held, up: false, lostAt: held.up || held.lostAt === null ? Date.now() : held.lostAt }));
    const step = BACKOFF_MS[Math.min(this.failures++, BACKOFF_MS.length - 1)]!;
    this.retry = setTimeout(() => void this.connect(), delay ?? step * (0.5 + Math.random() / 2));
  }

  private end(): void {
    this.shut();
    contact.set((held) => ({ ...held, up: false, ended: true, lostAt: held.lostAt ?? Date.now() }));
  }

  private shut(): void {
    const socket = this.socket;
    this.socket = null;
    this.authenticated = false;
    this.phase = "idle";
    this.trial += 1;
    this.unacknowledged = 0;
    clearTimeout(this.patience);
    clearTimeout(this.retry);
    clearTimeout(this.ackTimer);
    clearInterval(this.watchdog);
    this.ackTimer = undefined;
    for (const topic of this.topics.values()) topic.current = false;
    socket?.close();
  }
}
