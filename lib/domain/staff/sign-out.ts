import { and, eq, isNull } from "drizzle-orm";
import { staffSessions } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { type Context, inTransaction } from "@/lib/core/context";

/** Ends one session for good; ending it again does nothing. */
export async function signOut(ctx: Context, sessionId: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const [ended] = await tx.db
      .update(staffSessions)
      .set({ revokedAt: tx.now })
      .where(and(eq(staffSessions.id, sessionId), isNull(staffSessions.revokedAt)))
      .returning({ staffId: staffSessions.staffId });
    if (ended) await audit(tx, "staff.sign-out", { kind: "staff", id: ended.staffId });
  });
}
