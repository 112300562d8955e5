import { type Context, requireAbility } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { isTooFarAhead } from "../furthest-day";
import { setAside } from "./set-aside";

/**
 * Lets nothing happen by itself before an instant: no mail leaves, also none that was queued to ask, no reminder, no
 * call, no end; a call that was planned is planned anew then. `invalid` for an instant that is over or more than two years ahead, conflict when the inquiry is closed or a person has it.
 */
export async function postponeInquiry(
  ctx: Context,
  { inquiryId, until }: { inquiryId: string; until: Date },
): Promise<void> {
  requireAbility(ctx, "inquiries.review");
  if (!(until > ctx.now)) throw new AppError("invalid", "invalid", { fields: { until: "date_in_past" } });
  if (isTooFarAhead(until, ctx.now))
    throw new AppError("invalid", "date_too_far", { fields: { until: "date_too_far" } });
  await setAside(ctx, inquiryId, "inquiry.postpone", {
    postponedUntil: until,
    heldAt: null,
  });
}
