import { importRecords, imports } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { type Context, inTransaction, requireAbility } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { emit } from "@/lib/core/outbox";
import { parseArztsuche } from "./arztsuche";
import { mergeSites } from "./merge-sites";

/** The longest file that is read, in characters. */
const maxImportLength = 20 * 1024 * 1024;

type Row = Omit<typeof importRecords.$inferInsert, "importId">;

/**
 * Takes a directory file (an Arztsuche capture) to be imported: reads it at once, so that a wrong file is refused at
 * once, stores its records, and leaves them to the workflow import-file. `invalid` when it is not JSON, too long, or
 * holds no records.
 */
export async function requestImport(
  ctx: Context,
  { fileName, text }: { fileName: string; text: string },
): Promise<{ importId: string }> {
  requireAbility(ctx, "imports.run");
  const rows = readRecords(text);
  return inTransaction(ctx, async (tx) => {
    const refused = rows.filter((row) => row.outcome === "refused").length;
    const [created] = await tx.db
      .insert(imports)
      .values({
        source: "arztsuche",
        fileName: fileName.slice(0, 200),
        total: rows.length,
        counts: { added: 0, changed: 0, unchanged: 0, refused },
        createdBy: tx.actor.kind === "staff" ? tx.actor.id : null,
        createdAt: tx.now,
      })
      .returning({ id: imports.id });
    const importId = created!.id;
    for (let start = 0; start < rows.length; start += 500) {
      await tx.db
        .insert(importRecords)
        .values(rows.slice(start, start + 500).map((row) => ({ ...row, importId })));
    }
    await audit(tx, "import.request", { kind: "import", id: importId }, { records: rows.length });
    await emit(tx, "directory/import.requested", { importId });
    return { importId };
  });
}

/** One row per person and one per refused record, numbered by their first place in the file, from 1. */
function readRecords(text: string): Row[] {
  if (text.length > maxImportLength) throw new AppError("invalid", "import_too_large");
  const { records, refused } = parseArztsuche(parseJson(text));
  const people: Row[] = mergeSites(records).map(({ sourceId, sourceIds, index, therapist, warnings }) => ({
    line: index + 1,
    sourceKey: `arztsuche:${sourceId}`,
    otherKeys: sourceIds.filter((id) => id !== sourceId).map((id) => `arztsuche:${id}`),
    therapist,
    warnings,
  }));
  const rest: Row[] = refused.map(({ index, reason }) => ({ line: index + 1, outcome: "refused", reason }));
  if (people.length === 0 && refused.every((record) => record.sourceId === null && record.index === 0)) {
    throw new AppError("invalid", "import_without_records");
  }
  return [...people, ...rest].toSorted((a, b) => a.line - b.line);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    throw new AppError("invalid", "import_not_json");
  }
}
