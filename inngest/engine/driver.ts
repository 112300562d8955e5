import { setTimeout as delay } from "node:timers/promises";
import { type Answer, errorText } from "./answers";
import { applyAnswer } from "./apply-answer";
import type { AppGate } from "./app-gate";
import { type Call, discoveryCall, discoveryId, sendCall } from "./calls";
import type { Engine } from "./engine";
import { log } from "./log";
import { type Run, type Step, loadRun } from "./run-state";
import { acquireSlots, someoneIsAhead } from "./slots";
import { LostRun, storeFiredTimers, storeRelease } from "./store";

/** Drives one taken run; `nudge` tells it that the run has changed outside. */
export type Driver = { runId: string; done: Promise<void>; nudge: () => void; wake: () => number };

type Finished = { call: Call; position: number; answer: Answer };
type State = {
  engine: Engine;
  gate: AppGate;
  run: Run;
  calls: Map<string, Promise<Finished>>;
  /** Calls that are in line for a concurrency place. */
  inLine: Set<string>;
  held: Set<string>;
  absences: number;
  raceEnded: boolean;
  stale: boolean;
  signal: PromiseWithResolvers<null>;
};

const mostParallelCalls = 10;
const mostAbsences = 5;
const absencePauseMs = 300;
const unsendable: Answer = {
  kind: "error",
  retriable: false,
  retryAfterMs: null,
  error: errorText("The call could not be put together."),
};

/**
 * Drives a run that this engine has just taken, until it ends, is lost, or has nothing to do now; then it is let go.
 * Between two steps there is one write and no queue.
 */
export function startDriver(engine: Engine, gate: AppGate, claim: { runId: string; fence: number }): Driver {
  const shared: { state: State | null; nudged: boolean } = { state: null, nudged: false };
  const drive = async () => {
    const run = await loadRun(engine.db, engine.clock, claim.runId, claim.fence);
    if (!run) return;
    shared.state = newState(engine, gate, run);
    shared.state.stale = shared.nudged;
    await driveUntilIdle(shared.state);
  };
  const done = drive().catch((error: unknown) => {
    if (!(error instanceof LostRun)) throw error;
    log("warn", "run was taken over or ended elsewhere", { runId: claim.runId });
  });
  const nudge = () => {
    shared.nudged = true;
    if (shared.state) markStale(shared.state);
  };
  return { runId: claim.runId, done, nudge, wake: () => shared.state?.run.wake ?? -1 };
}

function newState(engine: Engine, gate: AppGate, run: Run): State {
  return {
    engine,
    gate,
    run,
    calls: new Map(),
    inLine: new Set(),
    held: new Set(),
    absences: 0,
    raceEnded: false,
    stale: false,
    signal: Promise.withResolvers<null>(),
  };
}

function markStale(state: State): void {
  state.stale = true;
  state.signal.resolve(null);
}

async function driveUntilIdle(state: State): Promise<void> {
  for (;;) {
    if (state.stale) await reload(state);
    await fireTimers(state);
    if (state.stale) continue;
    // An engine that stops hands all its runs back at once, after their calls.
    if (!state.engine.stopping) await startCalls(state);
    else if (state.calls.size === 0) return;
    if (state.calls.size === 0) {
      if (await storeRelease(state.engine, state.run, [...state.inLine])) return;
      state.stale = true;
      continue;
    }
    const finished = await Promise.race([...state.calls.values(), state.signal.promise]);
    if (finished && (await finish(state, finished)) === "ended") return;
  }
}

async function reload(state: State): Promise<void> {
  state.stale = false;
  state.signal = Promise.withResolvers<null>();
  state.inLine.clear();
  const run = await loadRun(state.engine.db, state.engine.clock, state.run.id, state.run.fence);
  if (!run) throw new LostRun();
  state.run = run;
}

async function fireTimers(state: State): Promise<void> {
  const due = openSteps(state.run).filter((step) => step.phase !== "planned" && isDue(state, step));
  if (due.length === 0) return;
  const ids = due.map((step) => step.id);
  await storeFiredTimers(
    state.engine,
    state.run,
    ids,
    errorText("The invoked function did not finish in time."),
  );
  state.stale = true;
}

async function startCalls(state: State): Promise<void> {
  const { run } = state;
  const ready = openSteps(run).filter((step) => step.phase === "planned" && isDue(state, step));
  for (const step of ready.slice(0, mostParallelCalls)) {
    await startCall(state, { id: step.id, stepId: step.id, attempt: step.attempt });
  }
  const isQuiet = ready.length === 0 && state.calls.size === 0;
  const isTold = run.discovered >= run.position;
  const isTooEarly = run.notBeforeMs !== null && run.notBeforeMs > state.engine.clock.nowMs();
  if ((isQuiet || state.raceEnded) && !isTold && !isTooEarly) await startCall(state, discoveryCall(run));
}

async function startCall(state: State, call: Call): Promise<void> {
  const { engine, run } = state;
  if (state.calls.has(call.id) || state.inLine.has(call.id)) return;
  if (run.slots.length > 0 && !state.held.has(call.id)) {
    if (!(await acquireSlots(engine.db, { runId: run.id, callId: call.id, rules: run.slots }))) {
      state.inLine.add(call.id);
      return;
    }
    state.held.add(call.id);
  }
  if (call.id === discoveryId) state.raceEnded = false;
  const { position } = run;
  const answer = state.gate.whenUp().then(() => sendCall(engine, run, call));
  state.calls.set(
    call.id,
    answer.then(
      (result) => ({ call, position, answer: result }),
      () => ({ call, position, answer: unsendable }),
    ),
  );
}

async function finish(state: State, { call, position, answer }: Finished): Promise<"ended" | "going on"> {
  state.calls.delete(call.id);
  const counted = answer.kind === "absent" ? await onAbsence(state, answer.reason) : answer;
  if (!counted) return "going on";
  state.absences = 0;
  const freed = await slotsToFree(state, call, counted);
  const effect = await applyAnswer(state.engine, state.run, call, position, counted, freed);
  if (freed) state.held.delete(freed);
  if (effect === "stale") state.stale = true;
  if (call.stepId !== null && state.run.steps.get(call.stepId)?.race) state.raceEnded = true;
  return effect === "ended" ? "ended" : "going on";
}

/** The application is not there: that counts as no attempt, unless it is there for everyone but this call. */
async function onAbsence(state: State, reason: string): Promise<Exclude<Answer, { kind: "absent" }> | null> {
  state.absences += 1;
  state.gate.reportAbsence(reason);
  if (state.absences <= mostAbsences) {
    await delay(absencePauseMs * state.absences);
    return null;
  }
  const error = errorText(`The application could not be asked (${reason}).`);
  return { kind: "error", retriable: true, retryAfterMs: null, error };
}

/** A run keeps its place for its next step, unless it pauses, an older run is in line, or other calls are next. */
async function slotsToFree(state: State, call: Call, answer: Answer): Promise<string | null> {
  const { engine, run } = state;
  if (run.slots.length === 0) return null;
  const goesOn =
    answer.kind === "operations" &&
    answer.operations.every(({ op }) => op === "StepRun" || op === "StepFailed");
  if (!goesOn || call.id !== discoveryId || openSteps(run).length > 0 || state.calls.size > 0) return call.id;
  return (await someoneIsAhead(engine.db, run.id)) ? call.id : null;
}

function openSteps(run: Run): Step[] {
  return [...run.steps.values()].filter((step) => step.memo === null);
}

function isDue(state: State, step: Step): boolean {
  if (step.dueMs === null) return step.phase === "planned";
  return step.dueMs <= state.engine.clock.nowMs();
}
