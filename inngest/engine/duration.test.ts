import { describe, expect, it } from "vitest";
import { retryDelayMs } from "./backoff";
import { parseDeadline, parseRetryAfter, parseSpan } from "./duration";

const now = Date.parse("2026-03-01T12:00:00Z");

describe("spans as the SDK writes them", () => {
  it.each([
    ["", 0],
    ["1s", 1000],
    ["2h30m10s", 9_010_000],
    ["1w2d", 777_600_000],
    ["500ms", 500],
    ["soon", null],
    ["7", null],
    ["1d soon", null],
  ])("%j is %s ms", (text, expected) => expect(parseSpan(text)).toBe(expected));
});

describe("deadlines", () => {
  it.each([
    ["7d", now + 604_800_000],
    ["2026-03-02T00:00:00.000Z", Date.parse("2026-03-02T00:00:00Z")],
    ["2026-13-40T00:00:00Z", null],
    ["tomorrow", null],
    [`${"9".repeat(30)}w`, null],
  ])("%s", (text, expected) => expect(parseDeadline(text, now)).toBe(expected));
});

describe("the retry-after header", () => {
  it.each([
    ["90", 90_000],
    ["2026-03-01T12:00:30.000Z", 30_000],
    ["Sun, 01 Mar 2026 12:01:00 GMT", 60_000],
    ["2026-02-01T00:00:00Z", 0],
    ["later", null],
    [undefined, null],
  ])("%s", (header, expected) => expect(parseRetryAfter(header, now)).toBe(expected));
});

describe("pauses between attempts", () => {
  it("double from ten seconds up to two hours, give or take a quarter", () => {
    for (const [attempt, base] of [
      [0, 10_000],
      [1, 20_000],
      [5, 320_000],
      [30, 7_200_000],
    ] as const) {
      for (let round = 0; round < 50; round++) {
        expect(retryDelayMs(attempt)).toBeGreaterThanOrEqual(base * 0.75);
        expect(retryDelayMs(attempt)).toBeLessThanOrEqual(base * 1.25);
      }
    }
  });
});
