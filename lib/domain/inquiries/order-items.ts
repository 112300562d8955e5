import { asc, eq } from "drizzle-orm";
import { inquiries, inquiryItems, searches } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { loadPairRecords } from "../matching/load/load-pair-records";
import { compareTurns } from "../matching/kernel/turns";

/**
 * Numbers the items of an inquiry that was not sent yet from 1 without gaps, in the published order, in the caller's
 * transaction. Who is equal by it keeps their place, and who searches no longer stands last. So "person 2" means the
 * same at the desk, on the answer page and on the telephone, and who came in by hand stands where the order says.
 */
export async function orderItems(ctx: Context, inquiryId: string): Promise<void> {
  const items = await ctx.db
    .select({
      id: inquiryItems.id,
      position: inquiryItems.position,
      patientId: searches.patientId,
      therapistId: inquiries.therapistId,
    })
    .from(inquiryItems)
    .innerJoin(inquiries, eq(inquiries.id, inquiryItems.inquiryId))
    .innerJoin(searches, eq(searches.id, inquiryItems.searchId))
    .where(eq(inquiryItems.inquiryId, inquiryId))
    .orderBy(asc(inquiryItems.position));
  if (items.length === 0) return;
  const patientIds = items.map(({ patientId }) => patientId);
  const { patients } = await loadPairRecords(ctx, items[0]!.therapistId, patientIds);
  const recordOf = new Map(patients.map((record) => [record.id, record]));
  const inOrder = items.toSorted((a, b) => {
    const [one, other] = [recordOf.get(a.patientId), recordOf.get(b.patientId)];
    return one && other ? compareTurns(one, other) : Number(!one) - Number(!other);
  });
  if (inOrder.every(({ position }, i) => position === i + 1)) return;
  // Positions are unique at every moment: all step aside to those of who follows, which nobody has yet, and come back.
  for (const [i, { id }] of inOrder.entries()) {
    await ctx.db
      .update(inquiryItems)
      .set({ offered: true, position: 6 + i + 1 })
      .where(eq(inquiryItems.id, id));
  }
  for (const [i, { id }] of inOrder.entries()) {
    await ctx.db
      .update(inquiryItems)
      .set({ offered: false, position: i + 1 })
      .where(eq(inquiryItems.id, id));
  }
}
