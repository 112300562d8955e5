import { count, eq } from "drizzle-orm";
import { wayQuestions } from "@/db/schema";
import { type Context, requireSystem } from "@/lib/core/context";
import { isRouterConfigured } from "../../geo/travel-times";
import { travelModes } from "../../vocabulary";
import { inSlices } from "../kernel/in-slices";
import { loadMatchingRecords } from "../load/load-records";
import { openQuestions } from "../ways/open-questions";
import { reportWays } from "./run-progress";
import { takeSnapshotInSlices } from "../kernel/snapshot";

/**
 * Finds out once for a run which ways decide and are not known yet, and stores them for `askForRun`. `left` says of how
 * many patients; 0 where no router is configured. Repeating it, also at the same time, stores no question twice.
 */
export async function findWays(ctx: Context, runId: string): Promise<{ left: number }> {
  requireSystem(ctx);
  if (!travelModes.some(isRouterConfigured)) return { left: 0 };
  await reportWays(ctx, runId, { done: 0, total: 0 });
  const records = await loadMatchingRecords(ctx);
  const snapshot = await inSlices(takeSnapshotInSlices(records, ctx.now));
  let position = 0;
  for await (const questions of openQuestions(ctx, snapshot)) {
    const rows = questions.map(({ patientId, isRepeated, cells }) => {
      return { runId, patientId, isRepeated, cells, position: position++ };
    });
    if (rows.length > 0) await ctx.db.insert(wayQuestions).values(rows).onConflictDoNothing();
  }
  const left = await countQuestions(ctx, runId);
  await reportWays(ctx, runId, { done: 0, total: left });
  return { left };
}

/** Of how many patients a run still has to ask for ways. */
export async function countQuestions(ctx: Context, runId: string): Promise<number> {
  const [row] = await ctx.db
    .select({ left: count() })
    .from(wayQuestions)
    .where(eq(wayQuestions.runId, runId));
  return row!.left;
}
