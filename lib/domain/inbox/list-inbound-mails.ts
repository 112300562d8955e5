import { and, count, desc, eq, inArray, sql } from "drizzle-orm";
import { z } from "zod";
import { inboundAttachments, inboundMails, inquiries, patients, practices } from "@/db/schema";
import { type Context, may, requireAbility } from "@/lib/core/context";
import { pseudonymOf } from "../patients/pseudonym";
import { type InboundKind, type InboundState, openInboundStates } from "./status";

/** What waits, what is done, and what was not for us. */
export const inboxViews = ["open", "settled", "dismissed"] as const;
export type InboxView = (typeof inboxViews)[number];

export const inboxFilter = z.object({
  view: z.enum(inboxViews).default("open"),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
});

export const inboxPageSize = 50;

export type InboundRow = {
  id: string;
  kind: InboundKind;
  state: InboundState;
  /** The sender's name, or the address where there is none. */
  from: string;
  subject: string;
  receivedAt: Date;
  /** Whose it is: the sign of the inquiry, the practice or the patient. */
  about: string | null;
  attachments: number;
};

const statesOf: Record<InboxView, readonly InboundState[]> = {
  open: openInboundStates,
  settled: ["settled"],
  dismissed: ["dismissed"],
};

/** The view in which a mail in this state is listed. */
export const viewOf = (state: InboundState): InboxView =>
  inboxViews.find((view) => statesOf[view].includes(state)) ?? "open";

/** One page of the mails that came in, newest first, and how many there are. */
export async function listInboundMails(
  ctx: Context,
  filter: z.input<typeof inboxFilter>,
): Promise<{ rows: InboundRow[]; total: number }> {
  requireAbility(ctx, "mail.read");
  const { view, page } = inboxFilter.parse(filter);
  const where = inArray(inboundMails.state, [...statesOf[view]]);
  const [rows, [all]] = await Promise.all([
    rowsWhere(ctx, where, { limit: inboxPageSize, offset: (page - 1) * inboxPageSize }),
    ctx.db.select({ total: count() }).from(inboundMails).where(where),
  ]);
  return { rows, total: all?.total ?? 0 };
}

/** The mails that came in about an inquiry, newest first; none for who may not read mails. */
export async function listInboundMailsOf(ctx: Context, inquiryId: string): Promise<InboundRow[]> {
  if (!may(ctx, "mail.read")) return [];
  return rowsWhere(ctx, eq(inboundMails.inquiryId, inquiryId), { limit: 50, offset: 0 });
}

/** The latest mails that came in from elsewhere than this thread, with which it may be joined. */
export async function listOtherThreads(ctx: Context, threadId: string): Promise<InboundRow[]> {
  requireAbility(ctx, "mail.read");
  const others = and(
    sql`${inboundMails.threadId} <> ${threadId}`,
    inArray(inboundMails.state, [...openInboundStates, "settled"]),
  );
  return rowsWhere(ctx, others, { limit: 20, offset: 0 });
}

/** The mails of one thread, the oldest first. */
export async function listThread(ctx: Context, threadId: string): Promise<InboundRow[]> {
  requireAbility(ctx, "mail.read");
  const rows = await rowsWhere(ctx, eq(inboundMails.threadId, threadId), { limit: 50, offset: 0 });
  return rows.toReversed();
}

async function rowsWhere(
  ctx: Context,
  where: ReturnType<typeof and>,
  { limit, offset }: { limit: number; offset: number },
): Promise<InboundRow[]> {
  const { id, kind, state, sender, subject, receivedAt } = inboundMails;
  const found = await ctx.db
    .select({
      mail: { id, kind, state, sender, subject, receivedAt },
      reference: inquiries.reference,
      practice: { name: practices.name, email: practices.email },
      patient: { id: patients.id, firstName: patients.firstName, lastName: patients.lastName },
      attachments: sql<number>`(select count(*)::int from ${inboundAttachments} where ${inboundAttachments.inboundMailId} = ${inboundMails.id})`,
    })
    .from(inboundMails)
    .leftJoin(inquiries, eq(inquiries.id, inboundMails.inquiryId))
    .leftJoin(practices, eq(practices.id, inboundMails.practiceId))
    .leftJoin(patients, eq(patients.id, inboundMails.patientId))
    .where(where)
    .orderBy(desc(inboundMails.receivedAt), desc(inboundMails.id))
    .limit(limit)
    .offset(offset);
  return found.map(({ mail, reference, practice, patient, attachments }) => {
    const { sender, ...row } = mail;
    const name = patient && nameFor(ctx, patient);
    const about = reference ?? name ?? (practice && (practice.name || practice.email));
    return { ...row, from: sender.name || sender.address, about, attachments };
  });
}

const nameFor = (ctx: Context, patient: { id: string; firstName: string; lastName: string }) =>
  may(ctx, "patients.identity") ? `${patient.firstName} ${patient.lastName}` : pseudonymOf(patient.id);
