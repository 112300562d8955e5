import { desc, eq } from "drizzle-orm";
import { matchingRuns } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { getSettings } from "../../settings/settings";
import { placesInQuestion } from "../kernel/place-kinds";
import type { MatchingPatient } from "../kernel/records";
import type { ReachableTherapist } from "../load/load-therapist-records";
import { keptOdds } from "./item-odds";
import type { ItemOdds } from "./kept-odds";
import { loadPastInquiries } from "./load-past-inquiries";
import { forOdds, oddsOfTherapist } from "./therapist-odds";
import { emptyRecord, recordsByTherapist } from "./therapist-records";

/**
 * The odds of one pair as of now, for whom a person puts into a proposal: the practice's own record is read anew, and
 * what is usual with others is what the last matching run learned. Null where runs make no estimates.
 */
export async function estimateOdds(
  ctx: Context,
  therapist: ReachableTherapist,
  { openToGroup }: Pick<MatchingPatient, "openToGroup">,
  minutes: number | null,
): Promise<ItemOdds | null> {
  const { learnOdds, strategy } = await getSettings(ctx);
  if (!learnOdds || strategy !== "expected-placements") return null;
  const [run] = await ctx.db
    .select({ usual: matchingRuns.usualOdds })
    .from(matchingRuns)
    .where(eq(matchingRuns.status, "finished"))
    .orderBy(desc(matchingRuns.finishedAt))
    .limit(1);
  if (!run?.usual) return null;
  const history = await loadPastInquiries(ctx, therapist.id);
  const record = recordsByTherapist(history, ctx.now).get(therapist.id) ?? emptyRecord();
  const odds = oddsOfTherapist(forOdds(therapist), record, run.usual, ctx.now);
  return keptOdds(odds, run.usual, { minutes, places: placesInQuestion(therapist, openToGroup) });
}
