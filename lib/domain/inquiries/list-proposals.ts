import { asc, eq, inArray } from "drizzle-orm";
import { inquiries, locations, therapists } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { type WaitingProposal, listWaitingProposals } from "./waiting-proposals";

export type ProposalLine = WaitingProposal & { therapistName: string; city: string };

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
  const waiting = await listWaitingProposals(ctx);
  const pages = Math.max(1, Math.ceil(waiting.length / perPage));
  const asked = waiting.findIndex(({ id }) => id === selectedId);
  const shown = asked >= 0 ? Math.floor(asked / perPage) : Math.min(Math.max(page, 1), pages) - 1;
  const lines = waiting.slice(shown * perPage, (shown + 1) * perPage);
  const index = selectedId ? asked : lines.length > 0 ? shown * perPage : -1;
  return {
    total: waiting.length,
    page: shown + 1,
    pages,
    lines: await withTherapists(ctx, lines),
    selectedId: waiting[index]?.id ?? null,
    position: index + 1,
    previousId: waiting[index - 1]?.id ?? null,
    nextId: index < 0 ? (waiting[0]?.id ?? null) : (waiting[index + 1]?.id ?? null),
  };
}

async function withTherapists(ctx: Context, lines: WaitingProposal[]): Promise<ProposalLine[]> {
  const rows = await ctx.db
    .select({
      id: inquiries.id,
      title: therapists.title,
      firstName: therapists.firstName,
      lastName: therapists.lastName,
      city: locations.city,
    })
    .from(inquiries)
    .innerJoin(therapists, eq(therapists.id, inquiries.therapistId))
    .leftJoin(locations, eq(locations.therapistId, therapists.id))
    .where(
      inArray(
        inquiries.id,
        lines.map(({ id }) => id),
      ),
    )
    .orderBy(asc(locations.id));
  const first = new Map(rows.toReversed().map((row) => [row.id, row]));
  return lines.map((line) => {
    const { title = "", firstName = "", lastName = "", city } = first.get(line.id) ?? {};
    const therapistName = [title, firstName, lastName].filter(Boolean).join(" ");
    return { ...line, therapistName, city: city ?? "" };
  });
}
