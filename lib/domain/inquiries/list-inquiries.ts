import { and, asc, count, desc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { inquiries, inquiryItems, therapists } from "@/db/schema";
import { type Context, requireAbility } from "@/lib/core/context";
import { line } from "../shared-schemas";
import { type InquiryChannel, type InquiryStatus, inquiryStatuses } from "./status";

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
};

const sortColumns = { created: inquiries.createdAt, sent: inquiries.sentAt, due: inquiries.dueAt };

/** One page of inquiries with the number of their patients, and how many fit. Text finds references and surnames. */
export async function listInquiries(
  ctx: Context,
  filter: InquiryListFilter,
): Promise<{ rows: InquiryRow[]; total: number }> {
  requireAbility(ctx, "inquiries.read");
  const valid = inquiryListFilter.parse(filter);
  const where = conditionOf(ctx, valid);
  const column = sortColumns[valid.sort];
  const order = valid.direction === "asc" ? sql`${column} asc nulls last` : sql`${column} desc nulls last`;
  const outcomes = (outcome: "pending" | "accepted") =>
    sql<number>`count(*) filter (where ${inquiryItems.outcome} = ${outcome})::int`;
  const [found, total] = await Promise.all([
    ctx.db
      .select({
        inquiry: inquiries,
        title: therapists.title,
        firstName: therapists.firstName,
        lastName: therapists.lastName,
        items: sql<number>`count(${inquiryItems.id})::int`,
        open: outcomes("pending"),
        accepted: outcomes("accepted"),
      })
      .from(inquiries)
      .innerJoin(therapists, eq(therapists.id, inquiries.therapistId))
      .leftJoin(inquiryItems, eq(inquiryItems.inquiryId, inquiries.id))
      .where(where)
      .groupBy(inquiries.id, therapists.id)
      .orderBy(order, valid.direction === "asc" ? asc(inquiries.id) : desc(inquiries.id))
      .limit(valid.pageSize)
      .offset((valid.page - 1) * valid.pageSize),
    ctx.db
      .select({ total: count() })
      .from(inquiries)
      .innerJoin(therapists, eq(therapists.id, inquiries.therapistId))
      .where(where),
  ]);
  const rows = found.map(({ inquiry, title, firstName, lastName, items, open, accepted }) => {
    const { id, reference, status, channel, therapistId, createdAt, sentAt, dueAt } = inquiry;
    const therapistName = [title, firstName, lastName].filter(Boolean).join(" ");
    return {
      id,
      reference,
      status,
      channel,
      therapistId,
      therapistName,
      createdAt,
      sentAt,
      dueAt,
      items,
      open,
      accepted,
    };
  });
  return { rows, total: total[0]?.total ?? 0 };
}

function conditionOf(
  ctx: Context,
  { status, query, patientId, therapistId }: z.output<typeof inquiryListFilter>,
) {
  const text = `%${query?.replace(/[\\%_]/g, "\\$&")}%`;
  return and(
    status && eq(inquiries.status, status),
    therapistId ? eq(inquiries.therapistId, therapistId) : undefined,
    query ? sql`(${inquiries.reference} ilike ${text} or ${therapists.lastName} ilike ${text})` : undefined,
    patientId
      ? sql`exists (select 1 from inquiry_items i join searches s on s.id = i.search_id where i.inquiry_id = ${inquiries.id} and s.patient_id = ${patientId})`
      : undefined,
  );
}
