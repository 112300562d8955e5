import { and, eq } from "drizzle-orm";
import { type inquiries, inquiryItems } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { firstMailLeftAt, firstMailUnderWay } from "../mail/first-mail";
import { queueMail } from "../mail/queue-mail";

/**
 * Tells a practice that was asked by mail and has answered nothing that everybody in its inquiry is gone, because
 * somebody found a place elsewhere: it need not spend time on the page. In the transaction that closes the inquiry, once
 * for each inquiry. Whether it is still so is looked at again when the mail leaves.
 */
export async function tellAlreadyPlaced(
  ctx: Context,
  { id: inquiryId, practiceId, channel }: typeof inquiries.$inferSelect,
): Promise<void> {
  if (channel !== "email") return;
  const placed = and(eq(inquiryItems.inquiryId, inquiryId), eq(inquiryItems.outcome, "placed_elsewhere"));
  if ((await ctx.db.$count(inquiryItems, placed)) === 0) return;
  // One that is under way may leave in this very moment; the mail that follows waits for it.
  if (!(await firstMailLeftAt(ctx, inquiryId)) && !(await firstMailUnderWay(ctx, inquiryId))) return;
  const occasion = `inquiry:${inquiryId}:already_placed`;
  await queueMail(ctx, { template: "already_placed", occasion, locale: "de", practiceId, inquiryId });
}
