import { and, eq, inArray } from "drizzle-orm";
import { patients, placements, searches } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { type Context, inTransaction } from "@/lib/core/context";
import { conflict, forbidden } from "@/lib/core/errors";
import { emit } from "@/lib/core/outbox";
import { type PlacementRow, lockPlacement } from "./access";
import { isTakeBackDay, stageTimes } from "./stage-times";
import { type PlacementStatus, reportedStages } from "./status";

/**
 * Takes a mistaken report back: the placement stands again at the stage that was known before, its workflow goes on,
 * and after a start that was none the patient no longer counts as placed. Staff at any time, the patient's link on the
 * day of the report; nobody else. `conflict` when nothing was reported, it ended, or that day is over.
 */
export async function takeBackStage(ctx: Context, { placementId }: { placementId: string }): Promise<void> {
  const { kind } = ctx.actor;
  if (kind !== "patient" && kind !== "staff") throw forbidden();
  await inTransaction(ctx, async (tx) => {
    const placement = await lockPlacement(tx, placementId);
    const stage = reportedStages.find((known) => known === placement.status);
    if (!stage) throw conflict("no_stage_to_take_back");
    if (kind === "patient" && !isTakeBackDay(placement, tx.now)) throw conflict("take_back_day_over");
    const to = stageBefore(placement);
    const [moved] = await tx.db
      .update(placements)
      .set({ status: to, [stageTimes[stage]]: null, askedAt: null, handedOverAt: null })
      .where(and(eq(placements.id, placementId), eq(placements.status, stage)))
      .returning({ id: placements.id });
    if (!moved) throw conflict(`placement_${stage}`);
    if (stage === "started") await endTherapy(tx, placement.searchId);
    await audit(tx, "placement.retract", { kind: "placement", id: placementId }, { from: stage, to });
    // A start ended the workflow: it begins anew and finds by itself what comes next.
    await emit(tx, stage === "started" ? "placement/accepted" : "placement/changed", { placementId });
  });
}

/** News may have left stages out: the last one that has a time. */
function stageBefore(placement: PlacementRow): PlacementStatus {
  const earlier = reportedStages.slice(
    0,
    reportedStages.findIndex((stage) => stage === placement.status),
  );
  return earlier.findLast((stage) => placement[stageTimes[stage]] !== null) ?? "confirmed";
}

/** The patient searches again as far as the statistics go: nobody counts as placed by a mistake. In the caller's transaction. */
export async function endTherapy(ctx: Context, searchId: string): Promise<void> {
  const patientOf = ctx.db.select({ id: searches.patientId }).from(searches).where(eq(searches.id, searchId));
  await ctx.db
    .update(patients)
    .set({ status: "searching", workingPlaceOn: null, updatedAt: ctx.now })
    .where(and(inArray(patients.id, patientOf), eq(patients.status, "in_therapy")));
}
