import { and, asc, eq, inArray } from "drizzle-orm";
import { inquiries, inquiryItems, searches } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import type { Context } from "@/lib/core/context";
import { type JudgedPair, judgePairsNow } from "../matching/fits/judge-pair-now";
import type { MatchingPatient } from "../matching/kernel/records";
import { loadPairRecords } from "../matching/load/load-pair-records";

type Inquiry = Pick<typeof inquiries.$inferSelect, "id" | "therapistId">;

export type JudgedItems = {
  fit: string[];
  unfit: string[];
  /** A question is open now that was not when the items were judged before. */
  hasNewDoubts: boolean;
  /** Who was judged, as matching sees them. */
  patients: readonly MatchingPatient[];
};

/**
 * The open items of an inquiry, apart by whether the pair may be asked for as of now: every rule is judged anew, with
 * exclusions, objections and the rest of the mailbox; only that the mailbox is in this very inquiry does not count. The
 * items keep the new judgement: way, site and what is to check. In the caller's transaction.
 */
export async function judgeItems(ctx: Context, { id, therapistId }: Inquiry): Promise<JudgedItems> {
  const items = await ctx.db
    .select({ item: inquiryItems, patientId: searches.patientId })
    .from(inquiryItems)
    .innerJoin(searches, eq(searches.id, inquiryItems.searchId))
    .where(and(eq(inquiryItems.inquiryId, id), eq(inquiryItems.outcome, "pending")))
    .orderBy(asc(inquiryItems.position));
  const patientIds = items.map(({ patientId }) => patientId);
  const records = await loadPairRecords(ctx, therapistId, patientIds);
  const judged = await judgePairsNow(ctx, records);
  const result: JudgedItems = { fit: [], unfit: [], hasNewDoubts: false, patients: records.patients };
  for (const { item, patientId } of items) {
    const pair = judged.get(patientId);
    (pair ? result.fit : result.unfit).push(item.id);
    if (!pair) continue;
    result.hasNewDoubts ||= pair.checks.some((rule) => !item.checks.includes(rule));
    if (!isSameJudgement(item, pair))
      await ctx.db.update(inquiryItems).set(pair).where(eq(inquiryItems.id, item.id));
  }
  return result;
}

function isSameJudgement(item: typeof inquiryItems.$inferSelect, pair: JudgedPair): boolean {
  // The columns keep seven digits.
  const near = (a: number | null, b: number | null) =>
    (a === null ? null : Math.fround(a)) === (b === null ? null : Math.fround(b));
  return (
    item.locationId === pair.locationId &&
    near(item.distanceKm, pair.distanceKm) &&
    near(item.travelMinutes, pair.travelMinutes) &&
    item.travelEstimated === pair.travelEstimated &&
    item.checks.toString() === pair.checks.toString()
  );
}

/** Takes items out of an inquiry that was not sent yet, in the caller's transaction. */
export async function dropItems(ctx: Context, inquiryId: string, itemIds: readonly string[]): Promise<void> {
  if (itemIds.length === 0) return;
  await ctx.db.delete(inquiryItems).where(inArray(inquiryItems.id, [...itemIds]));
  for (const itemId of itemIds)
    await audit(ctx, "inquiry.drop-item", { kind: "inquiry", id: inquiryId }, { itemId });
}
