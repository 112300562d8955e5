import { and, eq, inArray } from "drizzle-orm";
import { inquiries } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { cancelInquiry } from "./cancel-inquiry";
import { openInquiryStatuses } from "./status";

/** Cancels every open inquiry to a therapist, in the caller's transaction: nothing more is sent to them. */
export async function withdrawTherapistFromInquiries(
  ctx: Context,
  therapistId: string,
  reason = "therapist_not_contactable",
): Promise<void> {
  const open = await ctx.db
    .select({ id: inquiries.id })
    .from(inquiries)
    .where(and(eq(inquiries.therapistId, therapistId), inArray(inquiries.status, [...openInquiryStatuses])))
    .orderBy(inquiries.id);
  for (const inquiry of open) await cancelInquiry(ctx, inquiry.id, reason);
}
