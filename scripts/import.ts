import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { closeDatabase } from "@/db/client";
import { systemContext } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { type Import, getImport, listImportRecords } from "@/lib/domain/directory/get-import";
import { requestImport } from "@/lib/domain/directory/request-import";
import { activateTherapists } from "@/lib/domain/therapists/activate-therapists";
import { useLocalEnvironment } from "./local-environment";
import { Problem } from "./start/problem";

/**
 * `npm run import -- FILE... [--release]`: imports Arztsuche captures through the running Lotse, shows how far it is,
 * and lists what was refused. New therapists wait for review unless `--release` is given.
 */
try {
  const args = process.argv.slice(2);
  const files = args.filter((arg) => !arg.startsWith("--"));
  const wrong = args.find((arg) => arg.startsWith("--") && arg !== "--release");
  if (files.length === 0 || wrong) throw new Problem("Use: npm run import -- FILE... [--release]");
  useLocalEnvironment();
  for (const file of files) await importFile(file, args.includes("--release"));
} catch (error) {
  console.error(error instanceof Problem ? error.message : error);
  process.exitCode = 1;
} finally {
  await closeDatabase();
}

async function importFile(file: string, release: boolean): Promise<void> {
  const importId = await request(file);
  const { counts } = await untilFinished(importId);
  for (const { line, reason } of await listImportRecords(context(), importId, { outcome: "refused" })) {
    console.log(`  entry ${line}: ${reason}`);
  }
  if (release) await activateTherapists(context(), { importId });
  const { added, changed, unchanged, refused } = counts;
  console.log(`${file}: ${added} added, ${changed} changed, ${unchanged} unchanged, ${refused} refused`);
}

async function request(file: string): Promise<string> {
  try {
    const text = readFileSync(file, "utf8");
    return (await requestImport(context(), { fileName: basename(file), text })).importId;
  } catch (error) {
    if (error instanceof AppError) throw new Problem(`${file} is not an Arztsuche capture (${error.key}).`);
    if ((error as NodeJS.ErrnoException).code) throw new Problem(`${file} cannot be read.`);
    throw error;
  }
}

async function untilFinished(importId: string): Promise<Import> {
  const deadline = Date.now() + 60_000;
  for (let lastDone = -1; ;) {
    const state = await getImport(context(), importId);
    if (state.status === "finished") return state;
    if (state.status === "failed") throw new Problem("The import failed; /admin/workflows shows where.");
    if (state.status === "requested" && Date.now() > deadline) {
      throw new Problem("The import waits, but nobody carries it out: is the engine running?");
    }
    if (state.done !== lastDone) process.stderr.write(`  ${state.done} of ${state.total}\n`);
    lastDone = state.done;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

function context() {
  return systemContext("import");
}
