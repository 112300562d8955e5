import { and, eq, gt, isNull, ne, sql } from "drizzle-orm";
import { staffSessions } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { type Context, inTransaction, requireAbility } from "@/lib/core/context";

/** Signs a person out everywhere: oneself always, others with the right to manage the team. Returns how many ended. */
export async function revokeSessions(ctx: Context, staffId: string): Promise<number> {
  if (!(ctx.actor.kind === "staff" && ctx.actor.id === staffId)) requireAbility(ctx, "staff.manage");
  return inTransaction(ctx, async (tx) => {
    const count = await endSessions(tx, staffId);
    await audit(tx, "staff.revoke", { kind: "staff", id: staffId }, { count });
    return count;
  });
}

/** Ends all running sessions of a person but `exceptId`, in the caller's transaction. */
export async function endSessions(tx: Context, staffId: string, exceptId?: string): Promise<number> {
  const ended = await tx.db
    .update(staffSessions)
    .set({ revokedAt: tx.now })
    .where(
      and(
        eq(staffSessions.staffId, staffId),
        isNull(staffSessions.revokedAt),
        gt(staffSessions.expiresAt, tx.now),
        exceptId ? ne(staffSessions.id, exceptId) : sql`true`,
      ),
    )
    .returning({ id: staffSessions.id });
  return ended.length;
}
