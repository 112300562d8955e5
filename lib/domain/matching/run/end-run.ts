import { and, eq, inArray, lte, sql } from "drizzle-orm";
import { matchingRuns } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { type Context, inTransaction, requireAbility } from "@/lib/core/context";
import { conflict } from "@/lib/core/errors";
import { standstillMs } from "./run-progress";

/**
 * Ends a run that stands still, so that another can be started: the engine may have lost it. Should it come to life
 * again, it stores nothing. Conflict when it goes on (`run_goes_on`) or has ended.
 */
export async function endRun(ctx: Context, runId: string): Promise<void> {
  requireAbility(ctx, "inquiries.review");
  const since = new Date(ctx.now.getTime() - standstillMs);
  await inTransaction(ctx, async (tx) => {
    const ended = await tx.db
      .update(matchingRuns)
      .set({ status: "failed", finishedAt: tx.now })
      .where(
        and(
          eq(matchingRuns.id, runId),
          inArray(matchingRuns.status, ["requested", "running"]),
          lte(sql`coalesce(${matchingRuns.progressAt}, ${matchingRuns.createdAt})`, since.toISOString()),
        ),
      )
      .returning({ id: matchingRuns.id });
    if (ended.length === 0) throw conflict("run_goes_on");
    await audit(tx, "matching.end", { kind: "matching-run", id: runId });
  });
}
