import { type Database, type Sql, transaction } from "./database";
import { faultPoint } from "./faults";
import { type Queue, enqueueDueRuns } from "./queue";

/** The engine's time as last read from the database, carried on by this machine's clock. */
export type EngineClock = { nowMs: () => number; read: (databaseNowMs: number) => void };

/**
 * A clock to be set by every reading of the database's. It never runs ahead of the database, so a timer that fired is
 * always seen as due. A test clock only moves forward, so a reading from before a jump is ignored.
 */
export function createClock(testClock: boolean): EngineClock {
  let offsetMs = 0;
  let isSet = false;
  return {
    nowMs: () => Date.now() + offsetMs,
    read: (databaseNowMs) => {
      const read = databaseNowMs - Date.now();
      if (testClock && isSet && read < offsetMs - 1000) return;
      offsetMs = read;
      isSet = true;
    },
  };
}

/** The engine's time in epoch milliseconds, from the database. */
export async function readEngineTime(sql: Sql): Promise<number> {
  const [row] = await sql<{ now: number }[]>`select extract(epoch from engine.now())::float8 * 1000 as now`;
  return row?.now ?? Date.now();
}

/** Moves the engine's clock forward for good and queues every run that is due then. Returns the new time. */
export async function advanceClock(db: Database, queue: Queue, advanceMs: number): Promise<number> {
  faultPoint("clock.before");
  const now = await transaction(db, async (tx) => {
    await tx`update engine.clock set offset_ms = offset_ms + ${advanceMs}`;
    await enqueueDueRuns(queue, tx, 0);
    const time = await readEngineTime(tx);
    faultPoint("clock.uncommitted");
    return time;
  });
  faultPoint("clock.committed");
  return now;
}
