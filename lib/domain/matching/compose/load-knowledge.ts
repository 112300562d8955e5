import { and, eq, inArray, isNotNull } from "drizzle-orm";
import { inquiries, inquiryItems, searches } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { runningSearchStatuses } from "../../searches/status";
import { equalOdds, learnOddsInSlices } from "../odds/acceptance-odds";
import { loadPastInquiries } from "../odds/load-past-inquiries";
import { forOdds } from "../odds/therapist-odds";
import type { PlacementKnowledge } from "./placement-settings";
import { inSlices } from "../kernel/in-slices";
import type { ReachableTherapist } from "../load/load-therapist-records";

/** Loads what the service knows beyond the snapshot; with `learn` false, that all practices are alike. */
export async function loadKnowledge(
  ctx: Context,
  known: readonly ReachableTherapist[],
  { learn }: { learn: boolean },
): Promise<PlacementKnowledge> {
  const askedBefore = await loadAskedBefore(ctx);
  if (!learn) return { odds: equalOdds(), askedBefore };
  const history = await loadPastInquiries(ctx);
  const odds = await inSlices(learnOddsInSlices(known.map(forOdds), history, ctx.now));
  return { odds, askedBefore };
}

/** Patients with a running search for whom a practice was asked. */
async function loadAskedBefore(ctx: Context): Promise<Set<string>> {
  const rows = await ctx.db
    .selectDistinct({ patientId: searches.patientId })
    .from(inquiryItems)
    .innerJoin(searches, eq(searches.id, inquiryItems.searchId))
    .innerJoin(inquiries, eq(inquiries.id, inquiryItems.inquiryId))
    .where(and(inArray(searches.status, [...runningSearchStatuses]), isNotNull(inquiries.sentAt)));
  return new Set(rows.map(({ patientId }) => patientId));
}
