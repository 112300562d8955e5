import { join } from "node:path";
import { findPgbouncer } from "@/scripts/pgbouncer";
import { runVerify } from "@/scripts/verify/run-verify";
import { chromiumPath } from "@/tests/e2e/support/chromium";
import { findDovecot } from "@/tests/support/dovecot";
import { type Count, countPlaywright, countVitest } from "./count";
import { runTool } from "./run-tool";

/** Runs a suite; reports go to the directory. */
type Suite = (reports: string) => Promise<Count>;

/** What `npm test` runs, in this order; each name is also an argument of it. */
export const suites: Record<string, Suite> = {
  verify: async () => ({ ...(await runVerify()), skipped: 0 }),

  unit: async (reports) => {
    const report = join(reports, "unit.json");
    const args = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
    const count = await runTool(
      "vitest",
      findDovecot() ? args : [...args, "--exclude", imapTests],
      report,
      countVitest,
    );
    return { ...count, note: [count.note, ...whatIsMissing()].filter(Boolean).join("; ") };
  },

  e2e: async (reports) => {
    try {
      chromiumPath();
    } catch (error) {
      return { passed: 0, failed: 1, skipped: 0, note: (error as Error).message };
    }
    const report = join(reports, "e2e.json");
    return runTool("playwright", ["test"], report, countPlaywright, { PLAYWRIGHT_JSON_OUTPUT_FILE: report });
  },
};

/** Tests against a real IMAP server. */
const imapTests = "tests/imap/**";

/** What this machine lacks, and what is tested less for it. */
function whatIsMissing(): string[] {
  return [
    ...(findDovecot()
      ? []
      : ["mail that comes in left out: Dovecot is not installed (apt-get install dovecot-imapd)"]),
    ...(findPgbouncer()
      ? []
      : ["nothing went through PgBouncer: it is not installed (apt-get install pgbouncer)"]),
  ];
}
