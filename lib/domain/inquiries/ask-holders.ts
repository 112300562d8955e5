import { and, eq, gt, inArray, isNotNull, isNull, lte, notExists, or, sql } from "drizzle-orm";
import { inquiries, tasks } from "@/db/schema";
import { type Context, inTransaction } from "@/lib/core/context";
import { forbidden } from "@/lib/core/errors";
import { getSettings } from "../settings/settings";

const dayMs = 24 * 60 * 60 * 1000;

/**
 * Nobody keeps an inquiry for ever: some days after somebody took it over a task asks what became of it, and again as
 * many days after it was ticked off, as long as nobody gave it back. Tasks about inquiries that nobody holds any more
 * are ticked off. Returns how many were asked about. For the system only.
 */
export async function askHolders(ctx: Context): Promise<number> {
  if (ctx.actor.kind !== "system") throw forbidden();
  const { takeOverTaskAfterDays } = await getSettings(ctx);
  const since = new Date(ctx.now.getTime() - takeOverTaskAfterDays * dayMs);
  return inTransaction(ctx, async (tx) => {
    await closeHolderTasks(tx);
    const asked = tx.db
      .select({ one: sql`1` })
      .from(tasks)
      .where(
        and(
          eq(tasks.kind, "taken_over"),
          eq(tasks.subjectId, inquiries.id),
          or(isNull(tasks.doneAt), gt(tasks.doneAt, since)),
        ),
      );
    // Locked, so that two who look at once do not both ask.
    const held = await tx.db
      .select({ id: inquiries.id })
      .from(inquiries)
      .where(and(isHeld, lte(inquiries.takenOverAt, since), notExists(asked)))
      .orderBy(inquiries.id)
      .for("update", { skipLocked: true });
    if (held.length === 0) return 0;
    const task = { kind: "taken_over", subjectKind: "inquiry", dueAt: tx.now, createdAt: tx.now } as const;
    await tx.db.insert(tasks).values(held.map(({ id }) => ({ ...task, subjectId: id })));
    return held.length;
  });
}

const isHeld = and(isNotNull(inquiries.takenOverAt), inArray(inquiries.status, ["approved", "sent"]));

/** Ticks off the tasks about inquiries that were given back or have ended, in the caller's transaction. */
export async function closeHolderTasks(ctx: Context): Promise<void> {
  const held = ctx.db
    .select({ one: sql`1` })
    .from(inquiries)
    .where(and(eq(inquiries.id, tasks.subjectId), isHeld));
  await ctx.db
    .update(tasks)
    .set({ doneAt: ctx.now })
    .where(and(eq(tasks.kind, "taken_over"), isNull(tasks.doneAt), notExists(held)));
}
