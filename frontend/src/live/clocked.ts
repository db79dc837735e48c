/** The time clocked on a step, and how it stands to the estimate. */
import { useClock } from "./clock";

type Clocked = { clocked: number; running_since: string | null; estimate: number };

/** Seconds clocked on a step at `now` (workshop time, ms), the running clock included. */
export function clockedAt(step: Clocked, now: number): number {
  return step.clocked + (step.running_since ? Math.max(0, (now - Date.parse(step.running_since)) / 1_000) : 0);
}

/** How the clock stands to the estimate (minutes): the share used, and the whole minutes over it. */
export function against(estimate: number, seconds: number): { share: number; over: number } {
  const share = estimate > 0 ? seconds / (estimate * 60) : 0;
  return { share, over: share > 1 ? Math.floor(seconds / 60 - estimate) : 0 };
}

/** Both, ticking by the workshop's clock. */
export function useClocked(step: Clocked): { seconds: number; share: number; over: number } {
  const seconds = clockedAt(step, useClock());
  return { seconds, ...against(step.estimate, seconds) };
}
