import { and, asc, eq, inArray } from "drizzle-orm";
import { matchingRuns, patients, searches, wayQuestions } from "@/db/schema";
import { type Context, requireSystem } from "@/lib/core/context";
import { originAt } from "../../geo/travel-times";
import { type AskedHome, createAsker } from "../ways/ask-homes";
import { countQuestions } from "./find-ways";
import { leaveEstimates } from "./leave-estimates";
import { coordinatesOf } from "../load/load-patient-records";
import type { Question } from "../ways/open-questions";
import { reportAsked, seldom } from "./run-progress";

/** So long one step asks, well within the time that an engine gives a step. */
const stepMs = 60_000;
/** So many homes are read at once, and asked about again should the step be cut off; what is known is not. */
const perRead = 20;

/**
 * Asks the routers for one minute about the ways that `findWays` stored, who waits longest first, and returns how many
 * patients are left. Nobody is asked about whose search has ended meanwhile, and nothing once the run has. What is never
 * asked stays an estimate; that a router gave no answer is noted in the run. Never throws for a router that fails.
 */
export async function askForRun(
  ctx: Context,
  runId: string,
  { forMs = stepMs } = {},
): Promise<{ left: number }> {
  requireSystem(ctx);
  const askAbout = createAsker(ctx, performance.now() + forMs);
  const report = seldom(async (left) => reportAsked(ctx, runId, left));
  let left = await countQuestions(ctx, runId);
  for (;;) {
    const next = await nextQuestions(ctx, runId);
    if (next.length === 0) return { left: 0 };
    const asked: string[] = [];
    const outcomes = new Set<AskedHome>();
    for (const { id, question } of next) {
      if (question) outcomes.add(await askAbout(question));
      if (outcomes.has("left")) break;
      asked.push(id);
    }
    if (outcomes.has("failed") || outcomes.has("spared")) await leaveEstimates(ctx, runId, "router");
    await ctx.db.delete(wayQuestions).where(inArray(wayQuestions.id, asked));
    left -= asked.length;
    if (outcomes.has("left")) return { left };
    await report(left);
  }
}

/** The next questions of a run that goes on; without a question where nobody searches any more. */
async function nextQuestions(
  ctx: Context,
  runId: string,
): Promise<{ id: string; question: Question | null }[]> {
  const rows = await ctx.db
    .select({
      id: wayQuestions.id,
      cells: wayQuestions.cells,
      mode: patients.travelMode,
      lat: patients.lat,
      lon: patients.lon,
      searchId: searches.id,
    })
    .from(wayQuestions)
    .innerJoin(matchingRuns, eq(matchingRuns.id, wayQuestions.runId))
    .innerJoin(patients, eq(patients.id, wayQuestions.patientId))
    .leftJoin(searches, and(eq(searches.patientId, patients.id), eq(searches.status, "active")))
    .where(and(eq(wayQuestions.runId, runId), eq(matchingRuns.status, "running")))
    .orderBy(asc(wayQuestions.isRepeated), asc(wayQuestions.position))
    .limit(perRead);
  return rows.map(({ id, cells, mode, searchId, ...place }) => {
    const coordinates = searchId === null ? null : coordinatesOf(place);
    const origin = coordinates && originAt(mode, coordinates);
    return { id, question: origin && { origin, cells } };
  });
}
