import { type Sql, type Transaction, transaction } from "./database";
import { type Ending, endRun } from "./endings";
import type { Engine } from "./engine";
import { acceptEvents } from "./events";
import { faultPoint } from "./faults";
import { enqueueRuns } from "./queue";
import { type Run, type StepPhase, memoOf } from "./run-state";
import { type StoredEvent, createRuns } from "./runs";
import { freeOtherSlots, freeSlots } from "./slots";
import type { FunctionDefinition } from "./function-config";

/** The run is not ours any more: it was cancelled, or another engine took it over. Whatever we know of it is void. */
export class LostRun extends Error {}

export type StepWrite = {
  id: string;
  label: string;
  op: string;
  phase: StepPhase;
  race?: boolean;
  attempt?: number;
  dueMs?: number | null;
  data?: string;
  error?: string;
};
export type WatchWrite = {
  stepId: string;
  eventName: string;
  condition: string | null;
  lookupKey: string | null;
  expiresMs: number;
};
export type Invocation = { stepId: string; definition: FunctionDefinition; event: StoredEvent };

export type Progress = {
  steps: StepWrite[];
  watches?: WatchWrite[];
  invocations?: Invocation[];
  /** The function has been told of this many ended steps. */
  discovered?: number;
  /** The call whose concurrency places are free now. */
  freed?: string | null;
};

/**
 * Stores what one answer brought, all or nothing: steps that ended, steps that are open now with their timers, waits
 * and invocations. A step that has ended is never overwritten. Returns false when other steps ended meanwhile, so that
 * the run must be read again. Throws LostRun.
 */
export async function storeProgress(engine: Engine, run: Run, progress: Progress): Promise<boolean> {
  faultPoint("progress.before");
  const timers = progress.steps.filter((step) => typeof step.dueMs === "number");
  const simple =
    timers.length === 0 && !progress.watches?.length && !progress.invocations?.length && !progress.freed;
  // Read before the transaction begins: a wake-up must not come before its timer is due.
  const nowMs = engine.clock.nowMs();
  const position = simple
    ? await writeSteps(engine.db, run, progress)
    : await transaction(engine.db, async (tx) => {
        const stored = await writeSteps(tx, run, progress);
        await writeWatches(tx, run, progress.watches ?? []);
        await createRuns(
          engine,
          tx,
          (progress.invocations ?? []).map(({ definition, event, stepId }) => ({
            definition,
            event,
            parent: { runId: run.id, stepId },
          })),
        );
        const delays = timers.map((step) => (step.dueMs ?? 0) - nowMs);
        await enqueueRuns(
          engine.queue,
          tx,
          delays.map((delayMs) => ({ runId: run.id, priority: run.priority, delayMs })),
        );
        if (progress.freed) await freeSlots(engine.queue, tx, run.id, progress.freed);
        faultPoint("progress.uncommitted");
        return stored;
      });
  faultPoint("progress.committed");
  return remember(run, progress, position);
}

/** Counts a failed attempt at finding the next steps and asks again later. Throws LostRun. */
export async function storeRetry(
  engine: Engine,
  run: Run,
  delayMs: number,
  freed: string | null,
): Promise<void> {
  faultPoint("retry.before");
  await transaction(engine.db, async (tx) => {
    const rows = await tx`
      update engine.run set attempt = attempt + 1, not_before = engine.now() + ${delayMs} * interval '1 millisecond'
      where id = ${run.id} and fence = ${run.fence} and status = 'running' returning id`;
    if (rows.length === 0) throw new LostRun();
    await enqueueRuns(engine.queue, tx, [{ runId: run.id, priority: run.priority, delayMs }]);
    if (freed) await freeSlots(engine.queue, tx, run.id, freed);
    faultPoint("retry.uncommitted");
  });
  faultPoint("retry.committed");
  run.attempt += 1;
  run.notBeforeMs = engine.clock.nowMs() + delayMs;
}

/** Ends the run together with everything that follows from that. Throws LostRun. */
export async function storeEnding(engine: Engine, run: Run, ending: Ending): Promise<void> {
  const kind = ending.status === "failed" ? "fail" : "finish";
  faultPoint(`${kind}.before`);
  await transaction(engine.db, async (tx) => {
    const following = await endRun(engine, tx, { runId: run.id, fence: run.fence }, ending);
    if (!following) throw new LostRun();
    await acceptEvents(engine, tx, following);
    faultPoint(`${kind}.uncommitted`);
  });
  faultPoint(`${kind}.committed`);
}

