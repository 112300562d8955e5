import { spawn } from "node:child_process";
import { findPgbouncer, startPooledServer } from "./pgbouncer";

/**
 * `tsx scripts/with-pgbouncer.ts COMMAND ...` runs a command with the addresses of a temporary PostgreSQL
 * (TEST_DATABASE_URL) and of PgBouncer in front of it (TEST_POOLER_URL).
 */
const [command, ...args] = process.argv.slice(2);
const pgbouncer = findPgbouncer();
if (!command || !pgbouncer) {
  console.error(
    command ? "PgBouncer is not installed (apt-get install pgbouncer)." : "Which command shall run?",
  );
  process.exit(1);
}
const { directUrl, pooledUrl, stop } = await startPooledServer(pgbouncer);
const env = { ...process.env, TEST_DATABASE_URL: directUrl, TEST_POOLER_URL: pooledUrl };
const child = spawn(command, args, { env, stdio: "inherit" });
const code = await new Promise<number | null>((resolve) => {
  child.on("error", () => resolve(127));
  child.on("close", resolve);
});
await stop();
process.exit(code ?? 1);
