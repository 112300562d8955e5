import { expect, test } from "vitest";
import { medianWait } from "@/lib/domain/statistics/median-wait";
import { estimate, quantile, studentT } from "./statistics";

test("the interval of a mean is Student's: four values of mean 5 and standard deviation 2", () => {
  const values = [3, 4, 5, 8];
  const deviation = Math.sqrt((4 + 1 + 0 + 9) / 3);
  const { mean, low, high } = estimate(values)!;
  expect(mean).toBe(5);
  expect(high! - 5).toBeCloseTo((3.182 * deviation) / 2, 3);
  expect(5 - low!).toBeCloseTo(high! - 5, 3);
});

test("one seed has no interval, and a figure that a seed lacks is not made up", () => {
  expect(estimate([4])).toEqual({ mean: 4, low: null, high: null });
  expect(estimate([4, null])).toBeNull();
});

test("Student's quantiles are those of the tables", () => {
  expect(studentT(1)).toBe(12.706);
  expect(studentT(10)).toBeCloseTo(2.228, 2);
  expect(studentT(30)).toBeCloseTo(2.042, 2);
});

test("the median wait uses waits that are not over for what they are", () => {
  const ended = (days: number) => ({ days, ended: true });
  const open = (days: number) => ({ days, ended: false });
  expect(medianWait([1, 2, 3, 4].map(ended))).toBe(2);
  // 3/4 wait after day 1; of the two still seen on day 6 one ends: 3/8.
  expect(medianWait([ended(1), open(5), ended(6), open(9)])).toBe(6);
  expect(medianWait([ended(1), open(5), open(6), open(9)])).toBeNull();
  expect(medianWait([])).toBeNull();
});

test("a quantile is a value that was seen", () => {
  expect(quantile([5, 1, 3], 0.5)).toBe(3);
  expect(quantile([5, 1, 3], 1)).toBe(5);
  expect(quantile([], 0.5)).toBeNull();
});
