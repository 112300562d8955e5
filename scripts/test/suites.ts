import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { findPgbouncer, startPooledServer } from "@/scripts/pgbouncer";
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

  unit: (reports) => vitest(["--exclude", `${imapTests}/**`], join(reports, "unit.json")),

  imap: async (reports) =>
    findDovecot()
      ? vitest([imapTests], join(reports, "imap.json"))
      : leftOut("Dovecot is not installed (apt-get install dovecot-imapd)"),

  pooled: async (reports) => {
    const pgbouncer = findPgbouncer();
    if (!pgbouncer) return leftOut("PgBouncer is not installed (apt-get install pgbouncer)");
    const server = await startPooledServer(pgbouncer);
    try {
      const addresses = { TEST_DATABASE_URL: server.directUrl, TEST_POOLER_URL: server.pooledUrl };
      return await vitest(databaseTests(), join(reports, "pooled.json"), addresses);
    } finally {
      await server.stop();
    }
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
const imapTests = "tests/imap";

const leftOut = (why: string): Count => ({ passed: 0, failed: 0, skipped: 0, note: `left out: ${why}` });

/** The application's tests that ask for a database; the engine is not meant for PgBouncer. */
function databaseTests(): string[] {
  return globSync("{lib,db,tests}/**/*.test.{ts,tsx}").filter(
    (file) => !file.startsWith(imapTests) && readFileSync(file, "utf8").includes("createTestDatabase"),
  );
}

function vitest(filters: string[], report: string, variables: Record<string, string> = {}): Promise<Count> {
  const args = ["run", ...filters, "--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  return runTool("vitest", args, report, countVitest, variables);
}
