import { eq, sql } from "drizzle-orm";
import { inquiries, inquiryItems, searches } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { listReviewOrder } from "./review-order";
import type { InquiryChannel } from "./status";

/** What the counts over all proposals need, and no more. */
export type WaitingProposal = {
  id: string;
  version: number;
  channel: InquiryChannel;
  /** In no particular order. */
  patientIds: string[];
  /** How many points somebody should look at. */
  checks: number;
};

/** Every inquiry that waits for review, in the order of the review. */
export async function listWaitingProposals(ctx: Context): Promise<WaitingProposal[]> {
  const order = await listReviewOrder(ctx);
  // One row for each inquiry with its patients in one value: thousands of rows would take longer to read than to find.
  const rows = await ctx.db
    .select({
      id: inquiries.id,
      version: inquiries.version,
      channel: inquiries.channel,
      checks: checksOf,
      patientIds: sql<string[]>`json_agg(${searches.patientId})`,
    })
    .from(inquiries)
    .innerJoin(inquiryItems, eq(inquiryItems.inquiryId, inquiries.id))
    .innerJoin(searches, eq(searches.id, inquiryItems.searchId))
    .where(eq(inquiries.status, "proposed"))
    .groupBy(inquiries.id);
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  return order.flatMap(({ id }) => rowOf.get(id) ?? []);
}

/** The points to look at in all items of a group. */
export const checksOf = sql<number>`sum(cardinality(${inquiryItems.checks}))::int`;
