import { type Database, type Sql, type Transaction, transaction } from "./database";
import { faultPoint } from "./faults";
import { type Queue, enqueueRuns } from "./queue";
import type { SlotRule } from "./runs";

export type SlotCall = { runId: string; callId: string; rules: readonly SlotRule[] };

/**
 * Takes a place under every concurrency limit of the call, or leaves it in line and returns false; it is woken when its
 * turn comes. The line is ordered by the run's own place (older first, shifted by priority).
 */
export async function acquireSlots(db: Database, call: SlotCall): Promise<boolean> {
  faultPoint("slot.before");
  const acquired = await transaction(db, async (tx) => {
    const rules = [...call.rules].sort((a, b) => (a.key < b.key ? -1 : 1));
    for (const { key } of rules) await lockKey(tx, key);
    for (const { key, limit } of rules) {
      await tx`
        insert into engine.slot (key, run_id, call_id, most, queued_at)
        select ${key}, id, ${call.callId}, ${limit}, queued_at from engine.run where id = ${call.runId}
        on conflict (key, run_id, call_id) do update set most = excluded.most`;
    }
    for (const { key, limit } of rules) if (!(await isNext(tx, key, limit, call))) return false;
    await tx`update engine.slot set held = true where run_id = ${call.runId} and call_id = ${call.callId}`;
    faultPoint("slot.uncommitted");
    return true;
  });
  faultPoint("slot.committed");
  return acquired;
}

/** Gives the places of one call back and wakes who is next. */
export async function freeSlots(queue: Queue, tx: Transaction, runId: string, callId: string): Promise<void> {
  const rows = await tx<{ key: string }[]>`
    select key from engine.slot where run_id = ${runId} and call_id = ${callId} order by key`;
  const keys = rows.map((row) => row.key);
  for (const key of keys) await lockKey(tx, key);
  await tx`delete from engine.slot where run_id = ${runId} and call_id = ${callId}`;
  for (const key of keys) await wakeNext(queue, tx, key);
}

/** Gives back every place, held or in line, that a run has beside those in line for `kept` calls. */
export async function freeOtherSlots(
  queue: Queue,
  tx: Transaction,
  runId: string,
  kept: string[],
): Promise<void> {
  const rows = await tx<{ key: string }[]>`
    select distinct key from engine.slot where run_id = ${runId} and call_id <> all(${kept}) order by key`;
  const keys = rows.map((row) => row.key);
  for (const key of keys) await lockKey(tx, key);
  await tx`delete from engine.slot where run_id = ${runId} and call_id <> all(${kept})`;
  for (const key of keys) await wakeNext(queue, tx, key);
}

/** Whether a call that is in line for one of the run's limits goes before this run. */
export async function someoneIsAhead(sql: Sql, runId: string): Promise<boolean> {
  const [row] = await sql<{ ahead: boolean }[]>`
    select exists (
      select from engine.slot mine join engine.slot other on other.key = mine.key and not other.held
      where mine.run_id = ${runId} and mine.held and other.run_id <> mine.run_id
        and (other.queued_at, other.run_id) < (mine.queued_at, mine.run_id)) as ahead`;
  return row?.ahead ?? false;
}

/** Wakes the first in each line: a net under the queue, in case a wake-up was deleted there by hand. */
export async function wakeHeadsOfLines(queue: Queue, tx: Transaction): Promise<void> {
  const rows = await tx<{ run_id: string; priority: number }[]>`
    select distinct on (s.key) s.run_id, r.priority from engine.slot s join engine.run r on r.id = s.run_id
    where not s.held and r.owner is null order by s.key, s.queued_at, s.run_id, s.call_id`;
  await enqueueRuns(
    queue,
    tx,
    rows.map((row) => ({ runId: row.run_id, priority: row.priority, delayMs: 0 })),
  );
}

async function lockKey(tx: Transaction, key: string): Promise<void> {
  await tx`select pg_advisory_xact_lock(hashtextextended(${key}, 1))`;
}

async function isNext(tx: Transaction, key: string, limit: number, call: SlotCall): Promise<boolean> {
  const [row] = await tx<{ held: number; ahead: number }[]>`
    with mine as (
      select queued_at, run_id, call_id from engine.slot
      where key = ${key} and run_id = ${call.runId} and call_id = ${call.callId})
    select
      (select count(*)::int from engine.slot s where s.key = ${key} and s.held
        and (s.run_id, s.call_id) <> (select run_id, call_id from mine)) as held,
      (select count(*)::int from (
        select 1 from engine.slot s where s.key = ${key} and not s.held and s.run_id <> ${call.runId}
          and (s.queued_at, s.run_id, s.call_id) < (select queued_at, run_id, call_id from mine)
        limit ${limit}) line) as ahead`;
  return row !== undefined && row.held + row.ahead < limit;
}

async function wakeNext(queue: Queue, tx: Transaction, key: string): Promise<void> {
  const rows = await tx<{ run_id: string; priority: number }[]>`
    with free as (
      select (select most from engine.slot where key = ${key} and not held
          order by queued_at, run_id, call_id limit 1)
        - (select count(*)::int from engine.slot where key = ${key} and held) as places)
    select s.run_id, r.priority from engine.slot s join engine.run r on r.id = s.run_id
    where s.key = ${key} and not s.held
    order by s.queued_at, s.run_id, s.call_id
    limit greatest(0, coalesce((select places from free), 0))`;
  const runs = new Map(rows.map((row) => [row.run_id, row.priority]));
  await enqueueRuns(
    queue,
    tx,
    [...runs].map(([runId, priority]) => ({ runId, priority, delayMs: 0 })),
  );
}
