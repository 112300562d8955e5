import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import { type Database, type Transaction, transaction } from "./database";
import type { Engine } from "./engine";
import { faultPoint } from "./faults";
import { enqueueRuns } from "./queue";
import { freeOtherSlots } from "./slots";

/** Registers this engine as alive and returns its id. */
export async function registerInstance(db: Database): Promise<string> {
  const id = randomUUID();
  await db`insert into engine.instance (id, host, pid) values (${id}, ${hostname()}, ${process.pid})`;
  faultPoint("instance.registered");
  return id;
}

/** Says that this engine is alive. False when others have given it up: its runs are theirs then. */
export async function beat(db: Database, instanceId: string): Promise<boolean> {
  const rows = await db`update engine.instance set seen_at = now() where id = ${instanceId} returning id`;
  return rows.length > 0;
}

/**
 * Hands the runs of engines that have not been seen for the length of the lease back to the queue, all or nothing.
 * Their writes do not count from then on. Returns how many runs there were.
 */
export async function reapDeadInstances(engine: Engine, instanceId: string): Promise<number> {
  const { db, settings } = engine;
  const [dead] = await db`
    select 1 from engine.instance
    where id <> ${instanceId} and seen_at < now() - ${settings.leaseMs} * interval '1 millisecond'
    union all
    select 1 from engine.run where owner is not null and owner not in (select id from engine.instance) limit 1`;
  if (!dead) return 0;
  faultPoint("reap.before");
  const count = await transaction(db, async (tx) => {
    await tx`
      delete from engine.instance
      where id <> ${instanceId} and seen_at < now() - ${settings.leaseMs} * interval '1 millisecond'`;
    const runs = await tx<{ id: string }[]>`
      select id from engine.run where owner is not null and owner not in (select id from engine.instance)
      order by id for update`;
    await handBack(
      engine,
      tx,
      runs.map((run) => run.id),
    );
    faultPoint("reap.uncommitted");
    return runs.length;
  });
  faultPoint("reap.committed");
  return count;
}

/** Hands all runs of this engine back to the queue and takes it off the list: the end of an orderly stop. */
export async function retireInstance(engine: Engine, instanceId: string): Promise<number> {
  return transaction(engine.db, async (tx) => {
    const runs = await tx<{ id: string }[]>`
      select id from engine.run where owner = ${instanceId} order by id for update`;
    await handBack(
      engine,
      tx,
      runs.map((run) => run.id),
    );
    await tx`delete from engine.instance where id = ${instanceId}`;
    return runs.length;
  });
}

/** Hands single runs of this engine back to the queue, if they are still its own. */
export async function handBackRuns(
  engine: Engine,
  instanceId: string,
  ids: string[],
  delayMs: number,
): Promise<void> {
  await transaction(engine.db, async (tx) => {
    const runs = await tx<{ id: string }[]>`
      select id from engine.run where owner = ${instanceId} and id = any(${ids}) order by id for update`;
    await handBack(
      engine,
      tx,
      runs.map((run) => run.id),
      delayMs,
    );
  });
}

async function handBack(engine: Engine, tx: Transaction, ids: string[], delayMs = 0): Promise<void> {
  if (ids.length === 0) return;
  const rows = await tx<{ id: string; priority: number; slots: string }[]>`
    update engine.run set owner = null, fence = fence + 1 where id = any(${ids}) returning id, priority, slots`;
  for (const row of rows) if (row.slots !== "[]") await freeOtherSlots(engine.queue, tx, row.id, []);
  await enqueueRuns(
    engine.queue,
    tx,
    rows.map((row) => ({ runId: row.id, priority: row.priority, delayMs })),
  );
}
