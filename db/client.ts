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
  sendOneByOne(client);
  const db = drizzle(client, { schema, casing: "snake_case" });
  return { db, close: () => client.end({ timeout: 5 }) };
}

type Unsafe = (query: string, parameters?: unknown[], options?: object) => unknown;

/**
 * Lets a connection wait for the answer to each statement before it sends the next. The driver sends on after a
 * statement without parameters, and asks what the parameters of the next are before it sends them. Outside a
 * transaction PgBouncer takes the server away between the two, and both wait for each other without end.
 */
function sendOneByOne(client: { unsafe: unknown }): void {
  const unsafe = client.unsafe as Unsafe;
  // What the driver calls after sending; only where it answers true the connection takes another statement at once.
  const oneByOne = { onexecute: () => false };
  client.unsafe = (query: string, parameters: unknown[] = [], options: object = {}) =>
    unsafe(query, parameters, { ...oneByOne, ...options });
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
