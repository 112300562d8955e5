import { sql } from "drizzle-orm";
import { missingFactCounts } from "@/db/schema";
import { type Context, inTransaction, requireSystem } from "@/lib/core/context";
import { loadExactMinutes } from "../ways/load-exact-minutes";
import { countMissingFacts } from "../fits/fact-counts";
import { inSlices } from "../kernel/in-slices";
import { loadMatchingRecords } from "../load/load-records";
import { takeSnapshotInSlices } from "../kernel/snapshot";

/**
 * Counts, over the whole service as it is now, what each missing fact holds up, and keeps that in place of what the
 * run before counted. Judges about as many pairs as a matching run, in slices between which the process goes on
 * answering; repeating it changes nothing but the time of the count.
 */
export async function countFacts(ctx: Context, runId: string): Promise<{ facts: number }> {
  requireSystem(ctx);
  const snapshot = await inSlices(takeSnapshotInSlices(await loadMatchingRecords(ctx), ctx.now));
  const exactMinutes = await loadExactMinutes(ctx, snapshot);
  const counts = await inSlices(countMissingFacts(snapshot, exactMinutes));
  await inTransaction(ctx, async (tx) => {
    await tx.db.execute(sql`select pg_advisory_xact_lock(hashtext('count-facts'))`);
    await tx.db.delete(missingFactCounts);
    if (counts.length === 0) return;
    await tx.db
      .insert(missingFactCounts)
      .values(counts.map((count) => ({ ...count, runId, countedAt: tx.now })));
  });
  return { facts: counts.length };
}