/** Ends the sleeps that are over, and the waits and invocations whose time is up. Throws LostRun. */
export async function storeFiredTimers(
  engine: Engine,
  run: Run,
  stepIds: string[],
  timeoutError: string,
): Promise<void> {
  faultPoint("timers.before");
  const rows = await engine.db`
    with r as (
      update engine.run set position = position + ${stepIds.length}
      where id = ${run.id} and fence = ${run.fence} and status = 'running' returning id, position),
    gone as (delete from engine.watch w using r where w.run_id = r.id and w.step_id = any(${stepIds}))
    update engine.step s set state = case when s.state = 'invoking' then 'failed' else 'done' end,
      position = r.position - ${stepIds.length} + x.place, ended_at = engine.now(),
      data = case when s.state = 'invoking' then null else 'null' end,
      error = case when s.state = 'invoking' then ${timeoutError} end
    from r, unnest(${stepIds}::text[]) with ordinality as x (id, place)
    where s.run_id = r.id and s.id = x.id and s.position is null and s.due_at <= engine.now()
    returning s.id`;
  faultPoint("timers.committed");
  if (rows.length === 0 && !(await isHeld(engine, run))) throw new LostRun();
}

/**
 * Lets go of the run, with its places beside those in line for `inLine` calls; unless something happened to it since it
 * was read: then it returns false. Throws LostRun.
 */
export async function storeRelease(engine: Engine, run: Run, inLine: string[]): Promise<boolean> {
  faultPoint("release.before");
  const release = async (sql: Sql) => {
    const rows = await sql`
      update engine.run set owner = null
      where id = ${run.id} and fence = ${run.fence} and status = 'running' and wake = ${run.wake} returning id`;
    return rows.length > 0;
  };
  const released =
    run.slots.length === 0
      ? await release(engine.db)
      : await transaction(engine.db, async (tx) => {
          const isFree = await release(tx);
          if (isFree) await freeOtherSlots(engine.queue, tx, run.id, inLine);
          return isFree;
        });
  faultPoint("release.committed");
  if (!released && !(await isHeld(engine, run))) throw new LostRun();
  return released;
}

async function isHeld(engine: Engine, run: Run): Promise<boolean> {
  const rows = await engine.db`
    select id from engine.run where id = ${run.id} and fence = ${run.fence} and status = 'running'`;
  return rows.length > 0;
}

async function writeSteps(sql: Sql, run: Run, progress: Progress): Promise<number> {
  const ended = progress.steps.filter(isEnded);
  const rows = progress.steps.map((step) => ({
    id: step.id,
    name: step.label,
    op: step.op,
    state: step.phase,
    race: step.race ?? false,
    attempt: step.attempt ?? 0,
    due: step.dueMs ?? null,
    place: isEnded(step) ? ended.indexOf(step) + 1 : null,
    data: step.data ?? null,
    error: step.error ?? null,
  }));
  const [row] = await sql<{ position: number }[]>`
    with r as (
      update engine.run set position = position + ${ended.length}, attempt = 0, not_before = null,
        discovered = greatest(discovered, ${progress.discovered ?? -1}::int)
      where id = ${run.id} and fence = ${run.fence} and status = 'running' returning id, position),
    s as (
      insert into engine.step as s
        (run_id, id, name, op, state, race, attempt, due_at, position, data, error, created_at, ended_at)
      select r.id, x.id, x.name, x.op, x.state, x.race, x.attempt, to_timestamp(x.due / 1000),
        r.position - ${ended.length} + x.place, x.data, x.error, engine.now(),
        case when x.place is not null then engine.now() end
      from r, json_to_recordset(${JSON.stringify(rows)}::text::json) as x (id text, name text, op text, state text,
        race boolean, attempt integer, due float8, place integer, data text, error text)
      on conflict (run_id, id) do update set state = excluded.state, attempt = excluded.attempt,
        due_at = excluded.due_at, position = excluded.position, data = excluded.data, error = excluded.error,
        ended_at = excluded.ended_at
      where s.position is null)
    select position from r`;
  if (!row) throw new LostRun();
  return row.position;
}

async function writeWatches(tx: Transaction, run: Run, watches: readonly WatchWrite[]): Promise<void> {
  for (const watch of watches) {
    await tx`
      insert into engine.watch (run_id, step_id, event_name, expression, lookup_key, expires_at)
      values (${run.id}, ${watch.stepId}, ${watch.eventName}, ${watch.condition}, ${watch.lookupKey},
        ${new Date(watch.expiresMs)})`;
  }
}

function remember(run: Run, progress: Progress, position: number): boolean {
  const ended = progress.steps.filter(isEnded);
  for (const step of progress.steps) {
    const place = ended.indexOf(step);
    run.steps.set(step.id, {
      id: step.id,
      op: step.op,
      phase: step.phase,
      race: step.race ?? run.steps.get(step.id)?.race ?? false,
      attempt: step.attempt ?? 0,
      dueMs: step.dueMs ?? null,
      position: place === -1 ? null : position - ended.length + place + 1,
      memo:
        place === -1
          ? null
          : memoOf(step.error === undefined ? { data: step.data ?? "null" } : { error: step.error }),
    });
  }
  run.attempt = 0;
  run.notBeforeMs = null;
  run.discovered = Math.max(run.discovered, progress.discovered ?? -1);
  const complete = position === run.position + ended.length;
  if (complete) run.position = position;
  return complete;
}

function isEnded(step: StepWrite): boolean {
  return step.phase === "done" || step.phase === "failed";
}
