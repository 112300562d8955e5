import { and, asc, count, eq, gt, lte, max, ne } from "drizzle-orm";
import { ZodError } from "zod";
import { importRecords, imports } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { type Context, inTransaction, requireSystem } from "@/lib/core/context";
import { AppError, notFound } from "@/lib/core/errors";
import { emit } from "@/lib/core/outbox";
import { importTherapist } from "./import-therapist";

type ImportRow = typeof imports.$inferSelect;

/** Lines of the file in one step of the workflow. */
const chunkLines = 100;

/** Marks an import as running and says in how many steps it will be done. */
export async function startImport(ctx: Context, importId: string): Promise<{ chunks: number }> {
  requireSystem(ctx);
  const [started] = await ctx.db
    .update(imports)
    .set({ status: "running" })
    .where(eq(imports.id, importId))
    .returning();
  if (!started) throw notFound();
  const [last] = await ctx.db
    .select({ line: max(importRecords.line) })
    .from(importRecords)
    .where(eq(importRecords.importId, importId));
  return { chunks: Math.ceil((last?.line ?? 0) / chunkLines) };
}

/** Takes the waiting records of one part of the file into the registry, each in a transaction of its own. */
export async function importChunk(ctx: Context, importId: string, chunk: number): Promise<void> {
  requireSystem(ctx);
  const first = chunk * chunkLines;
  const waiting = await ctx.db
    .select({ line: importRecords.line })
    .from(importRecords)
    .where(
      and(
        eq(importRecords.importId, importId),
        eq(importRecords.outcome, "waiting"),
        gt(importRecords.line, first),
        lte(importRecords.line, first + chunkLines),
      ),
    )
    .orderBy(asc(importRecords.line));
  for (const { line } of waiting) await importOrRefuse(ctx, importId, line);
  await storeCounts(ctx, importId);
}

/** Marks an import as failed that could not be carried out to its end. */
export async function failImport(ctx: Context, importId: string): Promise<void> {
  requireSystem(ctx);
  await ctx.db
    .update(imports)
    .set({ status: "failed", finishedAt: ctx.now })
    .where(and(eq(imports.id, importId), ne(imports.status, "finished")));
}

/** One record that cannot be stored is refused with its reason and does not hold up the others. */
async function importOrRefuse(ctx: Context, importId: string, line: number): Promise<void> {
  try {
    await inTransaction(ctx, (tx) => importLine(tx, importId, line));
  } catch (error) {
    if (!(error instanceof AppError || error instanceof ZodError)) throw error;
    const what =
      error instanceof AppError ? error.key : error.issues.map((issue) => issue.path.join(".")).join(", ");
    await ctx.db
      .update(importRecords)
      .set({ outcome: "refused", reason: `Der Eintrag lässt sich nicht speichern (${what}).` })
      .where(and(eq(importRecords.importId, importId), eq(importRecords.line, line)));
  }
}

/** Ends an import whose records are all done and says what became of them. */
export async function finishImport(ctx: Context, importId: string): Promise<ImportRow["counts"]> {
  requireSystem(ctx);
  return inTransaction(ctx, async (tx) => {
    const counts = await storeCounts(tx, importId);
    const finished = await tx.db
      .update(imports)
      .set({ status: "finished", finishedAt: tx.now })
      .where(and(eq(imports.id, importId), eq(imports.status, "running")))
      .returning({ id: imports.id });
    if (finished.length === 0) return counts;
    await audit(tx, "import.finish", { kind: "import", id: importId }, counts);
    await emit(tx, "directory/import.finished", { importId });
    return counts;
  });
}

async function importLine(ctx: Context, importId: string, line: number): Promise<void> {
  const mine = and(eq(importRecords.importId, importId), eq(importRecords.line, line));
  const [record] = await ctx.db
    .select()
    .from(importRecords)
    .where(and(mine, eq(importRecords.outcome, "waiting")))
    .for("update");
  if (!record?.therapist || !record.sourceKey) return;
  const { therapistId, outcome } = await importTherapist(ctx, {
    sourceKey: record.sourceKey,
    otherKeys: record.otherKeys,
    source: "Arztsuche",
    therapist: record.therapist,
  });
  await ctx.db.update(importRecords).set({ outcome, therapistId }).where(mine);
}

async function storeCounts(ctx: Context, importId: string): Promise<ImportRow["counts"]> {
  const rows = await ctx.db
    .select({ outcome: importRecords.outcome, n: count() })
    .from(importRecords)
    .where(eq(importRecords.importId, importId))
    .groupBy(importRecords.outcome);
  const of = (outcome: string) => rows.find((row) => row.outcome === outcome)?.n ?? 0;
  const counts = {
    added: of("added"),
    changed: of("changed"),
    unchanged: of("unchanged"),
    refused: of("refused"),
  };
  await ctx.db.update(imports).set({ counts }).where(eq(imports.id, importId));
  return counts;
}
