import { and, count, eq, gt, inArray } from "drizzle-orm";
import { inquiries, inquiryItems, practices, searches, therapists } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { loadKeptApart } from "./kept-apart";
import type { InquiryProposal } from "./propose-inquiries";
import { openInquiryStatuses } from "./status";

/**
 * What of the proposals the present state allows; earlier ones come first. Locks their therapists and searches until
 * the transaction ends.
 */
export async function stillPossible(
  ctx: Context,
  proposals: readonly InquiryProposal[],
  maxParallel: number,
): Promise<InquiryProposal[]> {
  const blocked = await blockedPractices(ctx, unique(proposals.map(({ practiceId }) => practiceId)));
  const active = await activeTherapists(ctx, unique(proposals.map(({ therapistId }) => therapistId)));
  const searchIds = unique(proposals.flatMap(({ items }) => items.map(({ searchId }) => searchId)));
  const free = await freePositions(ctx, searchIds, maxParallel);
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

const unique = (ids: readonly string[]): string[] => [...new Set(ids)];

async function blockedPractices(ctx: Context, ids: string[]): Promise<Set<string>> {
  const open = await ctx.db
    .select({ id: inquiries.practiceId })
    .from(inquiries)
    .where(and(inArray(inquiries.practiceId, ids), inArray(inquiries.status, [...openInquiryStatuses])));
  const cooling = await ctx.db
    .select({ id: practices.id })
    .from(practices)
    .where(and(inArray(practices.id, ids), gt(practices.coolingUntil, ctx.now)));
  return new Set([...open, ...cooling].map((practice) => practice.id));
}

/** Locks the therapists against being blocked meanwhile. */
async function activeTherapists(ctx: Context, ids: string[]): Promise<Set<string>> {
  const rows = await ctx.db
    .select({ id: therapists.id })
    .from(therapists)
    .where(and(inArray(therapists.id, ids), eq(therapists.status, "active")))
    .orderBy(therapists.id)
    .for("share");
  return new Set(rows.map(({ id }) => id));
}

/** How many more inquiries each active search may be part of. Locks the searches against being stopped meanwhile. */
async function freePositions(ctx: Context, ids: string[], maxParallel: number): Promise<Map<string, number>> {
  const active = await ctx.db
    .select({ id: searches.id })
    .from(searches)
    .where(and(inArray(searches.id, ids), eq(searches.status, "active")))
    .orderBy(searches.id)
    .for("share");
  const open = await ctx.db
    .select({ id: inquiryItems.searchId, open: count() })
    .from(inquiryItems)
    .innerJoin(inquiries, eq(inquiries.id, inquiryItems.inquiryId))
    .where(
      and(
        inArray(inquiryItems.searchId, ids),
        eq(inquiryItems.outcome, "pending"),
        inArray(inquiries.status, [...openInquiryStatuses]),
      ),
    )
    .groupBy(inquiryItems.searchId);
  const openOf = new Map(open.map((row) => [row.id, row.open]));
  return new Map(active.map(({ id }) => [id, maxParallel - (openOf.get(id) ?? 0)]));
}
