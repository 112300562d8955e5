import { desc } from "drizzle-orm";
import { inboundMailboxes } from "@/db/schema";
import { type Context, requireAbility } from "@/lib/core/context";
import { AppError, forbidden } from "@/lib/core/errors";
import { limitRate } from "@/lib/core/rate-limit";
import { emit } from "@/lib/core/outbox";
import { isMailboxRead, mailboxName } from "@/lib/email/mailbox";

export type MailboxState = {
  configured: boolean;
  name: string | null;
  readAt: Date | null;
  failingSince: Date | null;
  failureCode: string | null;
};

/** Whether the mailbox is read, and since when it cannot be. */
export async function getMailboxState(ctx: Context): Promise<MailboxState> {
  requireAbility(ctx, "mail.read");
  if (!isMailboxRead())
    return { configured: false, name: null, readAt: null, failingSince: null, failureCode: null };
  const name = mailboxName();
  const rows = await ctx.db.select().from(inboundMailboxes).orderBy(desc(inboundMailboxes.readAt));
  const row = rows.find((mailbox) => mailbox.name === name);
  const { readAt = null, failingSince = null, failureCode = null } = row ?? {};
  return { configured: true, name, readAt, failingSince, failureCode };
}

/** Asks for the mailbox to be read at once instead of within two minutes. */
export async function readMailboxNow(ctx: Context): Promise<void> {
  requireAbility(ctx, "inquiries.review");
  if (ctx.actor.kind !== "staff") throw forbidden();
  if (!isMailboxRead()) throw new AppError("unavailable", "no_mailbox");
  await limitRate(ctx, "read-mailbox", 10, 60);
  await emit(ctx, "mailbox/read.requested", { requestedBy: ctx.actor.id });
}
