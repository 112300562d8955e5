import { and, eq, sql } from "drizzle-orm";
import { matchingRuns } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import type { MatchingRun } from "./get-latest-run";
import type { Region } from "../load/regions";

/**
 * What a running run does: ask routers for ways, judge the patients region by region, compose inquiries, store them for
 * review.
 */
export type RunStep = "ways" | "judge" | "compose" | "store";

/**
 * Writes down that `done` patients of a region are judged, and with the first report of all since when there is
 * judging; several regions may be under way at once.
 */
export async function reportRegion(ctx: Context, runId: string, region: Region, done: number): Promise<void> {
  const judging = sql`jsonb_set(${matchingRuns.progress}, '{step}', '"judge"')`;
  const since = sql`coalesce(${matchingRuns.progress} -> 'judgingSince', to_jsonb(${ctx.now.toISOString()}::text))`;
  const timed = sql`jsonb_set(${judging}, '{judgingSince}', ${since})`;
  const withRegion = sql`jsonb_set(${timed}, array['regions', ${region}]::text[], to_jsonb(${done}::int))`;
  const sum = sql`(select coalesce(sum(value::int), 0) from jsonb_each_text(${withRegion} -> 'regions'))`;
  await ctx.db
    .update(matchingRuns)
    .set({ progress: sql`jsonb_set(${withRegion}, '{done}', to_jsonb(${sum}))`, progressAt: ctx.now })
    .where(and(isAt(runId), sql`${matchingRuns.progress} ->> 'step' in ('ways', 'judge')`));
}

/**
 * Writes down that routers are being asked, before the first region is judged, and about how many patients; `total` 0
 * while that is not known.
 */
export async function reportWays(
  ctx: Context,
  runId: string,
  ways: { done: number; total: number },
): Promise<void> {
  const progress = sql`${matchingRuns.progress} || ${JSON.stringify({ step: "ways", ways })}::jsonb`;
  await ctx.db.update(matchingRuns).set({ progress, progressAt: ctx.now }).where(isAt(runId));
}

/** Writes down how many patients are left to ask routers about. */
export async function reportAsked(ctx: Context, runId: string, left: number): Promise<void> {
  const total = sql`(${matchingRuns.progress} #>> '{ways,total}')::int`;
  const progress = sql`jsonb_set(${matchingRuns.progress}, '{ways,done}', to_jsonb(${total} - ${left}::int))`;
  await ctx.db.update(matchingRuns).set({ progress, progressAt: ctx.now }).where(isAt(runId));
}

/** Writes down how far composing or storing is; `total` 0 when it is not known beforehand. */
export async function reportStep(
  ctx: Context,
  runId: string,
  step: Exclude<RunStep, "judge" | "ways">,
  { done, total }: { done: number; total: number },
): Promise<void> {
  await ctx.db
    .update(matchingRuns)
    .set({ progress: { step, done, total }, progressAt: ctx.now })
    .where(isAt(runId));
}

/** Passes a report on twice a second at the most. */
export function seldom(report: (done: number) => Promise<void>): (done: number) => Promise<void> {
  let last = performance.now();
  return async (done) => {
    if (performance.now() - last < 500) return;
    last = performance.now();
    await report(done);
  };
}

/** A run that has not come on for so long stands still: its steps take a minute at the most, and are tried again soon. */
export const standstillMs = 10 * 60_000;

/** Since when a run that is ordered or at work stands still; null while it comes on. */
export function standsStillSince(
  { status, createdAt, progressAt }: Pick<MatchingRun, "status" | "createdAt" | "progressAt">,
  now: Date,
): Date | null {
  if (status !== "requested" && status !== "running") return null;
  const last = progressAt ?? createdAt;
  return now.getTime() - last.getTime() >= standstillMs ? last : null;
}

/** How long a run will go on judging, as fast as so far; null while that cannot be said. */
export function remainingMs({ progress }: MatchingRun, now: Date): number | null {
  if (progress?.step !== "judge" || !progress.judgingSince) return null;
  const { done, total, judgingSince } = progress;
  return done > 0 && total > done
    ? ((now.getTime() - Date.parse(judgingSince)) / done) * (total - done)
    : null;
}

function isAt(runId: string) {
  return and(eq(matchingRuns.id, runId), eq(matchingRuns.status, "running"));
}
