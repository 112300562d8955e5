import { canonicalJson } from "./canonical-json";
import type { Transaction } from "./database";
import { endRun, endStep } from "./endings";
import type { Engine } from "./engine";
import { conditionHolds, lookupKeys } from "./expression";
import { faultPoint } from "./faults";
import { type NewRun, type StoredEvent, createRuns } from "./runs";

/**
 * Takes events in the caller's transaction: stores those whose id is new, starts the runs they trigger, ends the waits
 * they match and cancels the runs they cancel; then takes the internal events that follow from that. All or nothing.
 */
export async function acceptEvents(
  engine: Engine,
  tx: Transaction,
  events: readonly StoredEvent[],
): Promise<void> {
  let pending = await storeNew(tx, events);
  while (pending.length > 0) {
    const following: StoredEvent[] = [];
    for (const group of inOrderOfEffect(engine, pending))
      following.push(...(await applyGroup(engine, tx, group)));
    pending = await storeNew(tx, following);
  }
}

async function storeNew(tx: Transaction, events: readonly StoredEvent[]): Promise<StoredEvent[]> {
  const unique = [...new Map(events.map((event) => [event.id, event])).values()];
  if (unique.length === 0) return [];
  // One order for all, so that two senders of the same events do not wait for each other.
  const rows = [...unique].sort((a, b) => (a.id < b.id ? -1 : 1));
  const json = JSON.stringify(
    rows.map((event) => ({ id: event.id, name: event.name, body: canonicalJson(event) })),
  );
  const stored = await tx<{ id: string }[]>`
    insert into engine.event (id, name, body, received_at)
    select id, name, body, engine.now() from json_to_recordset(${json}::text::json) as x (id text, name text, body text)
    on conflict (id) do nothing returning id`;
  const fresh = new Set(stored.map((row) => row.id));
  return unique.filter((event) => fresh.has(event.id));
}

/** Events are applied together until one can cancel runs: it must see the runs that those before it start. */
function inOrderOfEffect(engine: Engine, events: readonly StoredEvent[]): StoredEvent[][] {
  const groups: StoredEvent[][] = [];
  for (const event of events) {
    const current = groups.at(-1);
    if (current && !engine.registry.cancels(event.name)) current.push(event);
    else groups.push([event]);
  }
  return groups;
}

async function applyGroup(
  engine: Engine,
  tx: Transaction,
  events: readonly StoredEvent[],
): Promise<StoredEvent[]> {
  const following = await applyWatches(engine, tx, events);
  await createRuns(
    engine,
    tx,
    events.flatMap((event) => triggeredBy(engine, event)),
  );
  return following;
}

function triggeredBy(engine: Engine, event: StoredEvent): NewRun[] {
  const seen = new Set<string>();
  return engine.registry.listeners(event.name).flatMap(({ definition, condition }) => {
    // Two triggers of one function on one event start it once; a failing failure handler does not handle itself.
    if (seen.has(definition.id) || isAboutItself(event, definition.id)) return [];
    if (condition !== null && !conditionHolds(condition, { event })) return [];
    seen.add(definition.id);
    return [{ definition, event }];
  });
}

function isAboutItself(event: StoredEvent, functionId: string): boolean {
  return event.name.startsWith("inngest/function.") && event.data.function_id === functionId;
}

type WatchRow = {
  id: string;
  run_id: string;
  step_id: string | null;
  event_name: string;
  expression: string | null;
  event: string;
};

async function applyWatches(
  engine: Engine,
  tx: Transaction,
  events: readonly StoredEvent[],
): Promise<StoredEvent[]> {
  const names = [...new Set(events.map((event) => event.name))];
  const keys = [...new Set(events.flatMap((event) => lookupKeys(event)))];
  const watches = await tx<WatchRow[]>`
    select w.id, w.run_id, w.step_id, w.event_name, w.expression, r.event
    from engine.watch w join engine.run r on r.id = w.run_id
    where w.event_name = any(${names}) and (w.lookup_key is null or w.lookup_key = any(${keys}))
      and (w.expires_at is null or w.expires_at > engine.now()) and r.status in ('queued', 'running')
    order by w.run_id, w.id`;
  const following: StoredEvent[] = [];
  for (const watch of watches) {
    const match = events.find((event) => event.name === watch.event_name && matches(watch, event));
    if (match) following.push(...(await applyWatch(engine, tx, watch, match)));
  }
  return following;
}

function matches(watch: WatchRow, event: StoredEvent): boolean {
  return (
    watch.expression === null ||
    conditionHolds(watch.expression, { event: JSON.parse(watch.event), async: event })
  );
}

async function applyWatch(
  engine: Engine,
  tx: Transaction,
  watch: WatchRow,
  event: StoredEvent,
): Promise<StoredEvent[]> {
  if (watch.step_id !== null) {
    await endStep(engine, tx, watch.run_id, watch.step_id, { data: canonicalJson(event) });
    return [];
  }
  faultPoint("cancel.before");
  const following = await endRun(engine, tx, { runId: watch.run_id }, { status: "cancelled" });
  faultPoint("cancel.uncommitted");
  return following ?? [];
}
