import { and, eq, inArray, notExists, sql } from "drizzle-orm";
import { calls, inquiries, inquiryItems } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import type { Context } from "@/lib/core/context";
import { emit } from "@/lib/core/outbox";
import { answerOutcomes, openInquiryStatuses } from "./status";
import { tellAlreadyPlaced } from "./tell-already-placed";

/**
 * Closes those of the given inquiries that are open and have no pending item, in the caller's transaction: answered
 * when the therapist answered at least one item, else cancelled; then who was written to is told, when places elsewhere
 * are the reason. Their planned calls are cancelled too. Rows are locked in the order of their ids.
 */
export async function cancelEmptyInquiries(ctx: Context, inquiryIds: string[]): Promise<void> {
  for (const inquiryId of [...new Set(inquiryIds)].sort()) await closeIfEmpty(ctx, inquiryId);
}

async function closeIfEmpty(ctx: Context, inquiryId: string): Promise<void> {
  const itemsOf = (outcomes: readonly (typeof inquiryItems.$inferSelect)["outcome"][]) =>
    ctx.db
      .select({ one: sql`1` })
      .from(inquiryItems)
      .where(and(eq(inquiryItems.inquiryId, inquiryId), inArray(inquiryItems.outcome, [...outcomes])));
  const status = sql`case when exists ${itemsOf(answerOutcomes)} and ${inquiries.status} = 'sent' then 'answered'::inquiry_status else 'cancelled'::inquiry_status end`;
  const [closed] = await ctx.db
    .update(inquiries)
    .set({
      status,
      closedAt: ctx.now,
      cancelReason: sql`case when ${inquiries.status} = 'sent' and exists ${itemsOf(answerOutcomes)} then null else 'no_open_items' end`,
    })
    .where(
      and(
        eq(inquiries.id, inquiryId),
        inArray(inquiries.status, [...openInquiryStatuses]),
        notExists(itemsOf(["pending"])),
      ),
    )
    .returning();
  if (!closed) return;
  await cancelPlannedCalls(ctx, inquiryId);
  if (closed.status === "answered") {
    await emit(ctx, "inquiry/answered", { inquiryId });
  } else {
    await audit(ctx, "inquiry.cancel", { kind: "inquiry", id: inquiryId }, { reason: "no_open_items" });
    await tellAlreadyPlaced(ctx, closed);
    await emit(ctx, "inquiry/cancelled", { inquiryId });
  }
}

/**
 * Calls off what was planned for an inquiry; `keepAppointments`: but for what the practice itself asked for. Tells
 * whether there was anything.
 */
export async function cancelPlannedCalls(
  ctx: Context,
  inquiryId: string,
  { keepAppointments = false } = {},
): Promise<boolean> {
  const meant = keepAppointments ? eq(calls.byAppointment, false) : undefined;
  const cancelled = await ctx.db
    .update(calls)
    .set({ status: "cancelled" })
    .where(and(eq(calls.inquiryId, inquiryId), eq(calls.status, "planned"), meant))
    .returning({ id: calls.id });
  return cancelled.length > 0;
}
