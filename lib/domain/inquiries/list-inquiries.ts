import { type SQL, and, asc, desc, eq, ilike, inArray, or, sql } from "drizzle-orm";
import { z } from "zod";
import { inquiries, inquiryItems, searches, staff, therapists } from "@/db/schema";
import { type Context, requireAbility } from "@/lib/core/context";
import { line } from "../shared-schemas";
import { type InquiryChannel, type InquiryStatus, inquiryStatuses, openInquiryStatuses } from "./status";

export const inquiryListFilter = z.object({
  status: z.enum(inquiryStatuses).optional(),
  query: line(120).optional(),
  patientId: z.uuid().optional(),
  therapistId: z.uuid().optional(),
  sort: z.enum(["created", "sent", "due"]).default("created"),
  direction: z.enum(["asc", "desc"]).default("desc"),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(200).default(50),
});
export type InquiryListFilter = z.input<typeof inquiryListFilter>;

export type InquiryRow = {
  id: string;
  reference: string;
  status: InquiryStatus;
  channel: InquiryChannel;
  therapistId: string;
  therapistName: string;
  createdAt: Date;
  sentAt: Date | null;
  dueAt: Date | null;
  items: number;
  open: number;
  accepted: number;
  /** The name of who goes on with it by hand, while it is open. */
  heldBy: string | null;
};

/** One page of inquiries with the number of their patients, and how many fit. Text finds references and surnames. */
export async function listInquiries(
  ctx: Context,
  filter: InquiryListFilter,
): Promise<{ rows: InquiryRow[]; total: number }> {
  requireAbility(ctx, "inquiries.read");
  const valid = inquiryListFilter.parse(filter);
  const where = conditionOf(ctx, valid);
  // The page first: whatever is counted per row is counted for its rows alone, not for those that are skipped.
  const page = ctx.db
    .select({ id: inquiries.id })
    .from(inquiries)
    .where(where)
    .orderBy(...orderOf(valid))
    .limit(valid.pageSize)
    .offset((valid.page - 1) * valid.pageSize)
    .as("page");
  const [rows, total] = await Promise.all([
    ctx.db
      .select({
        id: inquiries.id,
        reference: inquiries.reference,
        status: inquiries.status,
        channel: inquiries.channel,
        therapistId: inquiries.therapistId,
        therapistName: sql<string>`concat_ws(' ', nullif(${therapists.title}, ''), nullif(${therapists.firstName}, ''), ${therapists.lastName})`,
        createdAt: inquiries.createdAt,
        sentAt: inquiries.sentAt,
        dueAt: inquiries.dueAt,
        items: itemCount(ctx),
        open: itemCount(ctx, "pending"),
        accepted: itemCount(ctx, "accepted"),
        heldBy: sql<
          string | null
        >`case when ${inArray(inquiries.status, [...openInquiryStatuses])} then ${staff.name} end`,
      })
      .from(page)
      .innerJoin(inquiries, eq(inquiries.id, page.id))
      .innerJoin(therapists, eq(therapists.id, inquiries.therapistId))
      .leftJoin(staff, eq(staff.id, inquiries.takenOverBy))
      .orderBy(...orderOf(valid)),
    ctx.db.$count(inquiries, where),
  ]);
  return { rows, total };
}

function itemCount(ctx: Context, outcome?: "pending" | "accepted") {
  const mine = and(
    eq(inquiryItems.inquiryId, inquiries.id),
    outcome ? eq(inquiryItems.outcome, outcome) : undefined,
  );
  const counted = ctx.db
    .select({ count: sql`count(*)::int` })
    .from(inquiryItems)
    .where(mine);
  return sql<number>`(${counted})`;
}

function orderOf({ sort, direction }: z.output<typeof inquiryListFilter>): SQL[] {
  const by = direction === "asc" ? asc : desc;
  const id = by(inquiries.id);
  return sort === "created"
    ? [by(inquiries.createdAt), id]
    : [sql`${by(inquiries[`${sort}At`])} nulls last`, id];
}

function conditionOf(
  ctx: Context,
  { status, query, patientId, therapistId }: z.output<typeof inquiryListFilter>,
) {
  const text = `%${query?.replace(/[\\%_]/g, "\\$&")}%`;
  const named = ctx.db.select({ id: therapists.id }).from(therapists).where(ilike(therapists.lastName, text));
  const about = ctx.db
    .select({ id: inquiryItems.inquiryId })
    .from(inquiryItems)
    .innerJoin(searches, eq(searches.id, inquiryItems.searchId))
    .where(eq(searches.patientId, patientId ?? ""));
  return and(
    status && eq(inquiries.status, status),
    therapistId ? eq(inquiries.therapistId, therapistId) : undefined,
    query ? or(ilike(inquiries.reference, text), inArray(inquiries.therapistId, named)) : undefined,
    patientId ? inArray(inquiries.id, about) : undefined,
  );
}
