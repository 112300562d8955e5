import { and, eq, sql } from "drizzle-orm";
import { inquiries, inquiryItems } from "@/db/schema";
import type { Context } from "@/lib/core/context";

export type Asked = {
  /** Practices that were asked about this search. */
  asked: number;
  /** Those whose answer is open. */
  open: number;
  /** Those that were asked in the last seven days. */
  week: number;
};

/** How many practices were asked about a search. */
export async function countAsked(ctx: Context, searchId: string): Promise<Asked> {
  const weekAgo = new Date(ctx.now.getTime() - 7 * 24 * 60 * 60 * 1000).toISOString();
  const [counts] = await ctx.db
    .select({
      asked: sql<number>`count(*)::int`,
      open: sql<number>`(count(*) filter (where ${inquiries.status} = 'sent' and ${inquiryItems.outcome} = 'pending'))::int`,
      week: sql<number>`(count(*) filter (where ${inquiries.sentAt} > ${weekAgo}::timestamptz))::int`,
    })
    .from(inquiryItems)
    .innerJoin(inquiries, eq(inquiries.id, inquiryItems.inquiryId))
    .where(and(eq(inquiryItems.searchId, searchId), sql`${inquiries.sentAt} is not null`));
  return counts ?? { asked: 0, open: 0, week: 0 };
}
