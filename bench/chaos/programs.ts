import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
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
import { startService } from "@/scripts/start/service";
import { engineService } from "@/scripts/start/services";
import { type Dovecot, findDovecot, startDovecot } from "@/tests/support/dovecot";

/** Something that can be ended without warning and started again. */
export type Program = { name: string; kill: () => Promise<void>; start: () => Promise<void> };

export type Programs = {
  programs: Program[];
  /** The mailbox of the service; undefined where Dovecot is not installed. */
  mailbox: Dovecot | undefined;
  /** One line of JSON per mail that the mail server took: `{"to","text"}`. */
  mailLog: string;
  enginePort: number;
  /** Moves the clocks of engine, workflows and this process. */
  advance: (ms: number) => Promise<void>;
  stop: () => Promise<void>;
};

/**
 * Starts everything that outreach runs on, each as a process of its own: engine, workflows and relay, mail server,
 * mailbox, and a fresh database. All on free ports of this machine; `stop` removes it all.
 */
export async function startPrograms(): Promise<Programs> {
  const postgres = await startPostgres({ temporary: true });
  const directory = mkdtempSync(join(tmpdir(), "lotse-chaos-"));
  const mailLog = join(directory, "mails.jsonl");
  writeFileSync(mailLog, "");
  const [webPort, enginePort, mailPort] = [await freePort(), await freePort(), await freePort()];
  const dovecot = findDovecot();
  const mailbox = dovecot ? await startDovecot(dovecot) : undefined;
  const webUrl = `http://127.0.0.1:${webPort}`;
  setEnvironment({ databaseUrl: postgres.url, webUrl, enginePort, mailPort, mailbox });
  await migrateDatabase(postgres.url);
  let offsetMs = 0;
  const workflows = restartable("workflows", () =>
    startService({
      name: "workflow server",
      args: ["--import", "tsx", "bench/chaos/workflow-server.ts", String(webPort)],
      env: { ...process.env, CLOCK_OFFSET_MS: String(offsetMs) },
      healthUrl: `${webUrl}/live`,
      log: join(directory, "workflows.log"),
    }),
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
  for (const program of [mailServer, workflows, engine]) await program.start();
  const advance = async (ms: number) => {
    offsetMs += ms;
    advanceClock(ms);
    await move(`${webUrl}/clock`, ms);
    await move(`http://127.0.0.1:${enginePort}/clock`, ms);
  };
  const stop = async () => {
    for (const program of [engine, workflows, mailServer]) await program.end();
    await mailbox?.stop();
    await closeDatabase();
    await postgres.stop();
    rmSync(directory, { recursive: true, force: true });
  };
  const imap = mailbox && { name: "mailbox", kill: mailbox.kill, start: mailbox.restart };
  return {
    programs: [engine, workflows, mailServer, ...(imap ? [imap] : [])],
    mailbox,
    mailLog,
    enginePort,
    advance,
    stop,
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

async function move(url: string, advanceMs: number): Promise<void> {
  const headers = {
    authorization: `Bearer ${process.env.INNGEST_SIGNING_KEY}`,
    "content-type": "application/json",
  };
  const answer = await fetch(url, { method: "POST", headers, body: JSON.stringify({ advanceMs }) });
  if (!answer.ok) throw new Error(`the clock of ${new URL(url).port} answered ${answer.status}`);
}
