import { expect, test } from "vitest";
import { planOf } from "./plan";
import { linesOf, summaryOf } from "./summary";

test("what the machine takes is missing from nine seconds a proposal", () => {
  const waits = [100, 200, 300, 2400].map((ms) => ({ step: ms > 1000 ? "undo" : "approve", ms }));
  expect(summaryOf(2, 7, waits)).toEqual({
    proposals: 2,
    keys: 7,
    machineSeconds: 3,
    p50Ms: 200,
    p95Ms: 2400,
    readingSecondsLeftPerProposal: 7.5,
  });
  expect(linesOf(waits)).toEqual([
    { step: "approve", times: 3, p50Ms: 200, p95Ms: 300 },
    { step: "undo", times: 1, p50Ms: 2400, p95Ms: 2400 },
  ]);
});

test("of a hundred proposals most are approved, and everything else occurs", () => {
  const counts = Map.groupBy(planOf(100), (decision) => decision);
  expect(Object.fromEntries([...counts].map(([decision, all]) => [decision, all.length]))).toEqual({
    approve: 70,
    reject: 15,
    drop: 5,
    swap: 5,
    undo: 5,
  });
});
