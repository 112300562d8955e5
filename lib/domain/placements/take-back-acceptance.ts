import { and, eq, inArray, sql } from "drizzle-orm";
import { patients, searches } from "@/db/schema";
import { type Context, inTransaction } from "@/lib/core/context";
import { forbidden } from "@/lib/core/errors";
import { isoDayOf } from "@/lib/format";
import { type PlacementRow, lockPlacement } from "./access";
import { callOffOffer } from "./call-off-offer";
import { type Ending, endPlacement, returnSearch } from "./end-placement";
import type { TakenBackAnswer } from "./status";
import { tellPatient } from "./tell-about-placement";

const endings: Record<TakenBackAnswer, Ending> = {
  rejected_capacity: { outcome: "rejected_capacity", exclusion: "capacity" },
  rejected_unsuitable: { outcome: "rejected_unsuitable", exclusion: "unsuitable" },
};

/**
 * A practice takes a mistaken yes back and says what holds instead, as long as the patient has not confirmed and nobody
 * was named: exactly one of both wins. The search goes on with its old waiting date. A mail about the place that has
 * not left is called off; only whom the offer may have reached hears that it was a mistake. By the practice's own link,
 * and by a forwarded one where the yes was its own; `conflict` once the patient confirmed or it ended.
 */
export async function takeBackAcceptance(
  ctx: Context,
  { placementId, answer }: { placementId: string; answer: TakenBackAnswer },
): Promise<void> {
  if (ctx.actor.kind !== "therapist" && ctx.actor.kind !== "colleague") throw forbidden();
  await inTransaction(ctx, async (tx) => {
    const offered = await lockPlacement(tx, placementId);
    const mayHaveHeard = offered.status === "accepted" && (await callOffOffer(tx, offered));
    const ended = await endPlacement(tx, placementId, {
      ...endings[answer],
      reason: "taken_back",
      from: ["accepted"],
    });
    await forgetFirstPlace(tx, ended);
    await returnSearch(tx, ended.searchId);
    if (mayHaveHeard) await tellPatient(tx, ended, { template: "acceptance_taken_back" });
  });
}

/** A mistake was nobody's first place: that is again the earliest of the other offers, or none so far. */
async function forgetFirstPlace(ctx: Context, { searchId, acceptedAt }: PlacementRow): Promise<void> {
  const patientOf = ctx.db.select({ id: searches.patientId }).from(searches).where(eq(searches.id, searchId));
  const earliest = sql`(
    select (min(other.accepted_at) at time zone 'Europe/Berlin')::date
    from placements other join searches mine on mine.id = other.search_id
    where mine.patient_id = ${patients.id} and other.end_reason is distinct from 'taken_back')`;
  await ctx.db
    .update(patients)
    .set({ firstPlaceOn: earliest })
    .where(and(inArray(patients.id, patientOf), eq(patients.firstPlaceOn, isoDayOf(acceptedAt))));
}
