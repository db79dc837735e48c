/** A pairing code's time, and how long ago something was. */
import { describe, expect, it } from "vitest";
import { codeOf, LOOK_MS, remaining } from "@/features/floor/model/code";
import { ago } from "@/lib/ago";

const NOW = Date.parse("2026-11-20T08:22:00Z");

describe("a pairing code", () => {
  const code = codeOf({ code: "ABCDEF", expires_in: 600 }, NOW);

  it("is read in two halves", () => {
    expect(code.halves).toEqual(["ABC", "DEF"]);
    expect(codeOf({ code: "ABCDE", expires_in: 600 }, NOW).halves).toEqual(["ABC", "DE"]);
  });

  it("counts down from the device's own moment, whatever its clock says", () => {
    expect(remaining(code, NOW)).toEqual({ seconds: 600, share: 1 });
    expect(remaining(code, NOW + 150_500)).toEqual({ seconds: 450, share: 449.5 / 600 });
    expect(remaining(code, NOW + 601_000)).toEqual({ seconds: 0, share: 0 });
  });

  it("never has more time than it was given, also when the clock is set back", () => {
    expect(remaining(code, NOW - 3_600_000)).toEqual({ seconds: 600, share: 1 });
  });

  it("is replaced only after a look that follows its last second", () => {
    expect(code.renewAt - code.shownUntil).toBeGreaterThan(LOOK_MS);
  });
});

describe("how long ago", () => {
  it.each([
    [5, "now"],
    [-30, "now"],
    [61, "1 minute ago"],
    [59 * 60, "59 minutes ago"],
    [2 * 3_600, "2 hours ago"],
    [86_400, "yesterday"],
    [40 * 86_400, "40 days ago"],
  ])("%i seconds is %s", (seconds, words) => {
    expect(ago(NOW - seconds * 1_000, NOW, "en")).toBe(words);
  });

  it("is said in the language of the page", () => {
    expect(ago(NOW - 120_000, NOW, "vi")).toBe("2 phút trước");
  });
});
