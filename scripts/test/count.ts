import { readFileSync } from "node:fs";

/** What a suite came to. `note` says why something was left out. */
export type Count = { passed: number; failed: number; skipped: number; note?: string };

type VitestReport = {
  numPassedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  numFailedTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
};

/** Reads Vitest's report. A file that failed without a failing test (it did not load) counts as one failure. */
export function countVitest(file: string): Count {
  const report = JSON.parse(readFileSync(file, "utf8")) as VitestReport;
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && !assertionResults.some((result) => result.status === "failed"),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

type PlaywrightReport = {
  errors: unknown[];
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
};

/** Reads Playwright's report. An error outside of any test (nothing could be started) counts as a failure. */
export function countPlaywright(file: string): Count {
  const { errors, stats } = JSON.parse(readFileSync(file, "utf8")) as PlaywrightReport;
  const failed = stats.unexpected + (stats.unexpected === 0 ? errors.length : 0);
  return { passed: stats.expected + stats.flaky, failed, skipped: stats.skipped };
}

export function sum(counts: Count[]): Count {
  const total = (pick: (count: Count) => number) => counts.reduce((result, count) => result + pick(count), 0);
  return {
    passed: total((count) => count.passed),
    failed: total((count) => count.failed),
    skipped: total((count) => count.skipped),
  };
}
