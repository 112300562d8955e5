import { and, eq, inArray } from "drizzle-orm";
import { matchingRuns } from "@/db/schema";
import { type Context, requireSystem } from "@/lib/core/context";
import { conflict, notFound } from "@/lib/core/errors";
import { countPatientsByRegion } from "../load/load-patient-records";
import { type Region, regions } from "../load/regions";

/**
 * Marks a run as running and names the regions in which somebody searches. Repeating it changes nothing. Conflict when
 * the run was ended before it began.
 */
export async function startRun(ctx: Context, runId: string): Promise<{ regions: Region[] }> {
  requireSystem(ctx);
  const patients = await countPatientsByRegion(ctx);
  const total = [...patients.values()].reduce((sum, each) => sum + each, 0);
  const progress = { step: "judge", done: 0, total, regions: {} };
  await ctx.db
    .update(matchingRuns)
    .set({ status: "running", startedAt: ctx.now, progress, progressAt: ctx.now })
    .where(and(eq(matchingRuns.id, runId), eq(matchingRuns.status, "requested")));
  const [run] = await ctx.db.select().from(matchingRuns).where(eq(matchingRuns.id, runId));
  if (!run) throw notFound();
  if (run.status === "failed") throw conflict("run_finished");
  return { regions: regions.filter((region) => patients.has(region)) };
}

/** Marks a run as failed that could not be carried out. */
export async function failRun(ctx: Context, runId: string): Promise<void> {
  requireSystem(ctx);
  await ctx.db
    .update(matchingRuns)
    .set({ status: "failed", finishedAt: ctx.now })
    .where(and(eq(matchingRuns.id, runId), inArray(matchingRuns.status, ["requested", "running"])));
}
