import { and, eq, gte, inArray, ne } from "drizzle-orm";
import { mails, patients, searches } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { type Context, inTransaction } from "@/lib/core/context";
import { conflict } from "@/lib/core/errors";
import { emit } from "@/lib/core/outbox";
import { isoDayOf } from "@/lib/format";
import { type PlacementRow, refuseColleague } from "./access";
import { movePlacement } from "./move-placement";
import { isTalkAhead, stageTimes } from "./stage-times";
import { germanInstant } from "../german-time";
import type { ReportedStage } from "./status";
import { tellPatient } from "./tell-about-placement";

/**
 * Writes down that a placement came further: the first talk took place, the trial sessions run, or therapy started,
 * which alone counts as placed. `conflict` when it is that far already, or ended, and as long as the day agreed for the
 * first talk is ahead. For patient, practice and staff.
 */
export async function advancePlacement(
  ctx: Context,
  { placementId, to }: { placementId: string; to: ReportedStage },
): Promise<void> {
  refuseColleague(ctx);
  await inTransaction(ctx, async (tx) => {
    const placement = await movePlacement(tx, placementId, to, { [stageTimes[to]]: tx.now });
    if (isTalkAhead(placement, tx.now)) throw conflict("talk_ahead");
    if (to === "started") await startTherapy(tx, placement);
    await audit(tx, "placement.advance", { kind: "placement", id: placementId }, { to });
    await emit(tx, to === "started" ? "placement/ended" : "placement/changed", { placementId });
  });
}

async function startTherapy(ctx: Context, placement: PlacementRow): Promise<void> {
  const patientOf = ctx.db
    .select({ id: searches.patientId })
    .from(searches)
    .where(eq(searches.id, placement.searchId));
  await ctx.db
    .update(patients)
    .set({ status: "in_therapy", workingPlaceOn: isoDayOf(ctx.now), updatedAt: ctx.now })
    .where(inArray(patients.id, patientOf));
  await tellPlaced(ctx, placement);
}

/**
 * Each start is told of, also one that comes after a mistaken report was taken back. Who corrects a slip of the finger
 * within the day and gets it right reads it once.
 */
async function tellPlaced(ctx: Context, placement: PlacementRow): Promise<void> {
  const toldToday = and(
    eq(mails.placementId, placement.id),
    eq(mails.template, "placed"),
    gte(mails.createdAt, germanInstant(isoDayOf(ctx.now), 0)),
    ne(mails.status, "cancelled"),
  );
  if ((await ctx.db.$count(mails, toldToday)) > 0) return;
  await tellPatient(ctx, placement, { template: "placed", round: ctx.now.toISOString() });
}
