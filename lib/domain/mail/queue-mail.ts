import { mails } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import type { Context } from "@/lib/core/context";
import { emit } from "@/lib/core/outbox";
import type { MailTemplateTo } from "./templates";

export type MailOrder = {
  /** Names what the mail is about; the same occasion is queued once, however often it is asked for. */
  occasion: string;
  locale: "de" | "en";
  /** A day that the mail speaks of ("YYYY-MM-DD"): the last one to confirm on, the end of a pause. */
  day?: string;
} & (
  | { template: MailTemplateTo<"patient">; patientId: string; inquiryId?: string; placementId?: string }
  | {
      template: Exclude<MailTemplateTo<"practice">, "inquiry_forwarded">;
      practiceId: string;
      inquiryId: string;
      placementId?: string;
    }
  /** `to`: the colleague's address, as the practice gave it. */
  | { template: "inquiry_forwarded"; practiceId: string; inquiryId: string; to: string }
  | { template: MailTemplateTo<"staff">; staffId: string }
);

/** Queues a mail in the caller's transaction; it leaves after the commit. Returns its id, or null when it was queued before. */
export async function queueMail(ctx: Context, order: MailOrder): Promise<string | null> {
  const { to: recipient, ...columns } = "to" in order ? order : { ...order, to: undefined };
  const [mail] = await ctx.db
    .insert(mails)
    .values({ ...columns, recipient, createdAt: ctx.now })
    .onConflictDoNothing({ target: mails.occasion })
    .returning({ id: mails.id });
  if (!mail) return null;
  await audit(ctx, "mail.queue", { kind: "mail", id: mail.id }, { template: order.template });
  await emit(ctx, "mail/queued", { mailId: mail.id });
  return mail.id;
}
