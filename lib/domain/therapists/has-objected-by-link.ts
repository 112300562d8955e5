import { eq } from "drizzle-orm";
import { inquiries, inquiryForwards, objections, practices, therapists } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { findFormerRespondent } from "@/lib/core/tokens";
import { hasObjected } from "./has-objected";
import { isObjected, objectionIndex } from "./objection-index";

/**
 * Whether whoever this link of an inquiry was mailed to does not want to be written to, so that the page can say that
 * it holds. Also by a link that the objection itself closed; false for any other that was closed, is over or is
 * unknown. Reads only, and lets nobody act.
 */
export async function hasObjectedByLink(ctx: Context, secret: string): Promise<boolean> {
  const whose = await findFormerRespondent(ctx, secret);
  if (!whose) return false;
  if (whose.forwardId) return hasColleagueObjected(ctx, whose.forwardId);
  const [found] = await ctx.db
    .select({ therapist: therapists, email: practices.email, cancelReason: inquiries.cancelReason })
    .from(inquiries)
    .innerJoin(therapists, eq(therapists.id, inquiries.therapistId))
    .innerJoin(practices, eq(practices.id, inquiries.practiceId))
    .where(eq(inquiries.id, whose.inquiryId));
  // A link closed for another reason may be in hands that have nothing to do with the practice.
  if (!found || (whose.isRevoked && found.cancelReason !== "objection")) return false;
  return hasObjected(ctx, found.therapist, found.email ?? "");
}

async function hasColleagueObjected(ctx: Context, forwardId: string): Promise<boolean> {
  const [found] = await ctx.db
    .select({ therapist: therapists, email: inquiryForwards.email })
    .from(inquiryForwards)
    .leftJoin(therapists, eq(therapists.id, inquiryForwards.therapistId))
    .where(eq(inquiryForwards.id, forwardId));
  if (!found) return false;
  if (found.therapist) return hasObjected(ctx, found.therapist, found.email);
  const index = objectionIndex(await ctx.db.select().from(objections));
  return isObjected(index, { id: null, firstName: "", lastName: "", email: found.email, postalCodes: [] });
}
