import { and, eq, sql } from "drizzle-orm";
import { inquiries } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { conflict } from "@/lib/core/errors";
import type { InquiryStatus } from "./status";

export type Reviewed = { inquiryId: string; /** The version that the reviewer saw. */ version: number };

/**
 * Changes an inquiry as a reviewer saw it, in the caller's transaction: only while it has that version and `status`.
 * Everything a reviewer does goes through here, so nobody overwrites what another reviewer did. Conflict otherwise.
 */
export async function takeReviewed(
  ctx: Context,
  { inquiryId, version }: Reviewed,
  status: InquiryStatus,
  changes: Partial<typeof inquiries.$inferInsert> = {},
): Promise<typeof inquiries.$inferSelect> {
  const [taken] = await ctx.db
    .update(inquiries)
    .set({ ...changes, version: sql`${inquiries.version} + 1` })
    .where(and(eq(inquiries.id, inquiryId), eq(inquiries.version, version), eq(inquiries.status, status)))
    .returning();
  if (!taken) throw conflict("proposal_changed");
  return taken;
}
