import { and, eq, inArray, isNull } from "drizzle-orm";
import { inquiries } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { type Context, inTransaction, requireAbility } from "@/lib/core/context";
import { AppError, conflict } from "@/lib/core/errors";
import { emit } from "@/lib/core/outbox";
import { isTooFarAhead } from "../furthest-day";
import { cancelPlannedCalls } from "./cancel-empty-inquiries";

/**
 * Lets nothing happen by itself before an instant: no sending, no reminder, no call, no end; a call that was planned
 * is planned anew then. `invalid` for an instant that is over or more than two years ahead, conflict when the inquiry is closed or a person has it.
 */
export async function postponeInquiry(
  ctx: Context,
  { inquiryId, until }: { inquiryId: string; until: Date },
): Promise<void> {
  requireAbility(ctx, "inquiries.review");
  if (!(until > ctx.now)) throw new AppError("invalid", "invalid", { fields: { until: "date_in_past" } });
  if (isTooFarAhead(until, ctx.now))
    throw new AppError("invalid", "date_too_far", { fields: { until: "date_too_far" } });
  await inTransaction(ctx, async (tx) => {
    const [postponed] = await tx.db
      .update(inquiries)
      .set({ postponedUntil: until, heldAt: null, callPlannedAt: null })
      .where(
        and(
          eq(inquiries.id, inquiryId),
          inArray(inquiries.status, ["approved", "sent"]),
          isNull(inquiries.takenOverAt),
        ),
      )
      .returning({ id: inquiries.id });
    if (!postponed) throw conflict("inquiry_closed");
    await cancelPlannedCalls(tx, inquiryId);
    await audit(tx, "inquiry.postpone", { kind: "inquiry", id: inquiryId });
    await emit(tx, "inquiry/changed", { inquiryId });
  });
}
