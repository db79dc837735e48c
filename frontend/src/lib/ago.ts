/** How long ago a moment was, in words. Pure. */

const UNITS = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
] as const;

/** "2 minutes ago", "yesterday", "now" for less than a minute and for a device whose clock is behind. */
export function ago(at: string | number, now: number, locale: string): string {
  const seconds = Math.max(0, (now - new Date(at).getTime()) / 1_000);
  const words = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  const [unit, size] = UNITS.find(([, long]) => seconds >= long) ?? ["second", Number.POSITIVE_INFINITY];
  return words.format(-Math.floor(seconds / size) || 0, unit);
}
