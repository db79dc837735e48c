/** What this page follows: per topic the listeners, the last number seen and the frames that may be needed again. */
import type { Frame } from "./messages";

const RING = 256;

export type TopicListener = {
  onFrame: (frame: Frame) => void;
  /** The server cannot say what was missed: fetch again, then `follow` from the new number. */
  onResync: () => void;
  /** The server no longer lets this person follow the topic. */
  onRefused: (code: string) => void;
};

export class FollowedTopic {
  readonly listeners = new Set<TopicListener>();
  /** Confirmed by the server on the connection in use. */
  current = false;
  private ring: Frame[] = [];
  private ringAfter: number;

  constructor(
    readonly name: string,
    /** The last number seen: what a new subscription starts from; null for from now on. */
    public last: number | null,
  ) {
    this.ringAfter = last ?? Number.POSITIVE_INFINITY;
  }

  take(frame: Frame): void {
    this.ring.push(frame);
    const dropped = this.ring.length > RING ? this.ring.shift() : undefined;
    if (dropped) this.ringAfter = dropped.seq;
    this.last = Math.max(this.last ?? 0, frame.seq);
    for (const listener of [...this.listeners]) listener.onFrame(frame);
  }

  /** Frames with a greater number than `seq`, or null when some may be missing here. */
  after(seq: number): Frame[] | null {
    return seq < this.ringAfter ? null : this.ring.filter((frame) => frame.seq > seq);
  }

  /** The frames held are not enough any more: whoever reads next fetches and starts again. */
  forget(): void {
    this.restart(Number.POSITIVE_INFINITY);
    this.last = 0;
  }

  /** Start again from a number, as after a resync or for a reader that is further behind. */
  restart(seq: number | null): void {
    this.ring = [];
    this.ringAfter = seq ?? Number.POSITIVE_INFINITY;
    this.last = seq;
    this.current = false;
  }
}
