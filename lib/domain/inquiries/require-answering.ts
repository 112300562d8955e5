import { type Context, may } from "@/lib/core/context";
import { forbidden } from "@/lib/core/errors";

/** Who may answer an inquiry: its therapist by the link, and staff who write down a phone call. Throws `forbidden`. */
export function requireAnswering(ctx: Context, inquiryId: string): void {
  const allowed =
    ctx.actor.kind === "therapist" ? ctx.actor.inquiryId === inquiryId : may(ctx, "inquiries.review");
  if (!allowed) throw forbidden();
}
