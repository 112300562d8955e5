import postgres from "postgres";
import { migrateDatabase } from "@/db/migrate";
import { freePort } from "@/scripts/free-port";
import { startPostgres } from "@/scripts/postgres";
import { keepRunning } from "./keep-running";
import { Problem } from "./problem";

/** Starts the database of this machine and keeps it running on one port. Returns its address. */
export async function startOwnDatabase(directory: string, giveUp: (error: Error) => void): Promise<string> {
  const port = await freePort();
  let url = "";
  const start = async () => {
    const server = await startPostgres({ directory, port });
    url = server.url;
    return server.process;
  };
  await keepRunning({ name: "database", start, giveUp });
  return url;
}

/** Throws a Problem when the given database does not answer; never prints its address, which holds a password. */
export async function checkGivenDatabase(url: string): Promise<void> {
  const client = postgres(url, { max: 1, prepare: false, connect_timeout: 10, onnotice: () => {} });
  try {
    await client`select 1`;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new Problem(`The database in DATABASE_URL does not answer: ${code ?? ""} ${message}`.trim());
  } finally {
    await client.end({ timeout: 1 });
  }
}

/** Applies what is missing; returns how many migrations that were. */
export async function migrate(url: string): Promise<number> {
  const before = await appliedCount(url);
  await migrateDatabase(url);
  return (await appliedCount(url)) - before;
}

async function appliedCount(url: string): Promise<number> {
  const client = postgres(url, { max: 1, prepare: false, onnotice: () => {} });
  try {
    const [table] = await client`select to_regclass('drizzle.__drizzle_migrations') as name`;
    if (!table?.name) return 0;
    const [row] = await client`select count(*)::int as count from drizzle.__drizzle_migrations`;
    return row!.count as number;
  } finally {
    await client.end({ timeout: 1 });
  }
}
