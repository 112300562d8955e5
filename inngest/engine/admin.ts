import { type Database, RawSql, transaction } from "./database";
import { endRun } from "./endings";
import type { Engine } from "./engine";
import { RequestError } from "./event-input";
import { acceptEvents } from "./events";
import { faultPoint } from "./faults";
import { countWakeUps, enqueueRuns } from "./queue";
import { isUuid } from "./uuid";

export type RunSummary = {
  id: string;
  functionId: string;
  eventId: string;
  eventName: string;
  status: string;
  /** What the run does between its beginning and its end. */
  activity: "executing" | "waiting" | "queued" | null;
  createdAt: string;
  startedAt: string | null;
  endedAt: string | null;
  errorName: string | null;
};

export type StepSummary = {
  id: string;
  name: string;
  op: string;
  state: string;
  attempts: number;
  createdAt: string;
  endedAt: string | null;
  dueAt: string | null;
  errorName: string | null;
};

export type RunFilter = {
  status?: string;
  functionId?: string;
  eventName?: string;
  cursor?: string;
  limit: number;
};

const summaryColumns =
  new RawSql(`r.id, r.function_id as "functionId", r.event_id as "eventId", r.event_name as "eventName", r.status,
    case when r.status not in ('queued', 'running') then null
      when r.owner is not null then 'executing'
      when exists (select from engine.step s where s.run_id = r.id and s.position is null) then 'waiting'
      else 'queued' end as activity,
    r.created_at as "createdAt", r.started_at as "startedAt", r.ended_at as "endedAt",
    r.error::json ->> 'name' as "errorName"`);
const statuses = ["queued", "running", "completed", "failed", "cancelled"];

/** A page of runs, newest first, without their data. `next` is the cursor of the following page. */
export async function listRuns(
  db: Database,
  filter: RunFilter,
): Promise<{ runs: RunSummary[]; next: string | null }> {
  if (filter.status !== undefined && !statuses.includes(filter.status)) {
    throw new RequestError(400, `"status" must be one of ${statuses.join(", ")}.`);
  }
  if (filter.cursor !== undefined && !isUuid(filter.cursor))
    throw new RequestError(400, '"cursor" is not a cursor.');
  const rows = await db<RunSummary[]>`
    select ${summaryColumns} from engine.run r
    where (${filter.status ?? null}::text is null or r.status = ${filter.status ?? null})
      and (${filter.functionId ?? null}::text is null or r.function_id = ${filter.functionId ?? null})
      and (${filter.eventName ?? null}::text is null or r.event_name = ${filter.eventName ?? null})
      and (${filter.cursor ?? null}::uuid is null or (r.created_at, r.id) <
        (select c.created_at, c.id from engine.run c where c.id = ${filter.cursor ?? null}::uuid))
    order by r.created_at desc, r.id desc limit ${filter.limit + 1}`;
  const runs = rows.slice(0, filter.limit);
  return { runs, next: rows.length > filter.limit ? (runs.at(-1)?.id ?? null) : null };
}

/** One run with its steps in the order they were found. Throws a RequestError when there is none. */
export async function getRun(db: Database, id: string): Promise<RunSummary & { steps: StepSummary[] }> {
  const [run] = isUuid(id)
    ? await db<RunSummary[]>`select ${summaryColumns} from engine.run r where r.id = ${id}`
    : [];
  if (!run) throw new RequestError(404, "There is no such run.");
  const steps = await db<StepSummary[]>`
    select id, name, op, state, attempt + (state in ('done', 'failed') and op = 'StepRun')::int as attempts,
      created_at as "createdAt", ended_at as "endedAt", due_at as "dueAt",
      error::json ->> 'name' as "errorName"
    from engine.step where run_id = ${id} order by created_at, coalesce(position, 1000000000), id`;
  return { ...run, steps: [...steps] };
}

/** Cancels a run; its failure handler does not run. Throws a RequestError when it has ended or does not exist. */
export async function cancelRun(engine: Engine, id: string): Promise<void> {
  await requireRun(engine.db, id);
  faultPoint("cancel.before");
  const cancelled = await transaction(engine.db, async (tx) => {
    const following = await endRun(engine, tx, { runId: id }, { status: "cancelled" });
    if (following) await acceptEvents(engine, tx, following);
    faultPoint("cancel.uncommitted");
    return following !== null;
  });
  faultPoint("cancel.committed");
  if (!cancelled) throw new RequestError(409, "The run has ended already.");
}

/**
 * Lets a failed run go on: what its steps have stored stays, steps that failed are tried again. Throws a RequestError
 * when the run has not failed or does not exist.
 */
export async function retryRun(engine: Engine, id: string): Promise<void> {
  await requireRun(engine.db, id);
  const retried = await transaction(engine.db, async (tx) => {
    const [run] = await tx<{ priority: number }[]>`
      update engine.run set status = 'queued', attempt = 0, not_before = null, discovered = -1, error = null,
        ended_at = null, owner = null, fence = fence + 1
      where id = ${id} and status = 'failed' returning priority`;
    if (!run) return false;
    // Open and failed steps are found again by the next call, with their attempts counted from the start.
    await tx`delete from engine.step where run_id = ${id} and state <> 'done'`;
    await enqueueRuns(engine.queue, tx, [{ runId: id, priority: run.priority, delayMs: 0 }]);
    return true;
  });
  if (!retried) throw new RequestError(409, "Only a failed run can be retried.");
}

/** Counts for the overview. */
export async function getStatus(engine: Engine): Promise<Record<string, unknown>> {
  const rows = await engine.db<{ status: string; count: number }[]>`
    select status, count(*)::int as count from engine.run group by status`;
  const [instances] = await engine.db<
    { count: number }[]
  >`select count(*)::int as count from engine.instance`;
  return {
    runs: Object.fromEntries(
      statuses.map((status) => [status, rows.find((row) => row.status === status)?.count ?? 0]),
    ),
    wakeUps: await countWakeUps(engine.db),
    engines: instances?.count ?? 0,
    functions: engine.registry.active().length,
    engineTime: new Date(engine.clock.nowMs()).toISOString(),
  };
}

async function requireRun(db: Database, id: string): Promise<void> {
  const rows = isUuid(id) ? await db`select id from engine.run where id = ${id}` : [];
  if (rows.length === 0) throw new RequestError(404, "There is no such run.");
}
