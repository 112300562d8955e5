import { relative } from "node:path";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Half a minute each and more, the longest first. */
const longest = [
  "bench/chaos/chaos.test.ts",
  "tests/stories/inquiries.test.ts",
  "inngest/engine/crash.test.ts",
  "tests/journey.test.ts",
  "tests/imap/receive-mails.test.ts",
  "lib/domain/inquiries/respond-to-inquiry.test.ts",
  "tests/stories/placements.test.ts",
  "tests/matching-run.test.ts",
];

/**
 * Begins with the longest, so that at the end no worker sits alone with one of them. A fresh clone knows nothing of how
 * long they took, and Vitest would begin with the files of most lines.
 */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId, project }: TestSpecification) => {
      const found = longest.indexOf(relative(project.config.root, moduleId).replaceAll("\\", "/"));
      return found < 0 ? longest.length : found;
    };
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b));
  }
}

export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    include: ["{app,bench,lib,db,inngest,scripts,components,tests}/**/*.test.{ts,tsx}"],
    setupFiles: ["./tests/support/environment.ts"],
    globalSetup: ["./tests/support/global-setup.ts"],
    // One more than a small machine has cores: the longest tests wait for clocks, engines and mail half of the time.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
