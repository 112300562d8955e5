import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Count, sum } from "./count";
import { suites } from "./suites";

process.on("SIGINT", () => process.exit(130));
process.on("SIGTERM", () => process.exit(143));

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !(name in suites));
if (unknown) {
  console.error(`There is no suite “${unknown}”: choose among ${Object.keys(suites).join(", ")}.`);
  process.exit(1);
}
const counts = await runSuites(wanted.length > 0 ? wanted : Object.keys(suites));
const { passed, failed } = sum(counts);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);

async function runSuites(names: string[]): Promise<Count[]> {
  const reports = mkdtempSync(join(tmpdir(), "lotse-test-"));
  const lines: string[] = [];
  const results: Count[] = [];
  for (const name of names) {
    const startedAt = Date.now();
    console.log(`\n── ${name}`);
    const count = await runSuite(name, reports);
    results.push(count);
    const seconds = Math.round((Date.now() - startedAt) / 1000);
    lines.push(describe(name, count, seconds));
  }
  rmSync(reports, { recursive: true, force: true });
  console.log(["", ...lines, ""].join("\n"));
  return results;
}

async function runSuite(name: string, reports: string): Promise<Count> {
  try {
    return await suites[name]!(reports);
  } catch (error) {
    return { passed: 0, failed: 1, skipped: 0, note: (error as Error).message };
  }
}

function describe(name: string, { passed, failed, skipped, note }: Count, seconds: number): string {
  const parts = [`${passed} passed`, `${failed} failed`, ...(skipped > 0 ? [`${skipped} skipped`] : [])];
  return `${name.padEnd(8)}${parts.join(", ")} in ${seconds} s${note ? ` – ${note}` : ""}`;
}
