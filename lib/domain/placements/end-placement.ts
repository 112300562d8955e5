import { and, eq, isNotNull } from "drizzle-orm";
import { exclusions, inquiries, inquiryItems, practices, searches } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import type { Context } from "@/lib/core/context";
import { emit } from "@/lib/core/outbox";
import { consentsInForce, hasRequiredConsents } from "../consents/consents-in-force";
import type { ItemOutcome } from "../inquiries/status";
import { pauseForConsent } from "../searches/pause-search";
import { getSettings } from "../settings/settings";
import type { ExclusionReason } from "../therapists/status";
import type { PlacementRow } from "./access";
import { movePlacement } from "./move-placement";
import type { FailReason, PlacementStatus } from "./status";

/** What the end makes of the practice's answer, and why the pair is not proposed again. */
export type Ending = {
  outcome: ItemOutcome;
  exclusion: ExclusionReason | null;
  /** The pair rests a while and is asked again, as for want of a place. */
  isForNow?: boolean;
};

const dayMs = 24 * 60 * 60 * 1000;

/**
 * Ends a placement in the caller's transaction: the answer becomes what came of it, and the pair is kept apart, for want
 * of a place or of a patient's answer only for the setting `capacityExclusionDays` or until the mailbox has cooled, whichever is later. With
 * `from` only out of these states. `conflict` when it is in another state, `not-found` outside of what the actor may touch.
 */
export async function endPlacement(
  ctx: Context,
  placementId: string,
  { reason, outcome, exclusion, isForNow, from }: Ending & { reason: FailReason; from?: PlacementStatus[] },
): Promise<PlacementRow> {
  const ended = { endedAt: ctx.now, endReason: reason };
  const placement = await movePlacement(ctx, placementId, "failed", ended, from);
  await ctx.db
    .update(inquiryItems)
    .set({ outcome, outcomeAt: ctx.now })
    .where(eq(inquiryItems.id, placement.itemId));
  const rests = isForNow || exclusion === "capacity";
  if (exclusion) await excludePair(ctx, placement.itemId, exclusion, rests);
  await audit(ctx, "placement.fail", { kind: "placement", id: placementId }, { reason });
  await emit(ctx, "placement/ended", { placementId });
  return placement;
}

async function excludePair(
  ctx: Context,
  itemId: string,
  reason: ExclusionReason,
  rests: boolean,
): Promise<void> {
  const [found] = await ctx.db
    .select({
      patientId: searches.patientId,
      therapistId: inquiries.therapistId,
      coolingUntil: practices.coolingUntil,
    })
    .from(inquiryItems)
    .innerJoin(inquiries, eq(inquiries.id, inquiryItems.inquiryId))
    .innerJoin(practices, eq(practices.id, inquiries.practiceId))
    .innerJoin(searches, eq(searches.id, inquiryItems.searchId))
    .where(eq(inquiryItems.id, itemId));
  const { coolingUntil, ...pair } = found!;
  const until = rests ? await restUntil(ctx, coolingUntil) : null;
  await ctx.db
    .insert(exclusions)
    .values({ ...pair, reason, until, createdAt: ctx.now })
    .onConflictDoUpdate({
      target: [exclusions.patientId, exclusions.therapistId, exclusions.reason],
      set: { until },
      // What was kept apart for good stays so.
      setWhere: until ? isNotNull(exclusions.until) : undefined,
    });
}

/** An acceptance is often weeks old: what is left of the cooling period alone would be no rest at all. */
async function restUntil(ctx: Context, coolingUntil: Date | null): Promise<Date> {
  const { capacityExclusionDays } = await getSettings(ctx);
  const rested = ctx.now.getTime() + capacityExclusionDays * dayMs;
  return new Date(Math.max(rested, coolingUntil?.getTime() ?? 0));
}

/**
 * The search runs again as it did, with its old waiting date, unless a consent that it needs was withdrawn meanwhile. In
 * the caller's transaction.
 */
export async function returnSearch(ctx: Context, searchId: string): Promise<void> {
  const [search] = await ctx.db
    .update(searches)
    .set({ status: "active", placedItemId: null, placedAt: null })
    .where(and(eq(searches.id, searchId), eq(searches.status, "placed")))
    .returning({ patientId: searches.patientId });
  if (!search) return;
  await audit(ctx, "search.return", { kind: "search", id: searchId });
  if (hasRequiredConsents(await consentsInForce(ctx, search.patientId)))
    return emit(ctx, "search/resumed", { searchId });
  await pauseForConsent(ctx, search.patientId);
}
