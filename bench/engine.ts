/**
 * How much the embedded engine does in a second, with its process, the application's and the database on this machine:
 * `tsx bench/engine.ts [--runs N] [--steps N] [--mails N]`. One line of JSON for steps of a function that does nothing
 * else, one for mails from the queue to a mail server on this machine. Both figures are from one run.
 */
import { createServer } from "node:http";
import { Inngest } from "inngest";
import { serve } from "inngest/node";
import { count } from "@/scripts/command-line/options";
import { optionsOf } from "@/scripts/command-line/read-options";
import { queueMail } from "@/lib/domain/mail/queue-mail";
import { freePort } from "@/scripts/free-port";
import { startWorld } from "@/scripts/journey/world";
import { startPostgres } from "@/scripts/postgres";
import { newKeys } from "@/scripts/start/keys";
import { startService } from "@/scripts/start/service";
import { engineService } from "@/scripts/start/services";
import { givenPatient } from "@/tests/support/factories";
import { startMailServer } from "@/tests/support/mail-server";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const values = optionsOf({
  call: "npm run bench:engine",
  about: "How much the embedded engine does in a second: steps, and mails from the queue to a mail server.",
  options: {
    runs: count(200, "runs at once"),
    steps: count(10, "steps of each run"),
    mails: count(1000, "mails"),
  },
});

console.log(JSON.stringify(await measureSteps(values.runs, values.steps)));
console.log(JSON.stringify(await measureMails(values.mails)));
process.exit(0);

/** Starts `runs` runs of `steps` empty steps at once and waits for the last. */
async function measureSteps(runs: number, steps: number) {
  const postgres = await startPostgres({ temporary: true });
  const logs = mkdtempSync(join(tmpdir(), "lotse-bench-engine-"));
  const [appPort, port] = [await freePort(), await freePort()];
  const keys = newKeys();
  let ended = 0;
  const { promise: allEnded, resolve: tellAllEnded } = Promise.withResolvers<void>();
  const client = new Inngest({
    id: "bench",
    baseUrl: `http://127.0.0.1:${port}`,
    eventKey: keys.INNGEST_EVENT_KEY,
    signingKey: keys.INNGEST_SIGNING_KEY,
    isDev: false,
    checkpointing: false,
  });
  const work = client.createFunction({ id: "work", triggers: { event: "work" } }, async ({ step }) => {
    for (let i = 0; i < steps; i++) await step.run(`step-${i}`, () => i);
    if (++ended === runs) tellAllEnded();
  });
  const app = createServer(serve({ client, functions: [work], servePath: "/api/inngest" }));
  await new Promise<void>((resolve) => app.listen(appPort, "127.0.0.1", resolve));
  const env = { ...process.env, ...keys };
  const webUrl = `http://127.0.0.1:${appPort}`;
  const engine = await startService(engineService({ port, webUrl, databaseUrl: postgres.url, env, logs }));
  const startedAt = performance.now();
  for (let sent = 0; sent < runs; sent += 100)
    await client.send(Array.from({ length: Math.min(100, runs - sent) }, () => ({ name: "work", data: {} })));
  await allEnded;
  const seconds = (performance.now() - startedAt) / 1000;
  await engine.stop();
  app.close();
  app.closeAllConnections();
  await postgres.stop();
  rmSync(logs, { recursive: true, force: true });
  return {
    runs,
    steps: runs * steps,
    seconds: rounded(seconds),
    stepsPerSecond: Math.round((runs * steps) / seconds),
  };
}

/** Queues mails and waits until a mail server has taken them all, through outbox, relay, engine and delivery. */
async function measureMails(count: number) {
  const server = await startMailServer();
  const world = await startWorld({ smtpUrl: server.url });
  const { id: patientId } = await givenPatient(world.ctx());
  await world.untilQuiet("open-search", "deliver-mail", "geocode-address");
  const before = server.received.length;
  const startedAt = performance.now();
  for (let i = 0; i < count; i++) {
    const order = { template: "search_started", occasion: `bench:${i}`, locale: "de", patientId } as const;
    await queueMail(world.ctx(), order);
  }
  while (server.received.length < before + count) await pause(20);
  const seconds = (performance.now() - startedAt) / 1000;
  await world.stop();
  await server.stop();
  return { mails: count, seconds: rounded(seconds), mailsPerSecond: Math.round(count / seconds) };
}

function pause(ms: number) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function rounded(seconds: number) {
  return Math.round(seconds * 10) / 10;
}
