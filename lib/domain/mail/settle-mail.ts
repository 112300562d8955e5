import { and, eq, inArray, isNull } from "drizzle-orm";
import { inquiryForwards, mails, tasks } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { type Context, inTransaction, requireAbility } from "@/lib/core/context";
import { conflict } from "@/lib/core/errors";
import { emit } from "@/lib/core/outbox";

export const mailSettlements = ["arrived", "again", "leave"] as const;
export type MailSettlement = (typeof mailSettlements)[number];

/**
 * What a person decides about a mail that failed or whose fate is unknown: it arrived after all, send it again (as a
 * mail of its own, with a fresh link), or leave it. Ticks off its task. Conflict when somebody decided before.
 */
export async function settleMail(ctx: Context, mailId: string, settlement: MailSettlement): Promise<void> {
  requireAbility(ctx, "inquiries.review");
  await inTransaction(ctx, async (tx) => {
    const status = settlement === "arrived" ? "sent" : "cancelled";
    const sentAt = settlement === "arrived" ? tx.now : null;
    const [mail] = await tx.db
      .update(mails)
      .set({ status, sentAt })
      .where(and(eq(mails.id, mailId), inArray(mails.status, ["failed", "unknown"])))
      .returning();
    if (!mail) throw conflict("mail_settled");
    await tx.db
      .update(tasks)
      .set({ doneAt: tx.now, doneBy: tx.actor.kind === "staff" ? tx.actor.id : null })
      .where(and(eq(tasks.subjectKind, "mail"), eq(tasks.subjectId, mailId), isNull(tasks.doneAt)));
    await audit(tx, "mail.send", { kind: "mail", id: mailId }, { result: settlement });
    if (settlement === "again") await queueAgain(tx, mail);
  });
}

async function queueAgain(tx: Context, mail: typeof mails.$inferSelect): Promise<void> {
  const { template, locale, patientId, practiceId, staffId, inquiryId, placementId, day } = mail;
  const isForwarded = template === "inquiry_forwarded";
  // The address of a colleague stands nowhere else; every other is looked up anew.
  const recipient = isForwarded ? mail.recipient : null;
  const to = { patientId, practiceId, staffId, inquiryId, placementId, recipient };
  const occasion = `again:${mail.id}`;
  const [copy] = await tx.db
    .insert(mails)
    .values({ template, locale, ...to, day, occasion, createdAt: tx.now })
    .returning({ id: mails.id });
  if (!copy) return;
  if (isForwarded)
    await tx.db.update(inquiryForwards).set({ mailId: copy.id }).where(eq(inquiryForwards.mailId, mail.id));
  await audit(tx, "mail.queue", { kind: "mail", id: copy.id }, { template, again: mail.id });
  await emit(tx, "mail/queued", { mailId: copy.id });
}
