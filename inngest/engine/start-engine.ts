import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createAppClient } from "./app-client";
import { createAppGate } from "./app-gate";
import { createClock, readEngineTime } from "./clock";
import { closeDatabase, openDatabase } from "./database";
import type { Engine } from "./engine";
import { armFault } from "./faults";
import { createApi } from "./http";
import { deleteExpired, fireCrons, sweepForgotten } from "./keeper";
import { log } from "./log";
import { migrate } from "./migrate";
import { openQueue } from "./queue";
import { createRegistry, loadRegistry } from "./registry";
import type { Settings } from "./settings";
import { type SyncOutcome, createSyncer } from "./sync";
import { repeat, startWorker } from "./worker";

export type RunningEngine = {
  port: number;
  /** The application's first answer about its functions: `refused` means that this engine cannot serve them. */
  firstSync: Promise<Exclude<SyncOutcome, { state: "absent" }> | null>;
  stop: () => Promise<void>;
};

const connections = 12;
const graceMs = 5_000;
const tickMs = 1_000;
const sweepMs = 60_000;
const retentionMs = 3_600_000;

/** Starts an engine: tables, queue, HTTP API, worker. Throws when the database or the port cannot be used. */
export async function startEngine(settings: Settings): Promise<RunningEngine> {
  armFault(settings.killAt);
  const db = await openDatabase(settings.databaseUrl, connections);
  await migrate(db);
  const queue = await openQueue(db);
  const clock = createClock(settings.testClock);
  clock.read(await readEngineTime(db));
  const registry = createRegistry();
  await loadRegistry(db, registry);
  const app = createAppClient(settings);
  const engine: Engine = { settings, db, queue, clock, registry, app, nudge: () => {}, stopping: false };
  const gate = createAppGate();
  const syncer = createSyncer(engine, gate);
  const server = createApi({ engine, gate, syncer });
  const port = await listen(server, settings);
  const worker = await startWorker(engine, gate);
  engine.nudge = worker.nudge;
  void syncer.run();
  void repeat(engine, () => fireCrons(engine), tickMs);
  void repeat(engine, () => sweepForgotten(engine), sweepMs);
  void repeat(engine, () => deleteExpired(engine), retentionMs);
  log("info", "engine listening", { host: settings.host, port });
  const stop = async () => {
    engine.stopping = true;
    // Steps that are finished now may still send events.
    await worker.stop(graceMs);
    server.close();
    server.closeAllConnections();
    app.close();
    await closeDatabase(db);
  };
  return { port, firstSync: firstOutcome(engine, syncer.last), stop };
}

function listen(server: Server, { host, port }: Settings): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}

async function firstOutcome(engine: Engine, last: () => SyncOutcome | null) {
  while (!engine.stopping) {
    const outcome = last();
    if (outcome && outcome.state !== "absent") return outcome;
    await new Promise((resolve) => setTimeout(resolve, 50).unref());
  }
  return null;
}
