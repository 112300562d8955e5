import { and, eq, inArray, sql } from "drizzle-orm";
import { inquiries, inquiryItems, searches } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { cancelEmptyInquiries } from "./cancel-empty-inquiries";

/**
 * Takes a patient out of the inquiries to a therapist that have not been sent yet, in the caller's transaction, and
 * cancels those that are empty then.
 */
export async function dropPairFromUnsentInquiries(
  ctx: Context,
  { patientId, therapistId }: { patientId: string; therapistId: string },
): Promise<void> {
  const items = await ctx.db
    .select({ id: inquiryItems.id, inquiryId: inquiries.id })
    .from(inquiryItems)
    .innerJoin(inquiries, eq(inquiries.id, inquiryItems.inquiryId))
    .innerJoin(searches, eq(searches.id, inquiryItems.searchId))
    .where(
      and(
        eq(searches.patientId, patientId),
        eq(inquiries.therapistId, therapistId),
        eq(inquiryItems.outcome, "pending"),
        inArray(inquiries.status, ["proposed", "approved"]),
      ),
    )
    .orderBy(inquiries.id)
    .for("update", { of: [inquiries, inquiryItems] });
  if (items.length === 0) return;
  const inquiryIds = items.map((item) => item.inquiryId);
  await ctx.db.delete(inquiryItems).where(
    inArray(
      inquiryItems.id,
      items.map((item) => item.id),
    ),
  );
  await ctx.db
    .update(inquiries)
    .set({ version: sql`${inquiries.version} + 1` })
    .where(inArray(inquiries.id, inquiryIds));
  await cancelEmptyInquiries(ctx, inquiryIds);
}
