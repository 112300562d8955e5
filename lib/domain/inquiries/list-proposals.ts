import { asc, count, eq } from "drizzle-orm";
import { isAmong } from "@/db/is-among";
import { inquiries, inquiryItems, locations, therapists } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { personName } from "@/lib/format";
import type { Urgency } from "../vocabulary";
import { type InOrder, listReviewOrder } from "./review-order";
import type { InquiryChannel } from "./status";
import { checksOf } from "./waiting-proposals";

export type ProposalLine = {
  id: string;
  therapistName: string;
  city: string;
  channel: InquiryChannel;
  /** How many patients. */
  people: number;
  /** How many points somebody should look at. */
  checks: number;
  /** Of the most urgent patient. */
  urgency: Urgency;
};

/** A stretch of the work list, and where one proposal stands in all of it. */
export type ProposalPage = {
  total: number;
  /** From 1. */
  page: number;
  pages: number;
  lines: ProposalLine[];
  /** The proposal that was asked for, else the first of the page; null when the one asked for waits no more. */
  selectedId: string | null;
  /** Its place in the whole list, from 1; 0 when there is none. */
  position: number;
  previousId: string | null;
  nextId: string | null;
};

const perPage = 50;

/** The page of the work list with this proposal in it, or the page of this number, in the order of the review. */
export async function listProposals(
  ctx: Context,
  { selectedId, page = 1 }: { selectedId?: string; page?: number } = {},
): Promise<ProposalPage> {
  const waiting = await listReviewOrder(ctx);
  const pages = Math.max(1, Math.ceil(waiting.length / perPage));
  const asked = waiting.findIndex(({ id }) => id === selectedId);
  const shown = asked >= 0 ? Math.floor(asked / perPage) : Math.min(Math.max(page, 1), pages) - 1;
  const lines = waiting.slice(shown * perPage, (shown + 1) * perPage);
  const index = selectedId ? asked : lines.length > 0 ? shown * perPage : -1;
  return {
    total: waiting.length,
    page: shown + 1,
    pages,
    lines: await describe(ctx, lines),
    selectedId: waiting[index]?.id ?? null,
    position: index + 1,
    previousId: waiting[index - 1]?.id ?? null,
    nextId: index < 0 ? (waiting[0]?.id ?? null) : (waiting[index + 1]?.id ?? null),
  };
}

async function describe(ctx: Context, lines: readonly InOrder[]): Promise<ProposalLine[]> {
  const ids = lines.map(({ id }) => id);
  const [rows, counts] = await Promise.all([loadTherapists(ctx, ids), countItems(ctx, ids)]);
  const first = new Map(rows.toReversed().map((row) => [row.id, row]));
  const countsOf = new Map(counts.map((row) => [row.id, row]));
  return lines.flatMap(({ id, urgency }) => {
    const [row, items] = [first.get(id), countsOf.get(id)];
    if (!row || !items) return [];
    const { channel, city, ...therapist } = row;
    const { people, checks } = items;
    return [{ id, urgency, channel, people, checks, therapistName: personName(therapist), city: city ?? "" }];
  });
}

/** One row for each site. */
function loadTherapists(ctx: Context, ids: string[]) {
  return ctx.db
    .select({
      id: inquiries.id,
      channel: inquiries.channel,
      title: therapists.title,
      firstName: therapists.firstName,
      lastName: therapists.lastName,
      city: locations.city,
    })
    .from(inquiries)
    .innerJoin(therapists, eq(therapists.id, inquiries.therapistId))
    .leftJoin(locations, eq(locations.therapistId, therapists.id))
    .where(isAmong(inquiries.id, ids))
    .orderBy(asc(locations.id));
}

function countItems(ctx: Context, ids: string[]) {
  return ctx.db
    .select({ id: inquiryItems.inquiryId, people: count(), checks: checksOf })
    .from(inquiryItems)
    .where(isAmong(inquiryItems.inquiryId, ids))
    .groupBy(inquiryItems.inquiryId);
}
