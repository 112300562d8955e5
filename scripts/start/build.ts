import { createHash } from "node:crypto";
import { existsSync, globSync, openSync, closeSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bareEnvironment } from "@/scripts/processes/bare-environment";
import { launch } from "@/scripts/processes/launch";
import { Problem } from "./problem";
import { onStop } from "./stopping";

/** What goes into the web application; a change elsewhere needs no new build. */
const sources = [
  "app/**",
  "components/**",
  "db/**",
  "inngest/*",
  "inngest/functions/**",
  "lib/**",
  "public/**",
  "{instrumentation,instrumentation-node,proxy,types.d}.ts",
  "{next.config,postcss.config}.*",
  "{package-lock,tsconfig}.json",
];
const marker = join(".next", "built-from");

/** Whether the production build is missing or was made from other sources. */
export function needsBuild(): boolean {
  return !existsSync(marker) || readFileSync(marker, "utf8") !== sourcesHash();
}

/**
 * Makes the production build. It sees none of our variables: what it makes runs anywhere. Throws a Problem that names
 * the log when it fails.
 */
export async function build(log: string): Promise<void> {
  const hash = sourcesHash();
  rmSync(marker, { force: true });
  const logFile = openSync(log, "w", 0o600);
  const building = await launch({
    command: process.execPath,
    args: [join("node_modules", "next", "dist", "bin", "next"), "build"],
    env: bareEnvironment({
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      TMPDIR: process.env.TMPDIR,
      NEXT_TELEMETRY_DISABLED: "1",
    }),
    logFile,
  });
  closeSync(logFile);
  onStop(building.stop);
  const { code } = await building.ended;
  if (code !== 0)
    throw new Problem(`The web application could not be built: ${firstError(log)} (more in ${log}).`);
  writeFileSync(marker, hash);
}

function firstError(log: string): string {
  const line = readFileSync(log, "utf8")
    .split("\n")
    .find((text) => /^\s*(Type )?Error:(?! Turbopack build failed)|: error TS\d+:/.test(text));
  return line?.trim().replace(/\.$/, "") ?? "it gave no reason";
}

/** Paths and contents of the sources. The folder counts too: a build knows where it was made. */
function sourcesHash(): string {
  const hash = createHash("sha256").update(process.cwd());
  for (const file of sourceFiles()) hash.update(`\0${file}\0`).update(readFileSync(file));
  return hash.digest("hex");
}

function sourceFiles(): string[] {
  const entries = globSync(sources, {
    withFileTypes: true,
    exclude: (entry) => /\.test\.tsx?$/.test(entry.name),
  });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}
