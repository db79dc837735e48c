/** What travels on the socket, as the server and this application write it. */
import type { ClockReading } from "@/api/things";
import type { FrameData } from "./reducer";

export type Frame = { type: string; topic: string; seq: number; at: string; version?: number; data: FrameData };

export type ServerMessage =
  | Frame
  | { type: "authenticated"; person: string | null; clock?: ClockReading }
  | { type: "subscribed"; topic: string; seq: number }
  | { type: "resync"; topic: string }
  | { type: "heartbeat"; at: string; clock?: ClockReading }
  | { type: "error"; code: string; topic?: string };

export type ClientMessage =
  | { type: "authenticate"; ticket: string | null }
  | { type: "subscribe"; topic: string; since: number | null }
  | { type: "unsubscribe"; topic: string }
  | { type: "ack"; frames: number }
  | { type: string; topic: string };

export function isFrame(message: { type: string }): message is Frame {
  return "seq" in message && "topic" in message && "data" in message;
}
