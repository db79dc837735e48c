/** The other end of the socket in tests: says what the server would, and keeps what the page said. */
import type { ClientMessage, ServerMessage } from "@/live/messages";

export class FakeSocket {
  static opened: FakeSocket[] = [];
  /** Answer authentication and subscriptions by itself, as a server with nothing new would. */
  static willing = false;
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: (() => void) | null = null;
  sent: ClientMessage[] = [];
  closed = false;

  constructor() {
    FakeSocket.opened.push(this);
    if (FakeSocket.willing) queueMicrotask(() => this.onopen?.());
  }

  static get last(): FakeSocket {
    return FakeSocket.opened.at(-1)!;
  }

  send(text: string): void {
    const message = JSON.parse(text) as ClientMessage;
    this.sent.push(message);
    if (!FakeSocket.willing) return;
    if (message.type === "authenticate") queueMicrotask(() => this.say({ type: "authenticated", person: "u1" }));
    if ("since" in message) queueMicrotask(() => this.say({ type: "subscribed", topic: message.topic, seq: message.since ?? 0 }));
  }

  /** The page closes. */
  close(): void {
    this.closed = true;
  }

  /** The server or the network closes. */
  cut(): void {
    this.closed = true;
    this.onclose?.();
  }

  say(message: ServerMessage): void {
    this.onmessage?.({ data: JSON.stringify(message) });
  }

  /** Let the page in and confirm what it subscribes to at these numbers. */
  welcome(seqs: Record<string, number> = {}): void {
    this.onopen?.();
    this.say({ type: "authenticated", person: "u1" });
    for (const [topic, seq] of Object.entries(seqs)) this.say({ type: "subscribed", topic, seq });
  }

  of(type: string): ClientMessage[] {
    return this.sent.filter((message) => message.type === type);
  }
}
