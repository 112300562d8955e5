import { eq } from "drizzle-orm";
import { inquiries, inquiryItems, searches } from "@/db/schema";
import { type Context, requireAbility } from "@/lib/core/context";
import { notFound } from "@/lib/core/errors";
import { type PairExplanation, explainPair } from "./explain-pair";
import { loadMatchingRecords } from "./load-records";
import { takeSnapshot } from "./snapshot";

/**
 * Why a patient is in an inquiry: every rule with its verdict as of now, decided by the kernel. The inquiry itself does
 * not count against the practice's mailbox. Null when the search is over; `not-found` for an unknown item.
 */
export async function explainItem(
  ctx: Context,
  itemId: string,
  locale: "de" | "en",
): Promise<PairExplanation | null> {
  requireAbility(ctx, "inquiries.read");
  const [item] = await ctx.db
    .select({ patientId: searches.patientId, therapistId: inquiries.therapistId })
    .from(inquiryItems)
    .innerJoin(inquiries, eq(inquiries.id, inquiryItems.inquiryId))
    .innerJoin(searches, eq(searches.id, inquiryItems.searchId))
    .where(eq(inquiryItems.id, itemId));
  if (!item) throw notFound();
  const records = await loadMatchingRecords(ctx, item);
  const therapists = records.therapists.map((therapist) => ({ ...therapist, mailboxHasOpenInquiry: false }));
  if (records.patients.length === 0 || therapists.length === 0) return null;
  const snapshot = takeSnapshot({ ...records, therapists }, ctx.now);
  return explainPair(snapshot, 0, 0, locale);
}
