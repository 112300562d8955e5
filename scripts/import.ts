import { basename } from "node:path";
import { closeDatabase } from "@/db/client";
import { systemContext } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { type Import, getImport, listImportRecords } from "@/lib/domain/directory/get-import";
import { requestImport } from "@/lib/domain/directory/request-import";
import { activateTherapists } from "@/lib/domain/therapists/activate-therapists";
import { flag } from "./command-line/options";
import { optionsOf } from "./command-line/read-options";
import { UsageError, tellProblem } from "./command-line/usage-error";
import { readNamedFile } from "./files/read-file";
import { useLocalEnvironment } from "./local-environment";
import { Problem } from "./start/problem";

/**
 * `npm run import -- FILE... [--release]`: imports Arztsuche captures through the running Lotse, shows how far it is,
 * and lists what was refused. New therapists wait for review unless `--release` is given.
 */
const { words: files, release } = optionsOf({
  call: "npm run import",
  about: "Imports Arztsuche captures through the running Lotse and lists what was refused.",
  words: { placeholder: "FILE...", help: "one or more captures of a directory (JSON)" },
  options: { release: flag("releases new therapists at once; else they wait for review") },
});
try {
  const captures = files.map((file) => ({ file, text: readNamedFile(file) }));
  useLocalEnvironment();
  for (const { file, text } of captures) await importFile(file, text, release);
} catch (error) {
  tellProblem(error);
} finally {
  await closeDatabase();
}

async function importFile(file: string, text: string, release: boolean): Promise<void> {
  const importId = await request(file, text);
  const { counts } = await untilFinished(importId);
  for (const { line, reason } of await listImportRecords(context(), importId, { outcome: "refused" })) {
    console.log(`  entry ${line}: ${reason}`);
  }
  if (release) await activateTherapists(context(), { importId });
  const { added, changed, unchanged, refused } = counts;
  console.log(`${file}: ${added} added, ${changed} changed, ${unchanged} unchanged, ${refused} refused`);
}

async function request(file: string, text: string): Promise<string> {
  try {
    return (await requestImport(context(), { fileName: basename(file), text })).importId;
  } catch (error) {
    if (error instanceof AppError)
      throw new UsageError(`${file} is not an Arztsuche capture (${error.key}).`);
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
