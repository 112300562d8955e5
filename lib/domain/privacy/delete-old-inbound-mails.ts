import { and, eq, inArray, lt, or } from "drizzle-orm";
import { inboundMails } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { type Context, inTransaction, requireSystem } from "@/lib/core/context";
import { getSettings } from "../settings/settings";

const dayMs = 24 * 60 * 60 * 1000;
/** A mail that was put away is not for us. */
const dismissedDays = 30;
const batch = 200;

/**
 * Deletes mails that came in, with their attachments: what was put away after 30 days, what is settled after the days
 * of the setting `inboundMailDays`. What waits for a person stays, however old it is. Returns how many. For the system
 * only.
 */
export async function deleteOldInboundMails(ctx: Context): Promise<number> {
  requireSystem(ctx);
  const { inboundMailDays } = await getSettings(ctx);
  const isOver = (state: "settled" | "dismissed", days: number) =>
    and(
      eq(inboundMails.state, state),
      lt(inboundMails.decidedAt, new Date(ctx.now.getTime() - days * dayMs)),
    );
  const over = or(isOver("settled", inboundMailDays), isOver("dismissed", dismissedDays))!;
  for (let deleted = 0; ;) {
    const count = await deleteSome(ctx, over);
    deleted += count;
    if (count < batch) return deleted;
  }
}

/** One transaction; a mail that somebody takes back at this moment is theirs. */
function deleteSome(ctx: Context, over: ReturnType<typeof and>): Promise<number> {
  return inTransaction(ctx, async (tx) => {
    const some = tx.db
      .select({ id: inboundMails.id })
      .from(inboundMails)
      .where(over)
      .limit(batch)
      .for("update", { skipLocked: true });
    const gone = await tx.db
      .delete(inboundMails)
      .where(inArray(inboundMails.id, some))
      .returning({ id: inboundMails.id, state: inboundMails.state });
    for (const { id, state } of gone)
      await audit(tx, "inbound.delete", { kind: "inbound-mail", id }, { state });
    return gone.length;
  });
}
