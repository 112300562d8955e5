import { and, count, eq, gt, inArray, sql } from "drizzle-orm";
import { newId } from "@/db/columns";
import { inquiries, inquiryItems, practices, searches, therapists } from "@/db/schema";
import { auditAll } from "@/lib/core/audit";
import { type Context, inTransaction, requireAbility } from "@/lib/core/context";
import { openInquiryStatuses } from "./status";
import type { ItemOdds } from "../matching/schemas";
import { loadKeptApart } from "./kept-apart";
import { contactsLeftToday } from "./contacts-left-today";
import { newReference } from "./reference";

export type ProposedItem = {
  searchId: string;
  locationId: string | null;
  distanceKm: number | null;
  travelMinutes: number | null;
  travelEstimated: boolean;
  checks: string[];
  odds?: ItemOdds | null;
};
export type InquiryProposal = {
  practiceId: string;
  therapistId: string;
  channel: "email" | "phone";
  items: ProposedItem[];
};

export type ProposalsToStore = {
  runId: string | null;
  proposals: InquiryProposal[];
  maxParallel: number;
  contactsPerDay?: number | null;
};

/** Tells how many proposals are stored so far. */
export type StoringReport = (done: number) => Promise<void>;

/**
 * Stores proposals for review and returns how many. Holds whatever happened since the snapshot: a mailbox that cools
 * or has an open inquiry, a therapist who is not active any more or objected, a search that stopped or is in `maxParallel`
 * inquiries already, a pair that was excluded, are left out, and what is above the contacts that a day has left. Runs one at a time, so that two matching
 * runs cannot propose the same mailbox or the same place in a search twice.
 */
export async function proposeInquiries(
  ctx: Context,
  { runId, proposals, maxParallel, contactsPerDay = null }: ProposalsToStore,
  report: StoringReport = async () => {},
): Promise<number> {
  requireAbility(ctx, "inquiries.review");
  return inTransaction(ctx, async (tx) => {
    await tx.db.execute(sql`select pg_advisory_xact_lock(hashtext('propose-inquiries'))`);
    const left = await contactsLeftToday(tx, contactsPerDay);
    const possible = (await stillPossible(tx, proposals, maxParallel)).slice(0, left ?? undefined);
    for (let start = 0; start < possible.length; start += perStatement) {
      await storeProposals(tx, runId, possible.slice(start, start + perStatement));
      await report(Math.min(start + perStatement, possible.length));
    }
    return possible.length;
  });
}

/** So many rows go into one statement, and so many ids into one look-up. */
const perStatement = 100;
const perLookUp = 1000;

/** The proposals as the present state allows them; earlier ones come first. */
async function stillPossible(
  ctx: Context,
  proposals: readonly InquiryProposal[],
  maxParallel: number,
): Promise<InquiryProposal[]> {
  const blocked = await blockedPractices(ctx);
  const active = await activeTherapists(ctx, proposals);
  const free = await freePositions(ctx, proposals, maxParallel);
  const isKeptApart = await loadKeptApart(ctx, [...active]);
  const possible: InquiryProposal[] = [];
  for (const proposal of proposals) {
    const items = proposal.items.filter(
      ({ searchId }) => (free.get(searchId) ?? 0) > 0 && !isKeptApart(proposal.therapistId, searchId),
    );
    if (items.length === 0 || blocked.has(proposal.practiceId) || !active.has(proposal.therapistId)) continue;
    possible.push({ ...proposal, items });
    blocked.add(proposal.practiceId);
    for (const item of items) free.set(item.searchId, free.get(item.searchId)! - 1);
  }
  return possible;
}

async function blockedPractices(ctx: Context): Promise<Set<string>> {
  const [open, cooling] = await Promise.all([
    ctx.db
      .select({ id: inquiries.practiceId })
      .from(inquiries)
      .where(inArray(inquiries.status, [...openInquiryStatuses])),
    ctx.db.select({ id: practices.id }).from(practices).where(gt(practices.coolingUntil, ctx.now)),
  ]);
  return new Set([...open, ...cooling].map((practice) => practice.id));
}

/** Locks the therapists against being blocked meanwhile. */
async function activeTherapists(ctx: Context, proposals: readonly InquiryProposal[]): Promise<Set<string>> {
  const ids = [...new Set(proposals.map((proposal) => proposal.therapistId))];
  const active = new Set<string>();
  for (let start = 0; start < ids.length; start += perLookUp) {
    const rows = await ctx.db
      .select({ id: therapists.id })
      .from(therapists)
      .where(
        and(inArray(therapists.id, ids.slice(start, start + perLookUp)), eq(therapists.status, "active")),
      )
      .orderBy(therapists.id)
      .for("share");
    for (const { id } of rows) active.add(id);
  }
  return active;
}

/** How many more inquiries each active search may be part of. Locks the searches against being stopped meanwhile. */
async function freePositions(
  ctx: Context,
  proposals: readonly InquiryProposal[],
  maxParallel: number,
): Promise<Map<string, number>> {
  const ids = [...new Set(proposals.flatMap((proposal) => proposal.items.map((item) => item.searchId)))];
  const free = new Map<string, number>();
  for (let start = 0; start < ids.length; start += perLookUp) {
    const part = ids.slice(start, start + perLookUp);
    const active = await ctx.db
      .select({ id: searches.id })
      .from(searches)
      .where(and(inArray(searches.id, part), eq(searches.status, "active")))
      .orderBy(searches.id)
      .for("share");
    const open = await ctx.db
      .select({ id: inquiryItems.searchId, open: count() })
      .from(inquiryItems)
      .innerJoin(inquiries, eq(inquiries.id, inquiryItems.inquiryId))
      .where(
        and(
          inArray(inquiryItems.searchId, part),
          eq(inquiryItems.outcome, "pending"),
          inArray(inquiries.status, [...openInquiryStatuses]),
        ),
      )
      .groupBy(inquiryItems.searchId);
    const openOf = new Map(open.map((row) => [row.id, row.open]));
    for (const { id } of active) free.set(id, maxParallel - (openOf.get(id) ?? 0));
  }
  return free;
}

async function storeProposals(
  ctx: Context,
  runId: string | null,
  proposals: readonly InquiryProposal[],
): Promise<void> {
  const stored = proposals.map((proposal) => ({ ...proposal, id: newId() }));
  await ctx.db.insert(inquiries).values(
    stored.map(({ id, practiceId, therapistId, channel }) => {
      return { id, reference: newReference(), practiceId, therapistId, channel, runId, createdAt: ctx.now };
    }),
  );
  const items = stored.flatMap((inquiry) =>
    inquiry.items.map((item, index) => ({ ...item, inquiryId: inquiry.id, position: index + 1 })),
  );
  await ctx.db.insert(inquiryItems).values(items);
  const itemsOf = new Map(stored.map(({ id, items: { length } }) => [id, { items: length }]));
  await auditAll(ctx, "inquiry.propose", "inquiry", [...itemsOf.keys()], (id) => itemsOf.get(id)!);
}
