import { and, eq } from "drizzle-orm";
import { inquiries } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { queueMail } from "../mail/queue-mail";

/**
 * Confirms to a practice by mail that its answer has arrived, in the transaction of the answer that was the last, so
 * that somebody is awake who waits for it. Once for each inquiry; not where the practice was called, and not while
 * something is open.
 */
export async function sendReceipt(ctx: Context, inquiryId: string): Promise<void> {
  const [answered] = await ctx.db
    .select({ practiceId: inquiries.practiceId })
    .from(inquiries)
    .where(
      and(eq(inquiries.id, inquiryId), eq(inquiries.status, "answered"), eq(inquiries.channel, "email")),
    );
  if (!answered) return;
  await queueMail(ctx, {
    template: "answer_receipt",
    occasion: `receipt:${inquiryId}`,
    locale: "de",
    practiceId: answered.practiceId,
    inquiryId,
  });
}
