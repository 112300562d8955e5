import { eq } from "drizzle-orm";
import { validate } from "uuid";
import { mails, type MailContent } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { type Context, requireAbility } from "@/lib/core/context";
import { notFound } from "@/lib/core/errors";
import { findRecipient } from "./find-recipient";
import type { MailStatus } from "./status";
import { unreadSince } from "./unread-since";

export type MailView = {
  id: string;
  template: string;
  status: MailStatus;
  locale: "de" | "en";
  recipient: string | null;
  /** What was written; null before it was composed. */
  content: MailContent | null;
  attempts: number;
  errorCode: string | null;
  createdAt: Date;
  sentAt: Date | null;
  /** When a mail server reported that it did not arrive after all. */
  bouncedAt: Date | null;
  /** It does not leave before somebody has read what the practice wrote. */
  waitsForReading: boolean;
  inquiryId: string | null;
  patientId: string | null;
};

/** One mail with its text. Reading it is written down. `not-found` when there is none. */
export async function getMail(ctx: Context, id: string): Promise<MailView> {
  requireAbility(ctx, "mail.read");
  if (!validate(id)) throw notFound();
  const [mail] = await ctx.db.select().from(mails).where(eq(mails.id, id));
  if (!mail) throw notFound();
  await audit(ctx, "mail.view", { kind: "mail", id });
  const { practiceId: _, staffId: __, occasion: ___, sendingSince: ____, ...view } = mail;
  const waitsForReading =
    mail.status === "queued" && (await unreadSince(ctx, mail, await findRecipient(ctx, mail))) !== null;
  return { ...view, waitsForReading };
}
