import { mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { closeDatabase } from "@/db/client";
import { migrateDatabase } from "@/db/migrate";
import { advanceClock } from "@/lib/core/clock";
import { freePort } from "@/scripts/free-port";
import { startPostgres } from "@/scripts/postgres";
import { type Launched, launch } from "@/scripts/processes/launch";
import { newKeys } from "@/scripts/start/keys";
import { build, needsBuild } from "@/scripts/start/build";
import { type Service, startService } from "@/scripts/start/service";
import { engineService, webService } from "@/scripts/start/services";
import { type Dovecot, findDovecot, startDovecot } from "@/tests/support/dovecot";

/** Something that can be ended without warning and started again. */
export type Program = { name: string; kill: () => Promise<void>; start: () => Promise<void> };

export type Programs = {
  programs: Program[];
  webUrl: string;
  /** The mailbox of the service; undefined where it was asked to be left out. */
  mailbox: Dovecot | undefined;
  /** One line of JSON per mail that the mail server took: `{"to","text"}`. */
  mailLog: string;
  /** Moves the clocks of engine, web server and this process. */
  advance: (ms: number) => Promise<void>;
  stop: () => Promise<void>;
};

export type ProgramOptions = {
  /** The production build as `npm start` starts it, or the small program that stands in for it. */
  web: "server" | "stand-in";
  /** Without it no letter comes in. */
  withMailbox: boolean;
};

/**
 * Starts everything that outreach runs on, each as a process of its own: engine, web server with workflows and relay,
 * mail server, mailbox, and a fresh database. All on free ports of this machine; `stop` removes it all. Throws one
 * sentence when the mailbox is wanted and Dovecot is not installed.
 */
export async function startPrograms({ web, withMailbox }: ProgramOptions): Promise<Programs> {
  const dovecot = findDovecot();
  if (withMailbox && !dovecot)
    throw new Error("Dovecot with IMAP is not installed: install it, or leave mail-in out on purpose.");
  const directory = mkdtempSync(join(tmpdir(), "lotse-chaos-"));
  if (web === "server" && needsBuild()) await build(join(directory, "build.log"));
  const postgres = await startPostgres({ temporary: true });
  const mailLog = join(directory, "mails.jsonl");
  writeFileSync(mailLog, "");
  const [webPort, enginePort, mailPort] = [await freePort(), await freePort(), await freePort()];
  const mailbox = withMailbox && dovecot ? await startDovecot(dovecot) : undefined;
  const webUrl = `http://127.0.0.1:${webPort}`;
  setEnvironment({ databaseUrl: postgres.url, webUrl, enginePort, mailPort, mailbox });
  await migrateDatabase(postgres.url);
  const clock = clockIn(directory);
  const webServer = restartable("web server", () =>
    startService(serviceOf(web, { port: webPort, webUrl, clock: clock.file, logs: directory })),
  );
  const mailServer = restartable("mail server", () => startMailServer(mailLog, mailPort));
  const engine = restartable("engine", () =>
    startService(
      engineService({
        port: enginePort,
        webUrl,
        databaseUrl: postgres.url,
        env: process.env,
        logs: directory,
      }),
    ),
  );
  for (const program of [mailServer, webServer, engine]) await program.start();
  const advance = async (ms: number) => {
    advanceClock(ms);
    clock.advance(ms);
    await moveEngine(enginePort, ms);
  };
  const stop = async () => {
    for (const program of [engine, webServer, mailServer]) await program.end();
    await mailbox?.stop();
    await closeDatabase();
    await postgres.stop();
    rmSync(directory, { recursive: true, force: true });
  };
  const imap = mailbox && { name: "mailbox", kill: mailbox.kill, start: mailbox.restart };
  return {
    programs: [engine, webServer, mailServer, ...(imap ? [imap] : [])],
    webUrl,
    mailbox,
    mailLog,
    advance,
    stop,
  };
}

/** By how much the web server's clock is ahead. Replaced at once: half a number would be another time. */
function clockIn(directory: string): { file: string; advance: (ms: number) => void } {
  const file = join(directory, "clock");
  let offsetMs = 0;
  const advance = (ms: number) => {
    offsetMs += ms;
    writeFileSync(`${file}.new`, String(offsetMs));
    renameSync(`${file}.new`, file);
  };
  advance(0);
  return { file, advance };
}

type WebOptions = { port: number; webUrl: string; clock: string; logs: string };

function serviceOf(web: ProgramOptions["web"], { port, webUrl, clock, logs }: WebOptions): Service {
  const env = { ...process.env, CLOCK_OFFSET_FILE: clock };
  const shifted = ["--import", "./bench/chaos/shifted-clock.mjs"];
  if (web === "server") {
    const production = { ...env, NODE_ENV: "production" as const };
    const host = "127.0.0.1";
    const service = webService({ dev: false, host, port, localUrl: webUrl, env: production, logs });
    return { ...service, show: undefined, args: [...shifted, ...service.args] };
  }
  return {
    name: "workflow server",
    args: [...shifted, "--import", "tsx", "bench/chaos/workflow-server.ts", String(port)],
    env,
    healthUrl: `${webUrl}/api/health/ready`,
    log: join(logs, "web.log"),
  };
}

type Addresses = {
  databaseUrl: string;
  webUrl: string;
  enginePort: number;
  mailPort: number;
  mailbox: Dovecot | undefined;
};

/** What this process and every program it starts know of the others. */
function setEnvironment({ databaseUrl, webUrl, enginePort, mailPort, mailbox }: Addresses): void {
  Object.assign(process.env, newKeys(), {
    DATABASE_URL: databaseUrl,
    APP_URL: webUrl,
    NEXTAUTH_URL: webUrl,
    INNGEST_BASE_URL: `http://127.0.0.1:${enginePort}`,
    SMTP_URL: `smtp://127.0.0.1:${mailPort}`,
    ENGINE_TEST_CLOCK: "1",
    ...(mailbox && { IMAP_URL: mailbox.url }),
  });
}

function restartable(name: string, begin: () => Promise<Launched>) {
  let running: Launched | undefined;
  return {
    name,
    start: async () => {
      running = await begin();
    },
    kill: async () => {
      if (!running) return;
      process.kill(-running.pid, "SIGKILL");
      await running.ended;
      running = undefined;
    },
    end: async () => running?.stop(),
  };
}

async function startMailServer(log: string, port: number): Promise<Launched> {
  const started = await launch({
    command: process.execPath,
    args: ["--import", "tsx", "bench/chaos/mail-server.ts", log, String(port)],
    env: process.env,
  });
  for (const deadline = Date.now() + 60_000; !(await accepts(port));) {
    if (started.result() || Date.now() > deadline) throw new Error("the mail server did not start");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return started;
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => resolve(true));
    socket.on("error", () => resolve(false));
    socket.on("connect", () => socket.destroy());
  });
}

async function moveEngine(port: number, advanceMs: number): Promise<void> {
  const headers = {
    authorization: `Bearer ${process.env.INNGEST_SIGNING_KEY}`,
    "content-type": "application/json",
  };
  const body = JSON.stringify({ advanceMs });
  const answer = await fetch(`http://127.0.0.1:${port}/clock`, { method: "POST", headers, body });
  if (!answer.ok) throw new Error(`the engine's clock answered ${answer.status}`);
}
