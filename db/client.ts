import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { env } from "@/lib/env";
import * as schema from "./schema";

/**
 * Opens a pool. Statements are not prepared by name, because PgBouncer in transaction mode hands each
 * transaction to another server connection.
 */
export function connect(url: string, poolSize: number) {
  const client = postgres(url, { max: poolSize, prepare: false, onnotice: () => {}, idle_timeout: 60 });
  const db = drizzle(client, { schema, casing: "snake_case" });
  return { db, close: () => client.end({ timeout: 5 }) };
}

export type Database = ReturnType<typeof connect>["db"];
export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];
/** A pool or a transaction that is already open. */
export type Connection = Database | Transaction;

const shared = globalThis as { lotseDatabase?: ReturnType<typeof connect> };

/** The one pool of this process. */
export function database(): Database {
  shared.lotseDatabase ??= connect(env().DATABASE_URL, env().DATABASE_POOL_SIZE);
  return shared.lotseDatabase.db;
}

/** Closes the pool of this process, for programs that end. */
export async function closeDatabase(): Promise<void> {
  await shared.lotseDatabase?.close();
  delete shared.lotseDatabase;
}
