import { and, eq, inArray, isNotNull } from "drizzle-orm";
import { tasks } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { type Context, inTransaction, requireAbility } from "@/lib/core/context";
import { conflict } from "@/lib/core/errors";
import { reopenableTasks } from "./status";

/**
 * Puts a task about a person that was ticked off back on the list of today; what was written down about it stays.
 * `conflict` when it is open again already, or of a kind that comes back by itself.
 */
export async function reopenTask(ctx: Context, taskId: string): Promise<void> {
  requireAbility(ctx, "patients.write");
  await inTransaction(ctx, async (tx) => {
    const [reopened] = await tx.db
      .update(tasks)
      .set({ doneAt: null, doneBy: null, dueAt: tx.now })
      .where(and(eq(tasks.id, taskId), isNotNull(tasks.doneAt), inArray(tasks.kind, [...reopenableTasks])))
      .returning({ kind: tasks.kind });
    if (!reopened) throw conflict("task_open");
    await audit(tx, "task.reopen", { kind: "task", id: taskId }, { kind: reopened.kind });
  });
}
