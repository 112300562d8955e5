import { and, eq, inArray, sql } from "drizzle-orm";
import { inboundMails } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { conflict } from "@/lib/core/errors";
import { type InboundState, inboundStatesBefore } from "./status";

/** A mail as somebody saw it. */
export type SeenMail = { id: string; version: number };

type Changes = Partial<typeof inboundMails.$inferInsert>;

/**
 * Moves a mail to `state`, in the caller's transaction, if it is still as it was seen; conflict when somebody else was
 * faster.
 */
export async function moveMail(
  ctx: Context,
  { id, version }: SeenMail,
  state: InboundState,
  changes: Changes = {},
): Promise<typeof inboundMails.$inferSelect> {
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
    .where(
      and(
        eq(inboundMails.id, id),
        eq(inboundMails.version, version),
        inArray(inboundMails.state, inboundStatesBefore(state)),
      ),
    )
    .returning();
  if (!moved) throw conflict("inbound_mail_changed");
  return moved;
}
