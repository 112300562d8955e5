import { type Context, may } from "@/lib/core/context";
import { forbidden } from "@/lib/core/errors";

/**
 * Who may answer an inquiry: its therapist by the link, a colleague to whom it was sent on, and staff who write down a
 * phone call. Throws `forbidden`.
 */
export function requireAnswering(ctx: Context, inquiryId: string): void {
  const { actor } = ctx;
  const isByLink = actor.kind === "therapist" || actor.kind === "colleague";
  const allowed = isByLink ? actor.inquiryId === inquiryId : may(ctx, "inquiries.review");
  if (!allowed) throw forbidden();
}

/** Whether an answer also tells something of the practice itself; a colleague answers for the patients alone. */
export const speaksForPractice = ({ actor }: Context) => actor.kind !== "colleague";
