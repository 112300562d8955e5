import { asc, eq, sql } from "drizzle-orm";
import { inquiries, inquiryItems, patients, searches } from "@/db/schema";
import { type Context, requireAbility } from "@/lib/core/context";
import { healthFingerprint, urgenciesOf } from "../patients/known-urgencies";
import { type Urgency, urgencies } from "../vocabulary";
import type { InquiryChannel } from "./status";

/** What the order of the review and the counts over all proposals need, and no more. */
export type WaitingProposal = {
  id: string;
  version: number;
  channel: InquiryChannel;
  patientIds: string[];
  /** How many points somebody should look at. */
  checks: number;
  /** Of the most urgent patient. */
  urgency: Urgency;
};

/**
 * Every inquiry that waits for review. First comes the one with the most urgent patient, then the one whose patient of
 * that urgency has waited longest, then the oldest.
 */
export async function listWaitingProposals(ctx: Context): Promise<WaitingProposal[]> {
  requireAbility(ctx, "inquiries.read");
  const rows = await ctx.db
    .select({
      id: inquiries.id,
      version: inquiries.version,
      channel: inquiries.channel,
      checks: sql<number>`cardinality(${inquiryItems.checks})`,
      since: searches.since,
      patientId: searches.patientId,
      fingerprint: healthFingerprint,
    })
    .from(inquiries)
    .innerJoin(inquiryItems, eq(inquiryItems.inquiryId, inquiries.id))
    .innerJoin(searches, eq(searches.id, inquiryItems.searchId))
    .innerJoin(patients, eq(patients.id, searches.patientId))
    .where(eq(inquiries.status, "proposed"))
    .orderBy(asc(inquiries.createdAt), asc(inquiries.id), asc(inquiryItems.position));
  const urgencyOf = await urgenciesOf(ctx, rows);
  const inLine = [...Map.groupBy(rows, ({ id }) => id).values()].map((items) => {
    const { id, version, channel } = items[0]!;
    const ranks = items.map(({ patientId }) => urgencies.indexOf(urgencyOf.get(patientId) ?? "normal"));
    const rank = Math.min(...ranks);
    const since = Math.min(...items.filter((_, i) => ranks[i] === rank).map((item) => item.since.getTime()));
    const patientIds = items.map(({ patientId }) => patientId);
    const checks = items.reduce((sum, item) => sum + item.checks, 0);
    return { proposal: { id, version, channel, patientIds, checks, urgency: urgencies[rank]! }, rank, since };
  });
  return inLine.toSorted((a, b) => a.rank - b.rank || a.since - b.since).map(({ proposal }) => proposal);
}
