/** Running seconds in parts and as a clock. Pure. */

/** Seconds as {hours, minutes, seconds}, never negative. */
export function hoursToSeconds(seconds: number): { hours: number; minutes: number; seconds: number } {
  const whole = Math.max(0, Math.floor(seconds));
  return { hours: Math.floor(whole / 3600), minutes: Math.floor((whole % 3600) / 60), seconds: whole % 60 };
}

/** Seconds as "11:42", with hours in front from one hour on. */
export function stopwatch(seconds: number): string {
  const two = (part: number) => String(part).padStart(2, "0");
  const { hours, minutes, seconds: rest } = hoursToSeconds(seconds);
  return `${hours ? `${hours}:${two(minutes)}` : minutes}:${two(rest)}`;
}
