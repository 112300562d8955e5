import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { freePort } from "./free-port";
import { type RunningPostgres, startPostgres } from "./postgres";
import { serverUser } from "./postgres/server-user";
import { untilAnswers } from "./postgres/until-answers";
import { bareEnvironment } from "./processes/bare-environment";
import { type Launched, launch } from "./processes/launch";

export type PooledServer = { directUrl: string; pooledUrl: string; stop: () => Promise<void> };

/** The PgBouncer of this machine, or undefined. Debian puts it where only root looks for programs. */
export function findPgbouncer(): string | undefined {
  const directories = [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin", "/usr/local/sbin"];
  return directories.map((directory) => join(directory, "pgbouncer")).find((file) => existsSync(file));
}

/** Starts a temporary PostgreSQL and PgBouncer in front of it, in transaction mode as in production. */
export async function startPooledServer(pgbouncer: string): Promise<PooledServer> {
  const postgres = await startPostgres({ temporary: true });
  const directory = mkdtempSync(join(tmpdir(), "lotse-pgbouncer-"));
  const port = await freePort();
  const pooler = await run(pgbouncer, directory, settings(postgres, port));
  const pooledUrl = `postgres://lotse@127.0.0.1:${port}/postgres`;
  const stop = async () => {
    await pooler.stop();
    await postgres.stop();
    rmSync(directory, { recursive: true, force: true });
  };
  try {
    await untilAnswers(pooledUrl, pooler);
  } catch (error) {
    await stop();
    throw new Error(`PgBouncer did not start: ${(error as Error).message}`);
  }
  return { directUrl: postgres.url, pooledUrl, stop };
}

function settings(postgres: RunningPostgres, port: number): string {
  const { username, password } = new URL(postgres.url);
  return [
    "[databases]",
    `* = host=127.0.0.1 port=${postgres.port} user=${username} password=${password}`,
    "[pgbouncer]",
    "listen_addr = 127.0.0.1",
    `listen_port = ${port}`,
    "unix_socket_dir =",
    // It stands in front of a throw-away server on this machine only.
    "auth_type = any",
    "pool_mode = transaction",
    "default_pool_size = 20",
    "max_client_conn = 500",
    "",
  ].join("\n");
}

/** PgBouncer refuses to run as root, as PostgreSQL does: it gets the same user. */
async function run(program: string, directory: string, configuration: string): Promise<Launched> {
  const user = serverUser("");
  const file = join(directory, "pgbouncer.ini");
  writeFileSync(file, configuration, { mode: 0o600 });
  if (user) {
    chmodSync(directory, 0o711);
    chownSync(file, user.uid, user.gid);
  }
  const logFile = openSync(join(directory, "log"), "w", 0o600);
  try {
    const env = bareEnvironment({ LC_ALL: "C" });
    return await launch({
      command: program,
      args: [file],
      cwd: "/",
      env,
      user,
      logFile,
      stopSignal: "SIGINT",
    });
  } finally {
    closeSync(logFile);
  }
}
