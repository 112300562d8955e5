import { setTimeout as delay } from "node:timers/promises";
import type { Db as BossDb } from "pg-boss";
import postgres from "postgres";

export type Database = postgres.Sql;
export type Transaction = postgres.TransactionSql;
/** The pool, or a transaction on it. */
export type Sql = Database | Transaction;

const applicationName = "lotse-engine";
const deadlock = "40P01";
const serializationFailure = "40001";

/**
 * Opens the one pool the engine uses. No prepared statements and no session state, so that PgBouncer in transaction
 * mode is fine.
 */
export function openDatabase(url: string, connections: number): Database {
  const json = (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value));
  return postgres(url, {
    max: connections,
    prepare: false,
    connect_timeout: 10,
    onnotice: () => {},
    connection: { application_name: applicationName },
    // pg-boss hands over JSON as text already.
    types: {
      json: { to: 114, from: [114, 3802], serialize: json, parse: (text: string) => JSON.parse(text) },
    },
  }) as unknown as Database;
}

/** Runs `work` in one transaction, and again when Postgres breaks a deadlock by aborting it. */
export async function transaction<T>(
  db: Database,
  work: (tx: Transaction) => Promise<T>,
  triesLeft = 6,
): Promise<T> {
  try {
    return (await db.begin(work)) as T;
  } catch (error) {
    const code = (error as { code?: string }).code;
    if (triesLeft <= 1 || (code !== deadlock && code !== serializationFailure)) throw error;
    await delay(Math.random() * 30);
    return transaction(db, work, triesLeft - 1);
  }
}

/** What pg-boss needs to run its statements inside this transaction. */
export function bossTransaction(tx: Transaction): BossDb {
  return { executeSql: async (text, values) => rowsOf(await tx.unsafe(text, values as never[])) };
}

/** What pg-boss needs to run its statements on the pool, its migrations (scripts with BEGIN and COMMIT) among them. */
export function bossDatabase(db: Database): BossDb {
  return {
    executeSql: async (text, values) =>
      values ? rowsOf(await db.unsafe(text, values as never[])) : rowsOf(await runScript(db, text)),
  };
}

async function runScript(db: Database, text: string): Promise<unknown[]> {
  const connection = await db.reserve();
  try {
    return await connection.unsafe(text);
  } catch (error) {
    await connection.unsafe("rollback").catch(() => {});
    throw error;
  } finally {
    connection.release();
  }
}

function rowsOf(result: unknown[]): { rows: unknown[] } {
  const several = result.length > 0 && result.every((item) => Array.isArray(item));
  return { rows: several ? result.flat() : [...result] };
}
