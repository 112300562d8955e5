import { setTimeout as delay } from "node:timers/promises";
import type { AppGate } from "./app-gate";
import type { Engine } from "./engine";
import { readFunctionConfig } from "./function-config";
import { errorFields, log } from "./log";
import { loadRegistry, storeFunctions } from "./registry";

export type SyncOutcome =
  | { state: "synced" }
  | { state: "absent"; reason: string }
  | { state: "refused"; problems: string[] };

export type Syncer = {
  /** Asks the application now, or joins the question being asked. */
  syncNow: () => Promise<SyncOutcome>;
  /** The outcome of the last question, null before the first. */
  last: () => SyncOutcome | null;
  /** Asks until the engine stops: soon again while there is no answer, else every half minute. */
  run: () => Promise<void>;
};

const firstPauseMs = 100;
const longestPauseMs = 3_000;
const intervalMs = 30_000;

/** Keeps the registered functions in step with the application's. */
export function createSyncer(engine: Engine, gate: AppGate): Syncer {
  let current: Promise<SyncOutcome> | null = null;
  let last: SyncOutcome | null = null;
  const syncNow = () => {
    current ??= syncOnce(engine, gate)
      .then((outcome) => {
        if (outcome.state === "refused" && last?.state !== "refused") {
          log("error", "the application's functions are refused", { problems: outcome.problems.join(" ") });
        }
        last = outcome;
        return outcome;
      })
      .finally(() => (current = null));
    return current;
  };
  const run = async () => {
    let pauseMs = firstPauseMs;
    while (!engine.stopping) {
      const outcome = await syncNow().catch((error: unknown) => {
        log("error", "the functions could not be stored", errorFields(error));
        return null;
      });
      const isAnswered = outcome !== null && outcome.state !== "absent" && gate.isUp();
      pauseMs = isAnswered ? firstPauseMs : Math.min(longestPauseMs, pauseMs * 1.5);
      await Promise.race([
        delay(isAnswered ? intervalMs : pauseMs, undefined, { ref: false }),
        ...(isAnswered ? [gate.nextAbsence()] : []),
      ]);
    }
  };
  return { syncNow, last: () => last, run };
}

async function syncOnce(engine: Engine, gate: AppGate): Promise<SyncOutcome> {
  const reply = await engine.app.sync();
  const configs = "failure" in reply ? reply.reason : readConfigs(engine, reply);
  if (typeof configs === "string") {
    gate.reportAbsence(configs);
    return { state: "absent", reason: configs };
  }
  const problems = [
    ...configs.flatMap((config) => readFunctionConfig(config).problems),
    ...duplicates(configs),
  ];
  if (problems.length > 0) {
    gate.reportPresence();
    return { state: "refused", problems };
  }
  const changed = await storeFunctions(engine.db, engine.queue, configs);
  await loadRegistry(engine.db, engine.registry);
  if (changed) log("info", "functions registered", { functions: configs.length });
  gate.reportPresence();
  engine.nudge();
  return { state: "synced" };
}

function readConfigs(
  engine: Engine,
  reply: Exclude<Awaited<ReturnType<Engine["app"]["sync"]>>, { failure: unknown }>,
) {
  if (reply.status !== 200) return `HTTP ${reply.status}`;
  if (!engine.app.isGenuine(reply)) {
    return "its answer is not signed with INNGEST_SIGNING_KEY (is INNGEST_DEV set there?)";
  }
  if (reply.headers["x-inngest-sync-kind"] !== "in_band") return "it does not allow in-band syncs";
  try {
    const { functions } = JSON.parse(reply.text) as { functions?: unknown };
    return Array.isArray(functions) ? (functions as unknown[]) : "its answer lists no functions";
  } catch {
    return "its answer cannot be read";
  }
}

function duplicates(configs: readonly unknown[]): string[] {
  const ids = configs.map((config) => readFunctionConfig(config).definition.id);
  return ids
    .filter((id, place) => ids.indexOf(id) !== place)
    .map((id) => `Function "${id}" is served twice.`);
}
