import { existsSync } from "node:fs";
import type { Check } from "./check";
import { projectFiles, textOf } from "./project-files";

/** Set by the system, by npm or by our own programs, not by whoever runs Lotse. */
const foreign =
  /^(PATH|HOME|TMPDIR|TZ|CI|PATHEXT|NODE_ENV|NODE_OPTIONS|NEXT_RUNTIME|NEXT_PHASE|NEXT_TELEMETRY_DISABLED|NEXTAUTH_URL|PLAYWRIGHT_JSON_OUTPUT_FILE|E2E_URL|E2E_PASSWORD|NO_COLOR|FORCE_COLOR|LC_ALL)$/;
/** Of use only to those who develop Lotse: described, but not in the example file. */
const development = /^TEST_|^(CHROMIUM_PATH|MATCHING_WORLDS|ENGINE_TEST_CLOCK|ENGINE_KILL_AT)$/;

const operations = "docs/operations.md";
const example = ".env.example";

/** Every variable that a program of ours reads is described, and every one that is described is read. */
export const variablesCheck: Check = {
  name: "variables",
  run: async () => {
    const read = readVariables();
    const described = namesIn(operations, /`([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*)`/g);
    const exampled = namesIn(example, /^#? ?([A-Z][A-Z0-9_]*)=/gm);
    return [
      ...[...read]
        .filter((name) => !described.has(name))
        .map((name) => `${name} is missing in ${operations}`),
      ...[...read]
        .filter((name) => !development.test(name) && !exampled.has(name))
        .map((name) => `${name} is missing in ${example}`),
      ...[...exampled]
        .filter((name) => !read.has(name) && !name.startsWith("COMPOSE_"))
        .map((name) => `${name} in ${example} is read by nothing`),
      ...[...tableRows()]
        .filter((name) => !read.has(name))
        .map((name) => `${name} in ${operations} is read by nothing`),
    ];
  },
};

function readVariables(): Set<string> {
  const sources = projectFiles([
    "*.{ts,js}",
    "{app,components,lib,db,inngest,scripts,tests}/**/*.{ts,tsx,mjs}",
    "docker-compose.yml",
  ]);
  const names = sources.flatMap((file) => [...variablesIn(file, textOf(file))]);
  return new Set(names.filter((name) => !foreign.test(name)));
}

function variablesIn(file: string, text: string): Set<string> {
  const found = new Set<string>();
  const take = (pattern: RegExp) => {
    for (const match of text.matchAll(pattern)) found.add(match[1]!);
  };
  take(/\bprocess\.env\.([A-Z][A-Z0-9_]*)/g);
  // The schemas of the application's and the start's environment, and the engine's reader.
  if (/^(lib\/env|scripts\/start\/settings)\.ts$/.test(file)) take(/^\s+([A-Z][A-Z0-9_]*): /gm);
  if (file === "inngest/engine/settings.ts") take(/(?:env\.|env, ")([A-Z][A-Z0-9_]*)/g);
  if (file === "docker-compose.yml") take(/\$\{([A-Z][A-Z0-9_]*)/g);
  return found;
}

function namesIn(file: string, pattern: RegExp): Set<string> {
  if (!existsSync(file)) return new Set();
  return new Set([...textOf(file).matchAll(pattern)].map((match) => match[1]!));
}

/** The variables that the tables of the document describe: the first cell of a row. */
function tableRows(): Set<string> {
  return namesIn(operations, /^\| `([A-Z][A-Z0-9_]*)` \|/gm);
}
