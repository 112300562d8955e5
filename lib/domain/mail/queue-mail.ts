import { mails } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import type { Context } from "@/lib/core/context";
import { emit } from "@/lib/core/outbox";
import type { MailTemplate } from "./templates";

export type MailOrder = {
  template: MailTemplate;
  /** Names what the mail is about; the same occasion is queued once, however often it is asked for. */
  occasion: string;
  locale: "de" | "en";
  inquiryId?: string;
} & ({ patientId: string } | { practiceId: string });

/** Queues a mail in the caller's transaction; it leaves after the commit. Returns its id, or null when it was queued before. */
export async function queueMail(ctx: Context, order: MailOrder): Promise<string | null> {
  const [mail] = await ctx.db
    .insert(mails)
    .values({ ...order, createdAt: ctx.now })
    .onConflictDoNothing({ target: mails.occasion })
    .returning({ id: mails.id });
  if (!mail) return null;
  await audit(ctx, "mail.queue", { kind: "mail", id: mail.id }, { template: order.template });
  await emit(ctx, "mail/queued", { mailId: mail.id });
  return mail.id;
}
