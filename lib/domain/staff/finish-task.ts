import { and, eq, isNull } from "drizzle-orm";
import { tasks } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { type Context, inTransaction, requireAbility } from "@/lib/core/context";
import { AppError, conflict } from "@/lib/core/errors";
import { offerLetters } from "../mail/templates";
import { holdOfferAnew } from "../placements/offer-reach";
import { watchPlacementsAgain } from "../placements/placement-tasks";
import { line } from "../shared-schemas";

const resultText = line(300);

/**
 * Ticks off something a person had to do, with what came of it; what stays unclear about a placement comes back later,
 * and an offer is held as long from the call on which the patient heard of it.
 * `invalid` for a crisis without a result, `conflict` when somebody else did so first.
 */
export async function finishTask(ctx: Context, taskId: string, result = ""): Promise<void> {
  requireAbility(ctx, "patients.write");
  const text = resultText.parse(result);
  await inTransaction(ctx, async (tx) => {
    const [task] = await tx.db
      .select({
        kind: tasks.kind,
        subjectId: tasks.subjectId,
        results: tasks.results,
        placementId: tasks.placementId,
        letter: tasks.letter,
      })
      .from(tasks)
      .where(and(eq(tasks.id, taskId), isNull(tasks.doneAt)))
      .for("update");
    if (!task) throw conflict("task_done");
    if (task.kind === "crisis" && !text)
      throw new AppError("invalid", "task_result", { fields: { result: "task_result" } });
    const [doneBy, by] = tx.actor.kind === "staff" ? [tx.actor.id, tx.actor.name] : [null, tx.actor.kind];
    const results = text ? [...(task.results ?? []), { at: tx.now.toISOString(), by, text }] : task.results;
    await tx.db.update(tasks).set({ doneAt: tx.now, doneBy, results }).where(eq(tasks.id, taskId));
    if (task.kind === "placement_unclear") await watchPlacementsAgain(tx, task.subjectId);
    if (task.placementId && offerLetters.some((letter) => letter === task.letter))
      await holdOfferAnew(tx, task.placementId);
    await audit(tx, "task.finish", { kind: "task", id: taskId }, { kind: task.kind });
  });
}
