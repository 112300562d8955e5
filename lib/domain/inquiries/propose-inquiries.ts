import { and, count, eq, gt, inArray, sql } from "drizzle-orm";
import { inquiries, inquiryItems, practices, searches } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { type Context, inTransaction, requireAbility } from "@/lib/core/context";
import { openInquiryStatuses } from "./status";
import { newReference } from "./reference";

export type ProposedItem = {
  searchId: string;
  locationId: string | null;
  distanceKm: number | null;
  travelMinutes: number | null;
  travelEstimated: boolean;
  checks: string[];
};
export type InquiryProposal = {
  practiceId: string;
  therapistId: string;
  channel: "email" | "phone";
  items: ProposedItem[];
};

/**
 * Stores proposals for review and returns how many. Holds whatever happened since the snapshot: a mailbox that cools
 * or has an open inquiry, a search that stopped or is in `maxParallel` inquiries already, are left out. Runs one at a
 * time, so that two matching runs cannot propose the same mailbox or the same place in a search twice.
 */
export async function proposeInquiries(
  ctx: Context,
  { runId, proposals, maxParallel }: { runId: string; proposals: InquiryProposal[]; maxParallel: number },
): Promise<number> {
  requireAbility(ctx, "inquiries.review");
  return inTransaction(ctx, async (tx) => {
    await tx.db.execute(sql`select pg_advisory_xact_lock(hashtext('propose-inquiries'))`);
    const blocked = await blockedPractices(tx);
    const free = await freePositions(tx, proposals, maxParallel);
    let stored = 0;
    for (const proposal of proposals) {
      const items = proposal.items.filter((item) => (free.get(item.searchId) ?? 0) > 0);
      if (items.length === 0 || blocked.has(proposal.practiceId)) continue;
      await storeProposal(tx, runId, { ...proposal, items });
      blocked.add(proposal.practiceId);
      for (const item of items) free.set(item.searchId, free.get(item.searchId)! - 1);
      stored += 1;
    }
    return stored;
  });
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

/** How many more inquiries each active search may be part of. Locks the searches against being stopped meanwhile. */
async function freePositions(
  ctx: Context,
  proposals: InquiryProposal[],
  maxParallel: number,
): Promise<Map<string, number>> {
  const ids = [...new Set(proposals.flatMap((proposal) => proposal.items.map((item) => item.searchId)))];
  const free = new Map<string, number>();
  for (let start = 0; start < ids.length; start += 1000) {
    const part = ids.slice(start, start + 1000);
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

async function storeProposal(ctx: Context, runId: string, proposal: InquiryProposal): Promise<void> {
  const { practiceId, therapistId, channel, items } = proposal;
  const [inquiry] = await ctx.db
    .insert(inquiries)
    .values({ reference: newReference(), practiceId, therapistId, channel, runId, createdAt: ctx.now })
    .returning({ id: inquiries.id });
  await ctx.db
    .insert(inquiryItems)
    .values(items.map((item, index) => ({ ...item, inquiryId: inquiry!.id, position: index + 1 })));
  await audit(ctx, "inquiry.propose", { kind: "inquiry", id: inquiry!.id }, { items: items.length });
}
