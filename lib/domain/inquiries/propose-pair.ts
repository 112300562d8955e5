import { and, eq } from "drizzle-orm";
import { inquiries } from "@/db/schema";
import { type Context, inTransaction, requireAbility } from "@/lib/core/context";
import { conflict, notFound } from "@/lib/core/errors";
import { judgePairsNow } from "../matching/fits/judge-pair-now";
import { type MatchingRecords, loadMatchingRecords } from "../matching/load/load-records";
import { estimateOdds } from "../matching/odds/estimate-odds";
import { getSettings } from "../settings/settings";
import { contactsLeftToday } from "./contacts-left-today";
import { type InquiryProposal, proposeInquiries } from "./propose-inquiries";

export type PairToPropose = {
  patientId: string;
  therapistId: string;
  /** The person knows that today's contacts are used up and proposes all the same. */
  beyondBudget?: boolean;
};

/**
 * Proposes one patient to one therapist by hand, for review like every other proposal, under the same constraints as a
 * matching run. The kernel judges the pair anew. `not-found` for an unknown therapist; conflict when a rule does not
 * hold (`pair_does_not_fit`), when nobody can reach the practice (`practice_unreachable`), when today's contacts are
 * used up and nobody said to go beyond them (`contacts_used_up`), or when the search does not run or is in enough open
 * inquiries already (`search_taken`).
 */
export async function proposePair(
  ctx: Context,
  { patientId, therapistId, beyondBudget = false }: PairToPropose,
): Promise<{ inquiryId: string }> {
  requireAbility(ctx, "inquiries.review");
  return inTransaction(ctx, async (tx) => {
    const records = await loadMatchingRecords(tx, { patientIds: [patientId], therapistId });
    if (records.therapists.length === 0) throw notFound();
    if (records.patients.length === 0) throw conflict("search_taken");
    const proposal = await judged(tx, records);
    const settings = await getSettings(tx);
    const contactsPerDay = beyondBudget ? null : settings.contactsPerDay;
    const { maxParallel } = settings;
    const given = { runId: null, proposals: [proposal], maxParallel, contactsPerDay };
    if ((await proposeInquiries(tx, given)) === 0) {
      // Still under the lock of proposals, so this is what left it out.
      const isUsedUp = (await contactsLeftToday(tx, contactsPerDay)) === 0;
      throw conflict(isUsedUp ? "contacts_used_up" : "search_taken");
    }
    const [inquiry] = await tx.db
      .select({ id: inquiries.id })
      .from(inquiries)
      .where(and(eq(inquiries.practiceId, proposal.practiceId), eq(inquiries.status, "proposed")));
    return { inquiryId: inquiry!.id };
  });
}

async function judged(ctx: Context, records: MatchingRecords): Promise<InquiryProposal> {
  const [therapist, patient] = [records.therapists[0]!, records.patients[0]!];
  const pair = (await judgePairsNow(ctx, records)).get(patient.id);
  if (!pair) throw conflict("pair_does_not_fit");
  if (!therapist.email && !therapist.hasPhone) throw conflict("practice_unreachable");
  const odds = await estimateOdds(ctx, therapist, patient, pair.travelMinutes);
  return {
    therapistId: therapist.id,
    practiceId: therapist.practiceId,
    channel: therapist.email ? "email" : "phone",
    items: [{ searchId: patient.searchId, ...pair, odds }],
  };
}
