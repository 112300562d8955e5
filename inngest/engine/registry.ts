import { createHash } from "node:crypto";
import { canonicalJson } from "./canonical-json";
import { readEngineTime } from "./clock";
import { type Database, type Transaction, transaction } from "./database";
import { faultPoint } from "./faults";
import { type FunctionDefinition, readFunctionConfig } from "./function-config";
import { log } from "./log";
import { type Queue, nextCronTime } from "./queue";

export type Listener = { definition: FunctionDefinition; condition: string | null };

/** The functions this engine knows. Runs of a function that is no longer served still find its definition. */
export type Registry = {
  find: (id: string) => FunctionDefinition | undefined;
  active: () => FunctionDefinition[];
  listeners: (eventName: string) => Listener[];
  cancels: (eventName: string) => boolean;
  replace: (definitions: { definition: FunctionDefinition; active: boolean }[]) => void;
};

/** An empty registry. */
export function createRegistry(): Registry {
  let all = new Map<string, FunctionDefinition>();
  let active: FunctionDefinition[] = [];
  let listeners = new Map<string, Listener[]>();
  let cancelNames = new Set<string>();
  return {
    find: (id) => all.get(id),
    active: () => active,
    listeners: (eventName) => listeners.get(eventName) ?? [],
    cancels: (eventName) => cancelNames.has(eventName),
    replace: (entries) => {
      all = new Map(entries.map(({ definition }) => [definition.id, definition]));
      active = entries.filter((entry) => entry.active).map(({ definition }) => definition);
      const found = active.flatMap((definition) =>
        definition.events.map(({ event, condition }) => ({ event, listener: { definition, condition } })),
      );
      listeners = new Map();
      for (const { event, listener } of found)
        listeners.set(event, [...(listeners.get(event) ?? []), listener]);
      cancelNames = new Set([...all.values()].flatMap(({ cancelOn }) => cancelOn.map(({ event }) => event)));
    },
  };
}

/** Reads the stored functions into the registry. */
export async function loadRegistry(db: Database, registry: Registry): Promise<void> {
  const rows = await db<{ id: string; config: string; active: boolean }[]>`
    select id, config, active from engine.function order by id`;
  registry.replace(
    rows.flatMap((row) => {
      const { definition, problems } = readFunctionConfig(JSON.parse(row.config));
      if (problems.length === 0) return [{ definition, active: row.active }];
      log("error", "a stored function cannot be used any more", { functionId: row.id });
      return [];
    }),
  );
}

/**
 * Stores the functions that the application serves now, in one transaction; others become inactive. New schedules
 * begin with their next occurrence. Returns whether anything changed.
 */
export async function storeFunctions(
  db: Database,
  queue: Queue,
  configs: readonly unknown[],
): Promise<boolean> {
  faultPoint("sync.before");
  const entries = configs.map((config) => ({ ...readFunctionConfig(config), text: canonicalJson(config) }));
  const changed = await transaction(db, async (tx) => {
    await tx`select pg_advisory_xact_lock(hashtextextended('engine.sync', 0))`;
    const stored = await tx<{ id: string; config: string }[]>`
      select id, config from engine.function where active order by id`;
    if (digest(stored.map((row) => row.config)) === digest(entries.map((entry) => entry.text))) return false;
    for (const { definition, text } of entries) {
      await tx`
        insert into engine.function (id, name, config) values (${definition.id}, ${definition.name}, ${text})
        on conflict (id) do update set name = excluded.name, config = excluded.config, active = true, synced_at = now()`;
      await storeCrons(tx, queue, definition);
    }
    const ids = entries.map((entry) => entry.definition.id);
    await tx`update engine.function set active = false where active and id <> all(${ids})`;
    await tx`delete from engine.cron where function_id <> all(${ids})`;
    faultPoint("sync.uncommitted");
    return true;
  });
  faultPoint("sync.committed");
  return changed;
}

async function storeCrons(tx: Transaction, queue: Queue, definition: FunctionDefinition): Promise<void> {
  const sources = definition.crons.map((cron) => cron.source);
  await tx`delete from engine.cron where function_id = ${definition.id} and expression <> all(${sources})`;
  const now = await readEngineTime(tx);
  for (const cron of definition.crons) {
    const next = nextCronTime(queue, cron.schedule, cron.timeZone, now);
    await tx`
      insert into engine.cron (function_id, expression, next_at)
      values (${definition.id}, ${cron.source}, ${new Date(next)})
      on conflict (function_id, expression) do nothing`;
  }
}

function digest(texts: string[]): string {
  return createHash("sha256").update(texts.sort().join("\n")).digest("hex");
}
