import { setTimeout as delay } from "node:timers/promises";
import { errorText } from "./answers";
import type { AppGate } from "./app-gate";
import { transaction } from "./database";
import { type Driver, startDriver } from "./driver";
import { endRun } from "./endings";
import type { Engine } from "./engine";
import { acceptEvents } from "./events";
import { faultPoint } from "./faults";
import { beat, handBackRuns, reapDeadInstances, registerInstance, retireInstance } from "./instances";
import { errorFields, log } from "./log";
import { takeWakeUps } from "./queue";

export type Worker = {
  /** Looks into the queue now. */
  nudge: () => void;
  /** Takes no more runs, waits up to `graceMs` for calls under way, and hands all runs back. */
  stop: (graceMs: number) => Promise<void>;
};

type State = {
  engine: Engine;
  gate: AppGate;
  instanceId: string;
  drivers: Map<string, Driver>;
  orphans: Set<string>;
  signal: PromiseWithResolvers<void>;
  loops: Promise<void>[];
};

const mostTakenAtOnce = 20;
const pauseAfterErrorMs = 1_000;

/** Takes runs off the queue and drives them; keeps this engine alive in the database and buries dead ones. */
export async function startWorker(engine: Engine, gate: AppGate): Promise<Worker> {
  const state: State = {
    engine,
    gate,
    instanceId: await registerInstance(engine.db),
    drivers: new Map(),
    orphans: new Set(),
    signal: Promise.withResolvers<void>(),
    loops: [],
  };
  const beatMs = Math.max(100, engine.settings.leaseMs / 5);
  state.loops = [repeat(engine, () => keepAlive(state), beatMs), takeLoop(state)];
  return {
    nudge: () => state.signal.resolve(),
    stop: async (graceMs) => {
      state.signal.resolve();
      const idle = Promise.all([...state.drivers.values()].map((driver) => driver.done.catch(() => {})));
      await Promise.race([idle, delay(graceMs, undefined, { ref: false })]);
      const handedBack = await retireInstance(engine, state.instanceId);
      log("info", "stopped", { handedBack });
    },
  };
}

/** Repeats work until the engine stops; an error is logged and does not end it. */
export async function repeat(
  engine: Engine,
  work: () => Promise<unknown>,
  intervalMs: number,
): Promise<void> {
  while (!engine.stopping) {
    await work().catch((error: unknown) => log("error", "upkeep failed", errorFields(error)));
    await delay(intervalMs, undefined, { ref: false });
  }
}

async function takeLoop(state: State): Promise<void> {
  const { engine, gate } = state;
  while (!engine.stopping) {
    await gate.whenUp();
    state.signal = Promise.withResolvers<void>();
    const room = Math.min(mostTakenAtOnce, engine.settings.maxRuns - state.drivers.size);
    const taken = room > 0 && !engine.stopping ? await take(state, room) : 0;
    if (taken < room || room === 0) {
      await Promise.race([state.signal.promise, delay(engine.settings.pollMs, undefined, { ref: false })]);
    }
  }
}

/** Takes wake-ups and the runs they are for, all or nothing. Returns how many wake-ups there were. */
async function take(state: State, room: number): Promise<number> {
  faultPoint("take.before");
  try {
    const { ids, claims } = await transaction(state.engine.db, (tx) => claimRuns(state, tx, room));
    if (ids.length > 0) faultPoint("take.committed");
    for (const claim of claims) drive(state, claim);
    for (const id of ids) if (!claims.some((claim) => claim.runId === id)) state.drivers.get(id)?.nudge();
    return ids.length;
  } catch (error) {
    log("error", "runs could not be taken", errorFields(error));
    await delay(pauseAfterErrorMs);
    return 0;
  }
}

type Claim = { runId: string; fence: number };

async function claimRuns(state: State, tx: Parameters<typeof takeWakeUps>[1], room: number) {
  const ids = await takeWakeUps(state.engine.queue, tx, room);
  if (ids.length === 0) return { ids, claims: [] };
  const runs = await tx<{ id: string; owner: string | null }[]>`
    select id, owner from engine.run
    where id = any(${ids}) and status in ('queued', 'running') order by id for update`;
  const free = runs.filter((run) => run.owner === null).map((run) => run.id);
  const claims = await tx<Claim[]>`
    update engine.run set owner = ${state.instanceId}, fence = fence + 1, status = 'running',
      started_at = coalesce(started_at, engine.now())
    where id = any(${free}) returning id as "runId", fence`;
  // Whoever drives one of the others has to look again.
  await tx`update engine.run set wake = wake + 1 where id = any(${ids}) and id <> all(${free})`;
  faultPoint("take.uncommitted");
  // In the order of the queue, which is that of priority.
  return { ids, claims: [...claims].sort((a, b) => ids.indexOf(a.runId) - ids.indexOf(b.runId)) };
}

function drive(state: State, claim: Claim): void {
  const driver = startDriver(state.engine, state.gate, claim);
  state.drivers.set(claim.runId, driver);
  const { instanceId } = state;
  void driver.done
    .catch(async (error: unknown) => {
      log("error", "a run could not be driven", { runId: claim.runId, ...errorFields(error) });
      if (isUnstorable(error)) await failRun(state.engine, claim);
      else await handBackRuns(state.engine, instanceId, [claim.runId], pauseAfterErrorMs);
    })
    .catch((error: unknown) => log("error", "a run could not be handed back", errorFields(error)))
    .finally(() => {
      if (state.drivers.get(claim.runId) === driver) state.drivers.delete(claim.runId);
      state.signal.resolve();
    });
}

/** Postgres refuses the data itself (SQLSTATE classes 22, 23, 54): the same call would only bring the same again. */
function isUnstorable(error: unknown): boolean {
  return /^(22|23|54)/.test(String((error as { code?: unknown }).code));
}

async function failRun(engine: Engine, { runId, fence }: Claim): Promise<void> {
  await transaction(engine.db, async (tx) => {
    const error = errorText("The engine could not store the result of a step.");
    const following = await endRun(engine, tx, { runId, fence }, { status: "failed", error });
    await acceptEvents(engine, tx, following ?? []);
  });
}

async function keepAlive(state: State): Promise<void> {
  const { engine } = state;
  if (!(await beat(engine.db, state.instanceId))) {
    log("error", "this engine was given up for dead; it starts over", { instanceId: state.instanceId });
    state.instanceId = await registerInstance(engine.db);
  }
  await lookAfterOwnRuns(state);
  const reaped = await reapDeadInstances(engine, state.instanceId);
  if (reaped > 0) log("warn", "took over the runs of an engine that died", { runs: reaped });
  if (reaped > 0) state.signal.resolve();
}

/** Tells drivers of changes made by other engines, and hands back runs that are owned here but driven by nobody. */
async function lookAfterOwnRuns(state: State): Promise<void> {
  const rows = await state.engine.db<{ id: string; wake: number }[]>`
    select id, wake from engine.run where owner = ${state.instanceId}`;
  const undriven = rows.filter((row) => !state.drivers.has(row.id)).map((row) => row.id);
  const lasting = undriven.filter((id) => state.orphans.has(id));
  state.orphans = new Set(undriven);
  if (lasting.length > 0) await handBackRuns(state.engine, state.instanceId, lasting, 0);
  for (const row of rows) {
    const driver = state.drivers.get(row.id);
    if (driver && driver.wake() !== -1 && driver.wake() !== row.wake) driver.nudge();
  }
}
