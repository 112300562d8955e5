import { AppError } from "@/lib/core/errors";
import { getImport } from "@/lib/domain/directory/get-import";
import { requestImport } from "@/lib/domain/directory/request-import";
import { activateTherapists } from "@/lib/domain/therapists/activate-therapists";
import { UsageError } from "../command-line/usage-error";
import type { World } from "./world";

export type Capture = { fileName: string; text: string };

/** Imports the captures one after the other and releases everybody new. */
export async function importTherapists(
  world: World,
  captures: Capture[],
): Promise<{ added: number; refused: number }> {
  const sum = { added: 0, refused: 0 };
  for (const capture of captures) {
    const importId = await request(world, capture);
    await world.untilQuiet("import-file");
    const { counts, status } = await getImport(world.ctx(), importId);
    if (status !== "finished") throw new Error(`the import of ${capture.fileName} is ${status}`);
    sum.added += counts.added;
    sum.refused += counts.refused;
    await activateTherapists(world.ctx(), { importId });
  }
  return sum;
}

async function request(world: World, capture: Capture): Promise<string> {
  try {
    return (await requestImport(world.ctx(), capture)).importId;
  } catch (error) {
    if (error instanceof AppError)
      throw new UsageError(`${capture.fileName} is not an Arztsuche capture (${error.key}).`);
    throw error;
  }
}
