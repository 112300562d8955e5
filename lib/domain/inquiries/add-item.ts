import { and, asc, count, eq, inArray } from "drizzle-orm";
import { inquiries, inquiryItems, searches } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { type Context, inTransaction, requireAbility } from "@/lib/core/context";
import { conflict } from "@/lib/core/errors";
import { judgePairsNow } from "../matching/fits/judge-pair-now";
import { loadPairRecords } from "../matching/load/load-pair-records";
import { estimateOdds } from "../matching/odds/estimate-odds";
import { getSettings } from "../settings/settings";
import { orderItems } from "./order-items";
import { openInquiryStatuses } from "./status";
import { type Reviewed, takeReviewed } from "./take-reviewed";

type Addition = Reviewed & {
  patientId: string;
  /** Who leaves the proposal in return. */
  insteadOfItemId?: string;
};

/**
 * Puts a patient into a proposal as the reviewer saw it, in place of another one if given, where the published order says. The kernel judges the pair
 * anew, here and now. Conflict when the proposal changed meanwhile (`proposal_changed`), is full (`proposal_full`),
 * when the search does not run or is in enough open inquiries already (`search_taken`), or when a rule does not hold
 * (`pair_does_not_fit`).
 */
export async function addItem(
  ctx: Context,
  { inquiryId, version, patientId, insteadOfItemId }: Addition,
): Promise<{ itemId: string }> {
  requireAbility(ctx, "inquiries.review");
  return inTransaction(ctx, async (tx) => {
    const settings = await getSettings(tx);
    const searchId = await lockFreeSearch(tx, patientId, settings.maxParallel);
    const inquiry = await takeReviewed(tx, { inquiryId, version }, "proposed");
    if (insteadOfItemId) await removeItem(tx, inquiryId, insteadOfItemId);
    const position = await freePosition(tx, inquiryId, settings.maxItems);
    const pair = await judgePair(tx, inquiry.therapistId, patientId);
    const [added] = await tx.db
      .insert(inquiryItems)
      .values({ inquiryId, searchId, position, ...pair })
      .onConflictDoNothing()
      .returning({ id: inquiryItems.id });
    if (!added) throw conflict("proposal_changed");
    await orderItems(tx, inquiryId);
    await audit(tx, "inquiry.add-item", { kind: "inquiry", id: inquiryId }, { patientId, insteadOfItemId });
    return { itemId: added.id };
  });
}

/**
 * The patient's active search, if it may be part of one more inquiry. Its row is locked before the inquiry's, so that
 * nobody waits in a ring, and until the end, so that no matching run and no other reviewer takes the place meanwhile.
 */
export async function lockFreeSearch(ctx: Context, patientId: string, maxParallel: number): Promise<string> {
  const [search] = await ctx.db
    .select({ id: searches.id })
    .from(searches)
    .where(and(eq(searches.patientId, patientId), eq(searches.status, "active")))
    .for("update");
  if (!search) throw conflict("search_taken");
  const [open] = await ctx.db
    .select({ count: count() })
    .from(inquiryItems)
    .innerJoin(inquiries, eq(inquiries.id, inquiryItems.inquiryId))
    .where(
      and(
        eq(inquiryItems.searchId, search.id),
        eq(inquiryItems.outcome, "pending"),
        inArray(inquiries.status, [...openInquiryStatuses]),
      ),
    );
  if (open!.count >= maxParallel) throw conflict("search_taken");
  return search.id;
}

async function removeItem(ctx: Context, inquiryId: string, itemId: string): Promise<void> {
  const removed = await ctx.db
    .delete(inquiryItems)
    .where(and(eq(inquiryItems.id, itemId), eq(inquiryItems.inquiryId, inquiryId)))
    .returning({ id: inquiryItems.id });
  if (removed.length === 0) throw conflict("proposal_changed");
}

async function freePosition(ctx: Context, inquiryId: string, maxItems: number): Promise<number> {
  const taken = await ctx.db
    .select({ position: inquiryItems.position })
    .from(inquiryItems)
    .where(eq(inquiryItems.inquiryId, inquiryId))
    .orderBy(asc(inquiryItems.position));
  if (taken.length >= maxItems) throw conflict("proposal_full");
  return [1, 2, 3, 4, 5, 6].find((position) => taken.every((item) => item.position !== position))!;
}

/** How far the way is, what would be to check and how likely a yes; throws when a rule keeps the pair out. */
async function judgePair(ctx: Context, therapistId: string, patientId: string) {
  const records = await loadPairRecords(ctx, therapistId, [patientId]);
  const [patient] = records.patients;
  if (!patient) throw conflict("search_taken");
  const pair = (await judgePairsNow(ctx, records)).get(patientId);
  if (!pair) throw conflict("pair_does_not_fit");
  return { ...pair, odds: await estimateOdds(ctx, records.therapists[0]!, patient, pair.travelMinutes) };
}
