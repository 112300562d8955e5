import { mkdtempSync, rmSync } from "node:fs";
import { type Server, createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isNull } from "drizzle-orm";
import { closeDatabase } from "@/db/client";
import { migrateDatabase } from "@/db/migrate";
import { outbox } from "@/db/schema";
import { advanceClock } from "@/lib/core/clock";
import { type Context, systemContext } from "@/lib/core/context";
import { updateSettings } from "@/lib/domain/settings/settings";
import { freePort } from "../free-port";
import { startPostgres } from "../postgres";
import { newKeys } from "../start/keys";
import { startService } from "../start/service";
import { engineService } from "../start/services";

export type World = {
  /** A new system context, with the time of now. */
  ctx: () => Context;
  /** Waits until every event was handed over and no run of these functions is under way. */
  untilQuiet: (...functionIds: string[]) => Promise<void>;
  /** Ends the engine without warning, as a power cut does, and starts it again. */
  killEngine: () => Promise<void>;
  /** Moves the clock of engine and verbs forward; only with ENGINE_TEST_CLOCK=1. */
  advance: (ms: number) => Promise<void>;
  stop: () => Promise<void>;
};

/**
 * A Lotse of its own: fresh database, relay, workflows and embedded engine, all on free ports of this machine. Mails go
 * to the given server; without one they are kept, whatever the environment says. They leave at any hour unless
 * `quietHours` is asked for: this world does not wait for Monday.
 */
export async function startWorld({ smtpUrl = "", quietHours = false } = {}): Promise<World> {
  const postgres = await startPostgres({ temporary: true });
  const logs = mkdtempSync(join(tmpdir(), "lotse-journey-"));
  const [appPort, enginePort] = [await freePort(), await freePort()];
  Object.assign(process.env, newKeys(), {
    SMTP_URL: smtpUrl,
    DATABASE_URL: postgres.url,
    APP_URL: `http://127.0.0.1:${appPort}`,
    INNGEST_BASE_URL: `http://127.0.0.1:${enginePort}`,
  });
  await migrateDatabase(postgres.url);
  // Nobody is there to take an approval back.
  await updateSettings(systemContext("journey"), { sendDelaySeconds: 0 });
  const app = await serveWorkflows(appPort);
  const webUrl = `http://127.0.0.1:${appPort}`;
  const service = engineService({
    port: enginePort,
    webUrl,
    databaseUrl: postgres.url,
    env: process.env,
    logs,
  });
  let engine = await startService(service);
  const { startRelay } = await import("@/inngest/relay");
  const stopRelay = startRelay();
  const ctx = () => systemContext("journey");
  await updateSettings(ctx(), { quietHours });
  const stop = async () => {
    stopRelay();
    await engine.stop();
    app.close();
    app.closeAllConnections();
    await closeDatabase();
    await postgres.stop();
    rmSync(logs, { recursive: true, force: true });
  };
  const killEngine = async () => {
    process.kill(engine.pid, "SIGKILL");
    await engine.ended;
    engine = await startService(service);
  };
  const advance = async (ms: number) => {
    advanceClock(ms);
    await askEngine(enginePort, "/clock", { method: "POST", body: JSON.stringify({ advanceMs: ms }) });
  };
  return { ctx, stop, killEngine, advance, untilQuiet: (...ids) => untilQuiet(ctx, enginePort, ids) };
}

/** What app/api/inngest does in the web server. Loaded late, because the client reads the environment at once. */
async function serveWorkflows(port: number): Promise<Server> {
  const { serve } = await import("inngest/node");
  const { inngest } = await import("@/inngest/client");
  const { functions } = await import("@/inngest/functions");
  const server = createServer(serve({ client: inngest, functions, servePath: "/api/inngest" }));
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return server;
}

async function untilQuiet(ctx: () => Context, enginePort: number, functionIds: string[]): Promise<void> {
  for (;;) {
    const unsent = await ctx()
      .db.select({ id: outbox.id })
      .from(outbox)
      .where(isNull(outbox.sentAt))
      .limit(1);
    if (unsent.length === 0 && (await isIdle(enginePort, functionIds))) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function isIdle(enginePort: number, functionIds: string[]): Promise<boolean> {
  for (const functionId of functionIds) {
    for (const status of ["queued", "running"]) {
      const query = new URLSearchParams({ function: `lotse-${functionId}`, status, limit: "1" });
      const { runs } = (await askEngine(enginePort, `/v1/runs?${query}`)) as { runs: unknown[] };
      if (runs.length > 0) return false;
    }
  }
  return true;
}

async function askEngine(port: number, path: string, request: RequestInit = {}): Promise<unknown> {
  const headers = {
    authorization: `Bearer ${process.env.INNGEST_SIGNING_KEY}`,
    "content-type": "application/json",
  };
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { ...request, headers });
  if (!response.ok) throw new Error(`the engine answered ${response.status}`);
  return response.json();
}
