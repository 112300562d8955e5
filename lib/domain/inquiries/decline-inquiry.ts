import { and, asc, eq, inArray } from "drizzle-orm";
import { inquiries, inquiryItems } from "@/db/schema";
import { type Context, inTransaction } from "@/lib/core/context";
import { AppError, conflict, forbidden } from "@/lib/core/errors";
import { isoDayOf } from "@/lib/format";
import { isTooFarAhead } from "../furthest-day";
import { askAgainFrom } from "../practices/ask-again-from";
import { isoDay } from "../shared-schemas";
import { lockInquiriesOf } from "./lock-inquiries";
import { requireAnswering, speaksForPractice } from "./require-answering";
import { respondToInquiry } from "./respond-to-inquiry";

/**
 * "No place for anyone before this day": answers every open item of an inquiry and leaves the mailbox alone until then,
 * all or nothing. The day is to come, and at most two years away; without one the mailbox rests as it does anyway, and
 * a colleague to whom the inquiry was sent on can name none. Conflict when nothing is open any more.
 */
export async function declineInquiry(ctx: Context, inquiryId: string, until: string | null): Promise<void> {
  requireAnswering(ctx, inquiryId);
  if (until !== null && !speaksForPractice(ctx)) throw forbidden();
  const day = until === null ? null : futureDay(ctx, until);
  await inTransaction(ctx, async (tx) => {
    const seen = await openItems(tx, inquiryId);
    const searchIds = seen.map(({ searchId }) => searchId);
    await lockInquiriesOf(tx, searchIds, [inquiryId]);
    // What was answered while this waited stays; who was added meanwhile was not meant.
    const open = (await openItems(tx, inquiryId)).filter(({ searchId }) => searchIds.includes(searchId));
    const [inquiry] = await tx.db
      .select({ practiceId: inquiries.practiceId })
      .from(inquiries)
      .where(eq(inquiries.id, inquiryId));
    if (!inquiry || open.length === 0) throw conflict("nothing_open");
    if (day) await askAgainFrom(tx, inquiry.practiceId, day);
    await respondToInquiry(
      tx,
      inquiryId,
      open.map(({ itemId }) => ({ itemId, outcome: "rejected_capacity" })),
    );
  });
}

function openItems(ctx: Context, inquiryId: string) {
  return ctx.db
    .select({ itemId: inquiryItems.id, searchId: inquiryItems.searchId })
    .from(inquiryItems)
    .where(
      and(eq(inquiryItems.inquiryId, inquiryId), inArray(inquiryItems.outcome, ["pending", "no_answer"])),
    )
    .orderBy(asc(inquiryItems.position));
}

function futureDay(ctx: Context, until: string): string {
  const day = isoDay.safeParse(until);
  if (!day.success) throw new AppError("invalid", "date", { fields: { until: "date" } });
  if (day.data <= isoDayOf(ctx.now))
    throw new AppError("invalid", "date_in_past", { fields: { until: "date_in_past" } });
  if (isTooFarAhead(day.data, ctx.now))
    throw new AppError("invalid", "date_too_far", { fields: { until: "date_too_far" } });
  return day.data;
}
