import type { Database, Sql, Transaction } from "./database";

/** A wake-up for one run: whoever takes it looks at what is due. A run may have several; the extra ones find nothing. */
export type WakeUp = { runId: string; priority: number; delayMs: number };

export type Queue = Database["boss"];

const queueName = "runs";
// A wake-up is deleted when it is taken; this only has to outlast the longest time that no engine runs.
const retentionSeconds = 400 * 86_400;

/** Makes the queue known to pg-boss. */
export async function openQueue(db: Database): Promise<Queue> {
  await db.boss.createQueue(queueName, { retentionSeconds });
  // Reads the queue's settings once, so that no transaction needs a second connection for that.
  await db.boss.insert(queueName, []);
  return db.boss;
}

/** Queues wake-ups in the caller's transaction. */
export async function enqueueRuns(queue: Queue, tx: Transaction, wakeUps: readonly WakeUp[]): Promise<void> {
  if (wakeUps.length === 0) return;
  const jobs = wakeUps.map(({ runId, priority, delayMs }) => ({
    data: { runId },
    priority,
    startAfter: (Math.max(0, Math.ceil(delayMs)) / 1000).toFixed(3),
  }));
  await queue.insert(queueName, jobs, { db: tx.boss });
}

/**
 * Takes up to `limit` wake-ups off the queue in the caller's transaction. If that never commits they are in the queue
 * as before, at once: no job is ever left half taken.
 */
export async function takeWakeUps(queue: Queue, tx: Transaction, limit: number): Promise<string[]> {
  const db = tx.boss;
  const jobs = await queue.fetch<{ runId: string }>(queueName, { batchSize: limit, db });
  if (jobs.length === 0) return [];
  await queue.deleteJob(
    queueName,
    jobs.map((job) => job.id),
    { db },
  );
  return [...new Set(jobs.map((job) => job.data.runId))];
}

/**
 * Queues a wake-up for every run that has had something due for longer than `graceMs` and that nobody drives (at 0: for
 * every run). The clock uses it when it jumps, the keeper as a net under the queue: the tables alone are the truth.
 */
export async function enqueueDueRuns(queue: Queue, tx: Transaction, graceMs: number): Promise<number> {
  const rows = await tx<{ id: string; priority: number }[]>`
    with moment as (select engine.now() - ${graceMs} * interval '1 millisecond' as latest)
    select r.id, r.priority from engine.run r, moment
    where (r.owner is null or ${graceMs} = 0) and r.status in ('queued', 'running')
      and (exists (select from engine.step s
          where s.run_id = r.id and s.position is null and s.due_at <= moment.latest)
        or (not exists (select from engine.slot l where l.run_id = r.id and not l.held)
          and ((r.discovered < r.position and coalesce(r.not_before, r.created_at) <= moment.latest)
            or exists (select from engine.step s where s.run_id = r.id and s.position is null
              and s.state = 'planned' and s.due_at is null and s.created_at <= moment.latest))))`;
  await enqueueRuns(
    queue,
    tx,
    rows.map((row) => ({ runId: row.id, priority: row.priority, delayMs: 0 })),
  );
  return rows.length;
}

/** The first time after `afterMs` at which a cron expression fires in its time zone; throws when it is not one. */
export function nextCronTime(queue: Queue, expression: string, timeZone: string, afterMs: number): number {
  const [next] = queue.previewSchedule(expression, { tz: timeZone, from: new Date(afterMs), count: 1 });
  if (!next) throw new Error(`The schedule "${expression}" never fires.`);
  return next.getTime();
}

/** How many wake-ups are in the queue, due and later. */
export async function countWakeUps(sql: Sql): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from engine_queue.job where name = ${queueName} and state < 'active'`;
  return row?.count ?? 0;
}
