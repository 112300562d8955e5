import { RawJson, canonicalJson } from "./canonical-json";
import { errorText } from "./answers";
import type { Transaction } from "./database";
import type { Engine } from "./engine";
import { enqueueRuns } from "./queue";
import type { StoredEvent } from "./runs";
import { freeOtherSlots } from "./slots";

export type Ending =
  | { status: "completed"; output: string }
  | { status: "failed"; error: string }
  | { status: "cancelled" };
/** What a step that ends without a call gets: canonical JSON text. */
export type StepOutcome = { data: string } | { error: string };

type EndedRun = {
  id: string;
  function_id: string;
  event: string;
  parent_run: string | null;
  parent_step: string | null;
  fence: number;
  is_awaited: boolean;
};

/**
 * Ends a run in the caller's transaction: frees its places, drops its waits, tells the run that invoked it. With a
 * fence the run must still be held under it. Returns the internal events to accept in the same transaction, or null
 * when the run was not ours to end.
 */
export async function endRun(
  engine: Engine,
  tx: Transaction,
  target: { runId: string; fence?: number },
  ending: Ending,
): Promise<StoredEvent[] | null> {
  const output = ending.status === "completed" ? ending.output : null;
  const error = ending.status === "failed" ? ending.error : null;
  const [run] = await tx<EndedRun[]>`
    update engine.run set status = ${ending.status}, output = ${output}, error = ${error}, ended_at = engine.now(),
      owner = null, fence = fence + 1
    where id = ${target.runId} and status in ('queued', 'running') and fence = coalesce(${target.fence ?? null}, fence)
    returning id, function_id, event, parent_run, parent_step, fence,
      exists (select from engine.watch where event_name = 'inngest/function.finished') as is_awaited`;
  if (!run) return null;
  await tx`delete from engine.watch where run_id = ${run.id}`;
  await freeOtherSlots(engine.queue, tx, run.id, []);
  if (run.parent_run && run.parent_step) {
    await endStep(engine, tx, run.parent_run, run.parent_step, outcomeForParent(ending));
  }
  return internalEvents(engine, run, ending);
}

/**
 * Ends one open step of a run that may belong to any engine, in the caller's transaction, and wakes the run. Returns
 * false when the step or the run has ended already.
 */
export async function endStep(
  engine: Engine,
  tx: Transaction,
  runId: string,
  stepId: string,
  outcome: StepOutcome,
): Promise<boolean> {
  const [run] = await tx<{ position: number; priority: number }[]>`
    update engine.run set position = position + 1 where id = ${runId} and status in ('queued', 'running')
    returning position, priority`;
  if (!run) return false;
  const data = "data" in outcome ? outcome.data : null;
  const error = "error" in outcome ? outcome.error : null;
  const ended = await tx`
    update engine.step set state = ${error === null ? "done" : "failed"}, position = ${run.position}, data = ${data},
      error = ${error}, ended_at = engine.now()
    where run_id = ${runId} and id = ${stepId} and position is null returning id`;
  if (ended.length === 0) return false;
  await tx`delete from engine.watch where run_id = ${runId} and step_id = ${stepId}`;
  await enqueueRuns(engine.queue, tx, [{ runId, priority: run.priority, delayMs: 0 }]);
  return true;
}

function outcomeForParent(ending: Ending): StepOutcome {
  if (ending.status === "completed") return { data: ending.output };
  if (ending.status === "failed") return { error: ending.error };
  return { error: errorText("The invoked function was cancelled.") };
}

function internalEvents(engine: Engine, run: EndedRun, ending: Ending): StoredEvent[] {
  const name = eventNames[ending.status];
  if (ending.status === "completed" && !run.is_awaited && engine.registry.listeners(name).length === 0)
    return [];
  const result =
    ending.status === "completed"
      ? { result: new RawJson(ending.output) }
      : {
          error: new RawJson(
            ending.status === "failed" ? ending.error : errorText("The function was cancelled."),
          ),
        };
  const data = { function_id: run.function_id, run_id: run.id, event: new RawJson(run.event), ...result };
  // Parsed again, so that conditions can look into it.
  const parsed = JSON.parse(canonicalJson(data)) as Record<string, unknown>;
  return [{ id: `${name}:${run.id}:${run.fence}`, name, data: parsed, ts: Math.floor(engine.clock.nowMs()) }];
}

const eventNames = {
  completed: "inngest/function.finished",
  failed: "inngest/function.failed",
  cancelled: "inngest/function.cancelled",
} as const;
