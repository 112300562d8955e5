import { type Context, inTransaction, requireAbility } from "@/lib/core/context";
import { conflict } from "@/lib/core/errors";
import { line } from "../shared-schemas";
import { cancelInquiry } from "./cancel-inquiry";

const reasonText = line(200);

/**
 * Staff withdraw an open inquiry: its people are free for the next run, its link and calls end. Conflict when it was
 * closed meanwhile.
 */
export async function callOffInquiry(
  ctx: Context,
  { inquiryId, reason }: { inquiryId: string; reason: string },
): Promise<void> {
  requireAbility(ctx, "inquiries.review");
  const given = reasonText.parse(reason) || "called_off";
  await inTransaction(ctx, async (tx) => {
    if (!(await cancelInquiry(tx, inquiryId, given))) throw conflict("inquiry_closed");
  });
}
