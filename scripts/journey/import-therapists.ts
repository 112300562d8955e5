import { basename } from "node:path";
import { AppError } from "@/lib/core/errors";
import { getImport } from "@/lib/domain/directory/get-import";
import { requestImport } from "@/lib/domain/directory/request-import";
import { activateTherapists } from "@/lib/domain/therapists/activate-therapists";
import { Problem } from "../start/problem";
import { readNamedFile } from "./read-file";
import type { World } from "./world";

/** Imports the captures one after the other and releases everybody new. */
export async function importTherapists(
  world: World,
  files: string[],
): Promise<{ added: number; refused: number }> {
  const sum = { added: 0, refused: 0 };
  for (const file of files) {
    const importId = await request(world, file);
    await world.untilQuiet("import-file");
    const { counts, status } = await getImport(world.ctx(), importId);
    if (status !== "finished") throw new Error(`the import of ${file} is ${status}`);
    sum.added += counts.added;
    sum.refused += counts.refused;
    await activateTherapists(world.ctx(), { importId });
  }
  return sum;
}

async function request(world: World, file: string): Promise<string> {
  const text = readNamedFile(file);
  try {
    return (await requestImport(world.ctx(), { fileName: basename(file), text })).importId;
  } catch (error) {
    if (error instanceof AppError) throw new Problem(`${file} is not an Arztsuche capture (${error.key}).`);
    throw error;
  }
}
