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
  /** In no particular order. */
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
  // One row for each inquiry with its items as JSON: thousands of rows would take longer to read than to find.
  const rows = await ctx.db
    .select({
      id: inquiries.id,
      version: inquiries.version,
      channel: inquiries.channel,
      checks: sql<number>`sum(cardinality(${inquiryItems.checks}))::int`,
      items: sql<
        Item[]
      >`json_agg(json_build_array(${searches.patientId}, ${healthFingerprint}, extract(epoch from ${searches.since})))`,
    })
    .from(inquiries)
    .innerJoin(inquiryItems, eq(inquiryItems.inquiryId, inquiries.id))
    .innerJoin(searches, eq(searches.id, inquiryItems.searchId))
    .innerJoin(patients, eq(patients.id, searches.patientId))
    .where(eq(inquiries.status, "proposed"))
    .groupBy(inquiries.id)
    .orderBy(asc(inquiries.createdAt), asc(inquiries.id));
  const urgencyOf = await urgenciesOf(
    ctx,
    rows.flatMap(({ items }) => items.map(([patientId, fingerprint]) => ({ patientId, fingerprint }))),
  );
  const inLine = rows.map(({ items, ...inquiry }) => {
    const ranks = items.map(([patientId]) => urgencies.indexOf(urgencyOf.get(patientId) ?? "normal"));
    const rank = Math.min(...ranks);
    const since = Math.min(...items.filter((_, i) => ranks[i] === rank).map(([, , seconds]) => seconds));
    const patientIds = items.map(([patientId]) => patientId);
    return { proposal: { ...inquiry, patientIds, urgency: urgencies[rank]! }, rank, since };
  });
  return inLine.toSorted((a, b) => a.rank - b.rank || a.since - b.since).map(({ proposal }) => proposal);
}

/** Patient, fingerprint of the health record, and since when the search runs, in seconds. */
type Item = [patientId: string, fingerprint: string, since: number];
