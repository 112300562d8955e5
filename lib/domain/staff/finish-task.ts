import { and, eq, isNull } from "drizzle-orm";
import { tasks } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { type Context, inTransaction, requireAbility } from "@/lib/core/context";
import { conflict } from "@/lib/core/errors";
import { watchPlacementsAgain } from "../placements/placement-tasks";

/** Ticks off something a person had to do; what stays unclear about a placement comes back later. Conflict when somebody else did so first. */
export async function finishTask(ctx: Context, taskId: string): Promise<void> {
  requireAbility(ctx, "patients.write");
  await inTransaction(ctx, async (tx) => {
    const doneBy = tx.actor.kind === "staff" ? tx.actor.id : null;
    const [done] = await tx.db
      .update(tasks)
      .set({ doneAt: tx.now, doneBy })
      .where(and(eq(tasks.id, taskId), isNull(tasks.doneAt)))
      .returning({ kind: tasks.kind, subjectId: tasks.subjectId });
    if (!done) throw conflict("task_done");
    if (done.kind === "placement_unclear") await watchPlacementsAgain(tx, done.subjectId);
    await audit(tx, "task.finish", { kind: "task", id: taskId }, { kind: done.kind });
  });
}
