import { and, eq, inArray, sql } from "drizzle-orm";
import { inboundMails } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { conflict } from "@/lib/core/errors";
import { emitToHeld } from "../inquiries/waiting-mail";
import { releaseMails } from "../mail/release-mails";
import { type InboundState, inboundStatesBefore } from "./status";

/** A mail as somebody saw it. */
export type SeenMail = { id: string; version: number };

type Changes = Partial<typeof inboundMails.$inferInsert>;

/**
 * Moves a mail to `state`, in the caller's transaction, if it is still as it was seen; conflict when somebody else was
 * faster. The inquiries and mails that it held up or holds up now look anew what comes next.
 */
export async function moveMail(
  ctx: Context,
  { id, version }: SeenMail,
  state: InboundState,
  changes: Changes = {},
): Promise<typeof inboundMails.$inferSelect> {
  const whose = and(eq(inboundMails.id, id), eq(inboundMails.version, version));
  const [before] = await ctx.db
    .select({ inquiryId: inboundMails.inquiryId, practiceId: inboundMails.practiceId })
    .from(inboundMails)
    .where(whose);
  const isDone = state === "settled" || state === "dismissed";
  const [moved] = await ctx.db
    .update(inboundMails)
    .set({
      ...changes,
      state,
      version: sql`${inboundMails.version} + 1`,
      decidedAt: isDone ? ctx.now : null,
      decidedBy: isDone && ctx.actor.kind === "staff" ? ctx.actor.id : null,
    })
    .where(and(whose, inArray(inboundMails.state, inboundStatesBefore(state))))
    .returning();
  if (!moved) throw conflict("inbound_mail_changed");
  const touched = [...(before ? [before] : []), moved];
  await emitToHeld(ctx, touched);
  await releaseMails(ctx, [...touched, { address: moved.sender.address }]);
  return moved;
}
