import { RawJson } from "./canonical-json";
import type { EngineClock } from "./clock";
import type { Sql } from "./database";
import type { SlotRule } from "./runs";

export type StepPhase = "planned" | "sleeping" | "waiting" | "invoking" | "done" | "failed";
export type Step = {
  id: string;
  op: string;
  phase: StepPhase;
  race: boolean;
  attempt: number;
  dueMs: number | null;
  position: number | null;
  /** What the SDK gets for an ended step. */
  memo: RawJson | null;
};

/** A run as its driver sees it. `position` counts the ended steps it knows, `discovered` those the function was told. */
export type Run = {
  id: string;
  functionId: string;
  event: RawJson;
  fence: number;
  wake: number;
  priority: number;
  position: number;
  discovered: number;
  attempt: number;
  notBeforeMs: number | null;
  slots: SlotRule[];
  steps: Map<string, Step>;
};

type RunRow = {
  function_id: string;
  event: string;
  wake: number;
  priority: number;
  position: number;
  discovered: number;
  attempt: number;
  not_before: number | null;
  slots: string;
  now: number;
  steps: StepRow[];
};
type StepRow = {
  id: string;
  op: string;
  state: StepPhase;
  race: boolean;
  attempt: number;
  due: number | null;
  position: number | null;
  data: string | null;
  error: string | null;
};

/** Reads a run and its steps as of one moment; null when it is not held under this fence any more. */
export async function loadRun(sql: Sql, clock: EngineClock, id: string, fence: number): Promise<Run | null> {
  const [row] = await sql<RunRow[]>`
    select r.function_id, r.event, r.wake, r.priority, r.position, r.discovered, r.attempt, r.slots,
      extract(epoch from r.not_before)::float8 * 1000 as not_before, extract(epoch from engine.now())::float8 * 1000 as now,
      coalesce((select json_agg(json_build_object('id', s.id, 'op', s.op, 'state', s.state, 'race', s.race,
          'attempt', s.attempt, 'due', extract(epoch from s.due_at)::float8 * 1000, 'position', s.position,
          'data', s.data, 'error', s.error) order by s.created_at, s.id)
        from engine.step s where s.run_id = r.id), '[]'::json) as steps
    from engine.run r where r.id = ${id} and r.fence = ${fence} and r.status = 'running'`;
  if (!row) return null;
  clock.read(row.now);
  return {
    id,
    fence,
    functionId: row.function_id,
    event: new RawJson(row.event),
    wake: row.wake,
    priority: row.priority,
    position: row.position,
    discovered: row.discovered,
    attempt: row.attempt,
    notBeforeMs: row.not_before,
    slots: JSON.parse(row.slots) as SlotRule[],
    steps: new Map(row.steps.map((step) => [step.id, toStep(step)])),
  };
}

/** The text that the SDK gets for an ended step. */
export function memoOf(outcome: { data: string } | { error: string }): RawJson {
  return "data" in outcome
    ? new RawJson(`{"data":${outcome.data},"type":"data"}`)
    : new RawJson(`{"error":${outcome.error},"type":"error"}`);
}

function toStep(row: StepRow): Step {
  const ended = row.position !== null;
  return {
    id: row.id,
    op: row.op,
    phase: row.state,
    race: row.race,
    attempt: row.attempt,
    dueMs: row.due,
    position: row.position,
    memo: ended ? memoOf(row.error === null ? { data: row.data ?? "null" } : { error: row.error }) : null,
  };
}
