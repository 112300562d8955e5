import { and, eq, isNull, sql } from "drizzle-orm";
import { inquiries } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { type Context, inTransaction, requireAbility } from "@/lib/core/context";
import { queueMail } from "../mail/queue-mail";
import { getSettings } from "../settings/settings";

const dayMs = 24 * 60 * 60 * 1000;

/** Reminds of an inquiry that is still open, once and by mail only; does nothing otherwise. Tells whether it did. */
export async function remindInquiry(ctx: Context, inquiryId: string): Promise<boolean> {
  requireAbility(ctx, "inquiries.review");
  return inTransaction(ctx, async (tx) => {
    const { callAfterDays } = await getSettings(tx);
    const callAt = new Date(tx.now.getTime() + callAfterDays * dayMs);
    const [inquiry] = await tx.db
      .update(inquiries)
      .set({
        remindedAt: tx.now,
        postponedUntil: null,
        // However late it is: until the call there is time to answer, and the mail says so.
        dueAt: sql`greatest(${inquiries.dueAt}, ${callAt.toISOString()}::timestamptz)`,
      })
      .where(
        and(
          eq(inquiries.id, inquiryId),
          eq(inquiries.status, "sent"),
          eq(inquiries.channel, "email"),
          isNull(inquiries.remindedAt),
        ),
      )
      .returning();
    if (!inquiry) return false;
    const occasion = `inquiry:${inquiryId}:reminder`;
    const practiceId = inquiry.practiceId;
    await queueMail(tx, { template: "inquiry_reminder", occasion, locale: "de", practiceId, inquiryId });
    await audit(tx, "inquiry.remind", { kind: "inquiry", id: inquiryId });
    return true;
  });
}
