import { type Check, runTool, toolCheck } from "./check";
import { migrationsCheck } from "./migrations";
import { referencesCheck } from "./references";
import { variablesCheck } from "./variables";

const typesCheck: Check = {
  name: "types",
  run: async () => {
    // Next writes the types of the routes; without them a fresh clone would not compile. Those of an old development
    // server lie beside them and may contradict: tsconfig.check.json leaves them out.
    const routes = await runTool("next", ["typegen"]);
    if (routes.code !== 0) return routes.lines;
    const { code, lines } = await runTool("tsc", [
      "--project",
      "tsconfig.check.json",
      "--noEmit",
      "--pretty",
      "false",
    ]);
    return code === 0 ? [] : lines;
  },
};

const checks: Check[] = [
  typesCheck,
  toolCheck("lint and import arrows", "oxlint", ["--format=unix"]),
  toolCheck("format", "oxfmt", ["--check", "."]),
  toolCheck("unused code", "knip", ["--no-progress", "--treat-config-hints-as-errors"]),
  migrationsCheck,
  referencesCheck,
  variablesCheck,
  toolCheck("compose files", "dclint", ["docker-compose.yml", "docker/mail-catcher-page.yml"]),
];

/** Runs every check, two at a time, prints a line for each with its time, and returns how many passed. */
export async function runVerify(): Promise<{ passed: number; failed: number }> {
  const waiting = [...checks];
  let failed = 0;
  const worker = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const startedAt = Date.now();
      const problems = await problemsOf(check);
      const time = ((Date.now() - startedAt) / 1000).toFixed(1);
      if (problems.length > 0) failed += 1;
      console.log(`${problems.length === 0 ? "✓" : "✗"} ${check.name} (${time} s)`);
      for (const line of problems) console.log(`    ${line}`);
    }
  };
  await Promise.all([worker(), worker()]);
  return { passed: checks.length - failed, failed };
}

async function problemsOf(check: Check): Promise<string[]> {
  try {
    return await check.run();
  } catch (error) {
    return [(error as Error).message];
  }
}
