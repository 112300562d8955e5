import { setTimeout as delay } from "node:timers/promises";
import { type Db as BossDb, PgBoss } from "pg-boss";
import { errorFields, log } from "./log";

/** Runs a statement: `sql<Row[]>\`select … ${value}\`` resolves to its rows. Values are always parameters. */
export type Sql = {
  <T extends readonly object[] = Record<string, unknown>[]>(
    parts: TemplateStringsArray,
    ...values: unknown[]
  ): Promise<T>;
  /** Runs a script of several statements without parameters. */
  script: (text: string) => Promise<void>;
};
/** The pool. */
export type Database = Sql & { boss: PgBoss };
/** One transaction; `boss` lets pg-boss take part in it. */
export type Transaction = Sql & { boss: BossDb };

/** Text that becomes part of a statement as it is. Never build it from input. */
export class RawSql {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

const applicationName = "lotse-engine";
const queueSchema = "engine_queue";
const deadlock = "40P01";
const serializationFailure = "40001";

/**
 * Starts pg-boss and shares its pool, so that queue and tables change in one transaction. The pool is node-postgres:
 * it survives cut connections, which postgres.js 3.4 does not (its issues 1066 and 1208). Nothing needs a session, so
 * PgBouncer in transaction mode is fine.
 */
export async function openDatabase(url: string, connections: number): Promise<Database> {
  const boss = new PgBoss({
    connectionString: url,
    application_name: applicationName,
    max: connections,
    schema: queueSchema,
    schedule: false,
    registerInstance: false,
    openTelemetry: { enabled: false },
  });
  boss.on("error", (error) => log("error", "the queue or the pool reports an error", errorFields(error)));
  await boss.start();
  return Object.assign(createSql(boss.getDb()), { boss });
}

/** Closes the pool and stops pg-boss's own upkeep; nothing is lost. */
export async function closeDatabase(db: Database): Promise<void> {
  await db.boss.stop({ graceful: false });
}

/** Runs `work` in one transaction, and again when Postgres breaks a deadlock by aborting it. */
export async function transaction<T>(
  db: Database,
  work: (tx: Transaction) => Promise<T>,
  triesLeft = 6,
): Promise<T> {
  try {
    return await runOnce(db, work);
  } catch (error) {
    const code = (error as { code?: string }).code;
    if (triesLeft <= 1 || (code !== deadlock && code !== serializationFailure)) throw error;
    await delay(Math.random() * 30);
    return transaction(db, work, triesLeft - 1);
  }
}

async function runOnce<T>(db: Database, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const handle = await db.boss.getDb().beginTransaction?.();
  if (!handle) throw new Error("This pg-boss cannot open transactions.");
  try {
    const result = await work(Object.assign(createSql(handle.db), { boss: handle.db }));
    await handle.commit();
    return result;
  } catch (error) {
    await handle.rollback();
    throw error;
  }
}

function createSql(executor: BossDb): Sql {
  const run = async (parts: TemplateStringsArray, ...values: unknown[]) => {
    const parameters: unknown[] = [];
    let text = parts[0] ?? "";
    for (const [place, value] of values.entries()) {
      text += value instanceof RawSql ? value.text : `$${parameters.push(value ?? null)}`;
      text += parts[place + 1] ?? "";
    }
    return (await executor.executeSql(text, parameters)).rows as never;
  };
  return Object.assign(run, { script: async (text: string) => void (await executor.executeSql(text)) });
}
