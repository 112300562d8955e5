import { and, asc, eq, inArray } from "drizzle-orm";
import { inquiries, inquiryItems, searches } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import type { Context } from "@/lib/core/context";
import { fittingPatientsNow } from "../matching/judge-pair-now";
import { loadPairRecords } from "../matching/load-pair-records";

type Inquiry = Pick<typeof inquiries.$inferSelect, "id" | "therapistId">;

/**
 * The open items of an inquiry, apart by whether the pair may be asked for as of now: every rule is judged anew, with
 * exclusions, objections and the rest of the mailbox; only that the mailbox is in this very inquiry does not count.
 */
export async function judgeItems(
  ctx: Context,
  { id, therapistId }: Inquiry,
): Promise<{ fit: string[]; unfit: string[] }> {
  const items = await ctx.db
    .select({ id: inquiryItems.id, patientId: searches.patientId })
    .from(inquiryItems)
    .innerJoin(searches, eq(searches.id, inquiryItems.searchId))
    .where(and(eq(inquiryItems.inquiryId, id), eq(inquiryItems.outcome, "pending")))
    .orderBy(asc(inquiryItems.position));
  const patientIds = items.map(({ patientId }) => patientId);
  const fitting = await fittingPatientsNow(ctx, await loadPairRecords(ctx, therapistId, patientIds));
  const idsWhere = (fits: boolean) =>
    items.filter(({ patientId }) => fitting.has(patientId) === fits).map((item) => item.id);
  return { fit: idsWhere(true), unfit: idsWhere(false) };
}

/** Takes items out of an inquiry that was not sent yet, in the caller's transaction. */
export async function dropItems(ctx: Context, inquiryId: string, itemIds: readonly string[]): Promise<void> {
  if (itemIds.length === 0) return;
  await ctx.db.delete(inquiryItems).where(inArray(inquiryItems.id, [...itemIds]));
  for (const itemId of itemIds)
    await audit(ctx, "inquiry.drop-item", { kind: "inquiry", id: inquiryId }, { itemId });
}
