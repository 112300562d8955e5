import { canonicalJson } from "./canonical-json";
import type { Transaction } from "./database";
import type { Engine } from "./engine";
import { expressionValue, indexKey, lookupKey } from "./expression";
import type { FunctionDefinition, Throttle } from "./function-config";
import { enqueueRuns } from "./queue";
import { timeOrderedId } from "./uuid";

export type StoredEvent = { id: string; name: string; data: Record<string, unknown>; ts: number };
export type NewRun = {
  definition: FunctionDefinition;
  event: StoredEvent;
  parent?: { runId: string; stepId: string };
};
/** One concurrency limit that every call of a run counts against. */
export type SlotRule = { key: string; limit: number };

const idempotencyHours = 24;
const mostPrioritySeconds = 600;

/**
 * Starts runs and queues them in the caller's transaction. A function's idempotency key starts one run in 24 hours
 * (an invocation always runs); its throttle decides how early the run may begin.
 */
export async function createRuns(engine: Engine, tx: Transaction, wanted: readonly NewRun[]): Promise<void> {
  const rows: RunRow[] = [];
  for (const run of wanted) {
    if (!run.parent && !(await isFirst(tx, run))) continue;
    const delayMs = await throttleDelayMs(tx, run);
    rows.push(toRow(run, delayMs, engine.clock.nowMs()));
  }
  if (rows.length === 0) return;
  await insertRuns(tx, rows);
  await insertCancelRules(tx, wanted, rows);
  await enqueueRuns(
    engine.queue,
    tx,
    rows.map((row) => ({ runId: row.id, priority: row.priority, delayMs: row.delay_ms })),
  );
}

type RunRow = {
  id: string;
  function_id: string;
  event_id: string;
  event_name: string;
  event: string;
  priority: number;
  delay_ms: number;
  slots: string;
  parent_run: string | null;
  parent_step: string | null;
  source: NewRun;
};

function toRow(run: NewRun, delayMs: number, nowMs: number): RunRow {
  const { definition, event, parent } = run;
  return {
    id: timeOrderedId(nowMs),
    function_id: definition.id,
    event_id: event.id,
    event_name: event.name,
    event: canonicalJson(event),
    priority: priorityOf(definition, event),
    delay_ms: delayMs,
    slots: canonicalJson(slotRules(definition, event)),
    parent_run: parent?.runId ?? null,
    parent_step: parent?.stepId ?? null,
    source: run,
  };
}

async function insertRuns(tx: Transaction, rows: readonly RunRow[]): Promise<void> {
  const json = JSON.stringify(rows.map(({ source: _source, ...row }) => row));
  await tx`
    insert into engine.run (id, function_id, event_id, event_name, event, priority, queued_at, created_at, not_before,
      slots, parent_run, parent_step)
    select id, function_id, event_id, event_name, event, priority, engine.now() - priority * interval '1 second',
      engine.now(), case when delay_ms > 0 then engine.now() + delay_ms * interval '1 millisecond' end,
      slots, parent_run, parent_step
    from json_to_recordset(${json}::text::json) as x (id uuid, function_id text, event_id text, event_name text,
      event text, priority integer, delay_ms float8, slots text, parent_run uuid, parent_step text)`;
}

async function insertCancelRules(
  tx: Transaction,
  wanted: readonly NewRun[],
  rows: readonly RunRow[],
): Promise<void> {
  if (!wanted.some(({ definition }) => definition.cancelOn.length > 0)) return;
  const watches = rows.flatMap((row) =>
    row.source.definition.cancelOn.map(({ event, condition, timeoutMs }) => ({
      run_id: row.id,
      event_name: event,
      expression: condition,
      lookup_key: condition === null ? null : lookupKey(condition, row.source.event),
      timeout_ms: timeoutMs,
    })),
  );
  await tx`
    insert into engine.watch (run_id, event_name, expression, lookup_key, expires_at)
    select run_id, event_name, expression, lookup_key, engine.now() + timeout_ms * interval '1 millisecond'
    from json_to_recordset(${JSON.stringify(watches)}::text::json) as x (run_id uuid, event_name text,
      expression text, lookup_key text, timeout_ms float8)`;
}

async function isFirst(tx: Transaction, { definition, event }: NewRun): Promise<boolean> {
  if (definition.idempotency === null) return true;
  const key = indexKey(canonicalJson(expressionValue(definition.idempotency, { event })));
  const claimed = await tx`
    insert into engine.once as o (function_id, key, expires_at)
    values (${definition.id}, ${key}, engine.now() + ${idempotencyHours} * interval '1 hour')
    on conflict (function_id, key) do update set expires_at = excluded.expires_at where o.expires_at <= engine.now()
    returning key`;
  return claimed.length > 0;
}

/**
 * Spaces starts evenly: `limit` in a period, `burst` of them at once (the generic cell rate algorithm). The place is
 * taken at once, so the order of arrival holds.
 */
async function throttleDelayMs(tx: Transaction, { definition, event }: NewRun): Promise<number> {
  if (!definition.throttle) return 0;
  const { limit, periodMs, burst, key } = definition.throttle satisfies Throttle;
  const value = key === null ? "" : canonicalJson(expressionValue(key, { event }));
  const spacingMs = periodMs / limit;
  const [row] = await tx<{ ahead: number }[]>`
    insert into engine.throttle as t (key, next_at)
    values (${indexKey(`${definition.id}:${value}`)}, engine.now() + ${spacingMs}::float8 * interval '1 millisecond')
    on conflict (key) do update
      set next_at = greatest(t.next_at, engine.now()) + ${spacingMs}::float8 * interval '1 millisecond'
    returning extract(epoch from next_at - engine.now())::float8 * 1000 as ahead`;
  return Math.max(0, (row?.ahead ?? 0) - spacingMs * burst);
}

function priorityOf(definition: FunctionDefinition, event: StoredEvent): number {
  if (definition.priority === null) return 0;
  const value = expressionValue(definition.priority, { event });
  if (typeof value !== "number" || !Number.isFinite(value)) return 0;
  return Math.round(Math.min(mostPrioritySeconds, Math.max(-mostPrioritySeconds, value)));
}

function slotRules(definition: FunctionDefinition, event: StoredEvent): SlotRule[] {
  const rules = new Map<string, number>();
  for (const { limit, key, scope } of definition.concurrency) {
    const value = key === null ? "" : `${key}=${canonicalJson(expressionValue(key, { event }))}`;
    const name = indexKey(scope === "fn" ? `fn:${definition.id}:${value}` : `${scope}:${value}`);
    rules.set(name, Math.min(limit, rules.get(name) ?? limit));
  }
  return [...rules].map(([key, limit]) => ({ key, limit }));
}
