import { and, eq } from "drizzle-orm";
import { calls } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { type Context, inTransaction, requireAbility } from "@/lib/core/context";
import { conflict } from "@/lib/core/errors";

const dayMs = 24 * 60 * 60 * 1000;

/**
 * Takes a planned call off the list: it was made, or nobody could be reached, which plans it again for the next day.
 * Conflict when it is not planned any more.
 */
export async function finishCall(
  ctx: Context,
  callId: string,
  { reached }: { reached: boolean },
): Promise<void> {
  requireAbility(ctx, "inquiries.review");
  await inTransaction(ctx, async (tx) => {
    const [call] = await tx.db
      .update(calls)
      .set({ status: reached ? "done" : "failed", doneAt: tx.now, doneBy: staffId(tx) })
      .where(and(eq(calls.id, callId), eq(calls.status, "planned")))
      .returning();
    if (!call) throw conflict("call_finished");
    await audit(tx, "call.finish", { kind: "call", id: callId }, { reached });
    if (reached) return;
    const { practiceId, inquiryId } = call;
    const plannedAt = new Date(tx.now.getTime() + dayMs);
    const [again] = await tx.db
      .insert(calls)
      .values({ practiceId, inquiryId, plannedAt, createdAt: tx.now })
      .returning({ id: calls.id });
    if (again) await audit(tx, "call.plan", { kind: "call", id: again.id }, { inquiryId });
  });
}

const staffId = (ctx: Context) => (ctx.actor.kind === "staff" ? ctx.actor.id : null);
