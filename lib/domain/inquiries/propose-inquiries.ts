import { sql } from "drizzle-orm";
import { newId } from "@/db/columns";
import { insertRows } from "@/db/insert-rows";
import { inquiries, inquiryItems } from "@/db/schema";
import { auditAll } from "@/lib/core/audit";
import { type Context, inTransaction, requireAbility } from "@/lib/core/context";
import type { ItemOdds } from "../matching/odds/kept-odds";
import { contactsLeftToday } from "./contacts-left-today";
import { newReference } from "./reference";
import { stillPossible } from "./still-possible";

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

export type Storing = {
  /** Asked in each transaction; what it throws ends the storing. */
  mayStore?: (ctx: Context) => Promise<void>;
  /** Told how many proposals are done. */
  report?: (done: number) => Promise<void>;
};

/** So many proposals are stored in one transaction: some hundredths of a second, in which nobody can answer for them. */
const perTransaction = 100;

/**
 * Stores proposals for review and returns how many. Holds whatever happened since the snapshot: a mailbox that cools
 * or has an open inquiry, a therapist who is not active any more or objected, a search that stopped or is in `maxParallel`
 * inquiries already, a pair that was excluded, are left out, and what is above the contacts that a day has left. Stores in short
 * transactions, one at a time in the whole service, so that two matching runs cannot propose the same mailbox or the
 * same place in a search twice and answers, pauses and withdrawals do not wait for a run. Each is whole; when the
 * process dies between two, those before stay.
 */
export async function proposeInquiries(
  ctx: Context,
  { runId, proposals, maxParallel, contactsPerDay = null }: ProposalsToStore,
  { mayStore = async () => {}, report = async () => {} }: Storing = {},
): Promise<number> {
  requireAbility(ctx, "inquiries.review");
  let stored = 0;
  for (let start = 0; start < proposals.length; start += perTransaction) {
    const part = proposals.slice(start, start + perTransaction);
    stored += await inTransaction(ctx, async (tx) => {
      await tx.db.execute(sql`select pg_advisory_xact_lock(hashtext('propose-inquiries'))`);
      await mayStore(tx);
      const left = await contactsLeftToday(tx, contactsPerDay);
      const possible = (await stillPossible(tx, part, maxParallel)).slice(0, left ?? undefined);
      await storeProposals(tx, runId, possible);
      return possible.length;
    });
    await report(start + part.length);
  }
  return stored;
}

async function storeProposals(
  ctx: Context,
  runId: string | null,
  proposals: readonly InquiryProposal[],
): Promise<void> {
  const stored = proposals.map((proposal) => ({ ...proposal, id: newId() }));
  await insertRows(
    ctx.db,
    inquiries,
    stored.map(({ id, practiceId, therapistId, channel }) => {
      return { id, reference: newReference(), practiceId, therapistId, channel, runId, createdAt: ctx.now };
    }),
  );
  const items = stored.flatMap((inquiry) =>
    inquiry.items.map((item, index) => ({
      ...item,
      odds: item.odds ?? null,
      inquiryId: inquiry.id,
      position: index + 1,
    })),
  );
  await insertRows(ctx.db, inquiryItems, items);
  const itemsOf = new Map(stored.map(({ id, items: { length } }) => [id, { items: length }]));
  await auditAll(ctx, "inquiry.propose", "inquiry", [...itemsOf.keys()], (id) => itemsOf.get(id)!);
}
