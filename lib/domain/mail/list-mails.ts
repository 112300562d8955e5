import { and, count, desc, eq } from "drizzle-orm";
import { z } from "zod";
import { mails, patients, practices } from "@/db/schema";
import { type Context, requireAbility } from "@/lib/core/context";
import { type MailStatus, mailStatuses } from "./status";

export const mailListFilter = z.object({
  status: z.enum(mailStatuses).optional(),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(200).default(50),
});
export type MailListFilter = z.input<typeof mailListFilter>;

export type MailRow = {
  id: string;
  template: string;
  status: MailStatus;
  createdAt: Date;
  sentAt: Date | null;
  errorCode: string | null;
  inquiryId: string | null;
  patientId: string | null;
  /** Name of the patient or practice, or its address. */
  to: string;
};

/** One page of outgoing mails, newest first, and how many there are. */
export async function listMails(
  ctx: Context,
  filter: MailListFilter,
): Promise<{ rows: MailRow[]; total: number }> {
  requireAbility(ctx, "mail.read");
  const { status, page, pageSize } = mailListFilter.parse(filter);
  const where = and(status && eq(mails.status, status));
  const [found, total] = await Promise.all([
    ctx.db
      .select({ mail: mails, patient: patients, practice: practices })
      .from(mails)
      .leftJoin(patients, eq(patients.id, mails.patientId))
      .leftJoin(practices, eq(practices.id, mails.practiceId))
      .where(where)
      .orderBy(desc(mails.createdAt), desc(mails.id))
      .limit(pageSize)
      .offset((page - 1) * pageSize),
    ctx.db.select({ total: count() }).from(mails).where(where),
  ]);
  const rows = found.map(({ mail, patient, practice }) => {
    const { id, template, createdAt, sentAt, errorCode, inquiryId, patientId } = mail;
    const to = patient
      ? `${patient.firstName} ${patient.lastName}`
      : practice?.name || (practice?.email ?? "");
    return { id, template, status: mail.status, createdAt, sentAt, errorCode, inquiryId, patientId, to };
  });
  return { rows, total: total[0]?.total ?? 0 };
}
