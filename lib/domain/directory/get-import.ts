import { and, asc, desc, eq, sql } from "drizzle-orm";
import { importRecords, imports } from "@/db/schema";
import { type Context, requireAbility } from "@/lib/core/context";
import { notFound } from "@/lib/core/errors";

export type Import = typeof imports.$inferSelect & { done: number };
export type ImportRecord = Pick<
  typeof importRecords.$inferSelect,
  "line" | "outcome" | "reason" | "warnings" | "therapistId"
> & {
  name: string;
};

const done = sql<number>`(select count(*)::int from ${importRecords} where ${importRecords.importId} = ${imports.id} and ${importRecords.outcome} <> 'waiting')`;

/** The imports, newest first, with how many of their records are done. */
export async function listImports(ctx: Context, limit = 50): Promise<Import[]> {
  requireAbility(ctx, "therapists.read");
  const rows = await ctx.db
    .select({ row: imports, done })
    .from(imports)
    .orderBy(desc(imports.id))
    .limit(limit);
  return rows.map(({ row, done }) => ({ ...row, done }));
}

/** One import; `not-found` when there is none. */
export async function getImport(ctx: Context, importId: string): Promise<Import> {
  requireAbility(ctx, "therapists.read");
  const [found] = await ctx.db.select({ row: imports, done }).from(imports).where(eq(imports.id, importId));
  if (!found) throw notFound();
  return { ...found.row, done: found.done };
}

/** The records of an import in the order of the file, with reasons and warnings; all, or those with one outcome. */
export async function listImportRecords(
  ctx: Context,
  importId: string,
  { outcome, limit = 500 }: { outcome?: ImportRecord["outcome"]; limit?: number } = {},
): Promise<ImportRecord[]> {
  requireAbility(ctx, "therapists.read");
  const rows = await ctx.db
    .select()
    .from(importRecords)
    .where(
      and(eq(importRecords.importId, importId), outcome ? eq(importRecords.outcome, outcome) : undefined),
    )
    .orderBy(asc(importRecords.line))
    .limit(limit);
  return rows.map(({ line, outcome: became, reason, warnings, therapistId, therapist }) => {
    const name = therapist
      ? [therapist.title, therapist.firstName, therapist.lastName].filter(Boolean).join(" ")
      : "";
    return { line, outcome: became, reason, warnings, therapistId, name };
  });
}
