import { transaction } from "./database";
import type { Engine } from "./engine";
import { faultPoint } from "./faults";
import { log } from "./log";
import { enqueueDueRuns, nextCronTime } from "./queue";
import { readEngineTime } from "./clock";
import { createRuns } from "./runs";
import { wakeHeadsOfLines } from "./slots";

const sweepGraceMs = 60_000;
const deletedAtOnce = 5_000;

/**
 * Starts the runs whose schedule is due, each occurrence once however many engines there are. Occurrences that were
 * missed while no engine ran start one run together.
 */
export async function fireCrons(engine: Engine): Promise<number> {
  const [due] = await engine.db`select 1 from engine.cron where next_at <= engine.now() limit 1`;
  if (!due) return 0;
  faultPoint("cron.before");
  const fired = await transaction(engine.db, async (tx) => {
    const rows = await tx<{ function_id: string; expression: string; next_at: Date }[]>`
      select function_id, expression, next_at from engine.cron where next_at <= engine.now()
      order by function_id, expression for update skip locked`;
    const now = await readEngineTime(tx);
    for (const row of rows) {
      const definition = engine.registry.find(row.function_id);
      const cron = definition?.crons.find(({ source }) => source === row.expression);
      if (!definition || !cron) continue;
      const event = {
        id: `cron:${row.function_id}:${row.expression}:${row.next_at.toISOString()}`,
        name: "inngest/scheduled.timer",
        data: { cron: row.expression },
        ts: row.next_at.getTime(),
      };
      await createRuns(engine, tx, [{ definition, event }]);
      const next = nextCronTime(engine.queue, cron.schedule, cron.timeZone, now);
      await tx`
        update engine.cron set next_at = ${new Date(next)}
        where function_id = ${row.function_id} and expression = ${row.expression}`;
    }
    faultPoint("cron.uncommitted");
    return rows.length;
  });
  faultPoint("cron.committed");
  if (fired > 0) engine.nudge();
  return fired;
}

/** Queues again what has been due for a minute without a wake-up: only after someone emptied the queue by hand. */
export async function sweepForgotten(engine: Engine): Promise<void> {
  const found = await transaction(engine.db, async (tx) => {
    await wakeHeadsOfLines(engine.queue, tx);
    return enqueueDueRuns(engine.queue, tx, sweepGraceMs);
  });
  if (found > 0) log("warn", "runs were due without a wake-up", { runs: found });
}

/** Deletes ended runs, events and keys that are older than the retention, batch after batch. */
export async function deleteExpired(engine: Engine): Promise<void> {
  while ((await deleteBatch(engine)) >= deletedAtOnce && !engine.stopping);
  await engine.db`delete from engine.once where expires_at < engine.now()`;
  await engine.db`delete from engine.throttle where next_at < engine.now() - interval '1 day'`;
}

async function deleteBatch(engine: Engine): Promise<number> {
  const days = engine.settings.retentionDays;
  const runs = await engine.db`
    delete from engine.run where id in (
      select id from engine.run where status in ('completed', 'failed', 'cancelled')
        and ended_at < engine.now() - ${days} * interval '1 day' limit ${deletedAtOnce}) returning 1 as one`;
  const events = await engine.db`
    delete from engine.event where id in (
      select id from engine.event where received_at < engine.now() - ${days} * interval '1 day' limit ${deletedAtOnce}) returning 1 as one`;
  return runs.length + events.length;
}
