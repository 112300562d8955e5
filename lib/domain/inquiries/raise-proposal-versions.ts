import { and, eq, inArray, sql } from "drizzle-orm";
import { inquiries, inquiryItems, searches } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { lockInquiriesOf } from "./lock-inquiries";

/**
 * Raises the version of every proposal with this patient, in the caller's transaction, which holds the patient's
 * searches: a proposal is not what a reviewer saw any more, and its place in the review may be another one.
 */
export async function raiseProposalVersions(ctx: Context, patientId: string): Promise<void> {
  const own = await ctx.db
    .select({ id: searches.id })
    .from(searches)
    .where(eq(searches.patientId, patientId));
  const searchIds = own.map(({ id }) => id);
  await lockInquiriesOf(ctx, searchIds);
  const withPatient = ctx.db
    .select({ id: inquiryItems.inquiryId })
    .from(inquiryItems)
    .where(inArray(inquiryItems.searchId, searchIds));
  await ctx.db
    .update(inquiries)
    .set({ version: sql`${inquiries.version} + 1` })
    .where(and(eq(inquiries.status, "proposed"), inArray(inquiries.id, withPatient)));
}
