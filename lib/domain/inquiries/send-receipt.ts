import { eq } from "drizzle-orm";
import { inquiries } from "@/db/schema";
import { type Context, inTransaction } from "@/lib/core/context";
import { forbidden } from "@/lib/core/errors";
import { queueMail } from "../mail/queue-mail";

/**
 * Confirms to a practice by mail that its answer has arrived, once for each inquiry, when the last open item was
 * answered. Not where the practice was called, and not while something is open. For the system only.
 */
export async function sendReceipt(ctx: Context, inquiryId: string): Promise<void> {
  if (ctx.actor.kind !== "system") throw forbidden();
  await inTransaction(ctx, async (tx) => {
    const [inquiry] = await tx.db.select().from(inquiries).where(eq(inquiries.id, inquiryId));
    if (inquiry?.status !== "answered" || inquiry.channel !== "email") return;
    await queueMail(tx, {
      template: "answer_receipt",
      occasion: `receipt:${inquiryId}`,
      locale: "de",
      practiceId: inquiry.practiceId,
      inquiryId,
    });
  });
}
