import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Check, runTool } from "./check";

/** The migrations lead to exactly the schema in the code: generating once more, in a copy, would write nothing. */
export const migrationsCheck: Check = {
  name: "migrations",
  run: async () => {
    const consistency = await runTool("drizzle-kit", ["check"]);
    if (consistency.code !== 0) return consistency.lines;
    const copy = mkdtempSync(join(tmpdir(), "lotse-migrations-"));
    try {
      cpSync("db/migrations", copy, { recursive: true });
      const before = sqlFiles(copy);
      const args = [
        "--dialect=postgresql",
        "--schema=./db/schema/index.ts",
        "--casing=snake_case",
        `--out=${copy}`,
      ];
      const { code, lines } = await runTool("drizzle-kit", ["generate", ...args]);
      if (code !== 0) return lines;
      const surplus = sqlFiles(copy).filter((file) => !before.includes(file));
      return surplus.map(
        (file) => `The schema has changes without a migration (${file}): run npm run db:generate.`,
      );
    } finally {
      rmSync(copy, { recursive: true, force: true });
    }
  },
};

function sqlFiles(directory: string): string[] {
  return readdirSync(directory).filter((file) => file.endsWith(".sql"));
}
