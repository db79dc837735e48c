/** The code of a screen that waits to be paired: for how long it is shown, and when to ask for the next one. Pure. */

/** How often a screen looks whether it is paired. */
export const LOOK_MS = 3_000;
/** How long after a refusal or silence it asks for a code again. */
export const AGAIN_MS = 5_000;

export type Given = { code: string; expires_in: number };
/** Moments are the device's own (ms), counted from the answer: the clock of a wall screen may be wrong. */
export type Code = { halves: [string, string]; givenAt: number; shownUntil: number; renewAt: number };

/**
 * The code as given at device time `now`. Asking anew replaces the screen's identity, so between the code's end and
 * the next one there are two looks: a code typed in its last second still pairs this screen.
 */
export function codeOf(given: Given, now: number): Code {
  const middle = Math.ceil(given.code.length / 2);
  const shownUntil = now + given.expires_in * 1_000;
  return { halves: [given.code.slice(0, middle), given.code.slice(middle)], givenAt: now, shownUntil, renewAt: shownUntil + 2 * LOOK_MS };
}

/** The seconds and the share of its time that a code still has. */
export function remaining(code: Code, now: number): { seconds: number; share: number } {
  const left = Math.min(Math.max(0, code.shownUntil - now), code.shownUntil - code.givenAt);
  return { seconds: Math.ceil(left / 1_000), share: left / Math.max(1, code.shownUntil - code.givenAt) };
}
