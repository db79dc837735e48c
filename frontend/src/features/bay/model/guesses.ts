/**
 * What a tap will most likely have done, shown until the server has said so. The offers in a guess only let a tablet
 * without network go on; whether they stand is the server's to say when the taps arrive. Pure.
 */
import type { AllowedAction, Job, Step } from "@/api/things";
import type { FrameData } from "@/live/reducer";
import { clockedAt } from "@/live/clocked";

export type Worker = { id: string; name: string };
type Guess = Partial<Step> & { id: string };

function offer(verb: string, me: Worker): AllowedAction {
  return { verb, label: "", tone: "primary", only: [me.id], except: null, since: null, until: null };
}

const moment = (now: number): string => new Date(now).toISOString();
const steps = (...changed: Guess[]): FrameData => ({ steps: changed });

function running(step: Step, me: Worker, now: number): Guess {
  return {
    id: step.id,
    status: "in_progress",
    technician: me,
    started_at: step.started_at ?? moment(now),
    running_since: moment(now),
    pause_reason: "",
    blocker: null,
    allowed_actions: [offer("pause", me), offer("complete", me)],
  };
}

function stopped(step: Step, now: number): Guess {
  return { id: step.id, clocked: Math.floor(clockedAt(step, now)), running_since: null, allowed_actions: [] };
}

/** Started or resumed. */
export const started = (step: Step, me: Worker, now: number): FrameData => steps(running(step, me, now));

export function paused(step: Step, me: Worker, now: number, reason: string): FrameData {
  return steps({ ...stopped(step, now), status: "paused", pause_reason: reason, allowed_actions: [offer("resume", me)] });
}

/** Done, and with `next` the clock goes on there. */
export function completed(
  step: Step,
  me: Worker,
  now: number,
  { reading, note, next }: { reading?: number; note?: string; next?: Step } = {},
): FrameData {
  const done: Guess = { ...stopped(step, now), status: "done", completed_at: moment(now) };
  if (reading !== undefined) done.reading = reading;
  if (note) done.notes = withNote(step, note);
  return steps(done, ...(next ? [running(next, me, now)] : []));
}

export function noted(step: Step, { reading, note }: { reading?: number; note?: string }): FrameData {
  return steps({ id: step.id, ...(reading === undefined ? {} : { reading }), ...(note ? { notes: withNote(step, note) } : {}) });
}

export const verified = (step: Step, now: number): FrameData =>
  steps({ id: step.id, status: "verified", verified_at: moment(now), allowed_actions: [] });

export const skipped = (step: Step, reason: string): FrameData =>
  steps({ id: step.id, status: "skipped", skip_reason: reason, allowed_actions: [] });

export const reworked = (step: Step): FrameData =>
  steps({ id: step.id, status: "in_progress", completed_at: null, verified_at: null, allowed_actions: [] });

/** The quality check decided, on the card itself or in the list of a day. */
export function decided(job: Job, passed: boolean, list: boolean): FrameData {
  const changed = { id: job.id, stage: passed ? "ready_for_pickup" : "in_progress", state: passed ? "done" : "progress", allowed_actions: [] };
  return list ? { jobs: [changed] } : { job: changed };
}

function withNote(step: Step, note: string): string {
  return step.notes ? `${step.notes}\n${note}` : note;
}
