import { type Answer, type Operation, errorText } from "./answers";
import { retryDelayMs } from "./backoff";
import { type Call, maxAttemptsOf } from "./calls";
import { parseDeadline } from "./duration";
import type { Engine } from "./engine";
import { expressionProblem, lookupKey } from "./expression";
import { log } from "./log";
import type { Run } from "./run-state";
import {
  type Invocation,
  type StepWrite,
  type WatchWrite,
  storeEnding,
  storeProgress,
  storeRetry,
} from "./store";

type Effect = "ended" | "changed" | "stale";
type Counted = Exclude<Answer, { kind: "absent" }>;

const yearMs = 365 * 86_400_000;

/**
 * Stores what an answer means for the run: its end, the steps that ended, the steps that are open now, or another
 * attempt. `position` is how many ended steps the function was told of. "stale" means that the run must be read again.
 */
export async function applyAnswer(
  engine: Engine,
  run: Run,
  call: Call,
  position: number,
  answer: Counted,
  freed: string | null,
): Promise<Effect> {
  if (answer.kind === "returned") return end(engine, run, { status: "completed", output: answer.output });
  if (answer.kind === "error") return applyError(engine, run, call, answer, freed);
  const change = readOperations(engine, run, call, answer);
  if (typeof change === "string") return end(engine, run, { status: "failed", error: errorText(change) });
  const { steps, watches, invocations } = change;
  const discovered = call.stepId === null ? position : undefined;
  if (isWithoutProgress(run, call, steps)) {
    const error = errorText("The function did not report the step it was asked for, nor a new one.");
    return applyError(
      engine,
      run,
      call,
      { kind: "error", retriable: true, retryAfterMs: null, error },
      freed,
    );
  }
  const complete = await storeProgress(engine, run, { steps, watches, invocations, discovered, freed });
  return complete ? "changed" : "stale";
}

/** An answer that would only lead to the same question again. */
function isWithoutProgress(run: Run, call: Call, steps: readonly StepWrite[]): boolean {
  if (call.stepId !== null) return !steps.some((step) => step.id === call.stepId);
  return steps.length === 0 && ![...run.steps.values()].some((step) => step.memo === null);
}

async function end(engine: Engine, run: Run, ending: Parameters<typeof storeEnding>[2]): Promise<Effect> {
  await storeEnding(engine, run, ending);
  const level = ending.status === "failed" ? "warn" : "info";
  log(level, `run ${ending.status}`, { runId: run.id, functionId: run.functionId });
  return "ended";
}

/** The function itself threw, or the call as a whole went wrong. */
async function applyError(
  engine: Engine,
  run: Run,
  call: Call,
  answer: Extract<Answer, { kind: "error" }>,
  freed: string | null,
): Promise<Effect> {
  if (!answer.retriable || call.attempt + 1 >= maxAttemptsOf(engine, run)) {
    return end(engine, run, { status: "failed", error: answer.error });
  }
  const delayMs = answer.retryAfterMs ?? retryDelayMs(call.attempt);
  log("warn", "attempt failed", { runId: run.id, functionId: run.functionId, attempt: call.attempt });
  const step = call.stepId === null ? undefined : run.steps.get(call.stepId);
  if (!step) {
    await storeRetry(engine, run, delayMs, freed);
    return "changed";
  }
  const again = { id: step.id, label: step.id, op: step.op, phase: step.phase, race: step.race };
  const dueMs = engine.clock.nowMs() + delayMs;
  const steps: StepWrite[] = [{ ...again, attempt: call.attempt + 1, dueMs }];
  return (await storeProgress(engine, run, { steps, freed })) ? "changed" : "stale";
}

type Change = { steps: StepWrite[]; watches: WatchWrite[]; invocations: Invocation[] };

/** What the operations change, or why the run cannot go on. */
function readOperations(
  engine: Engine,
  run: Run,
  call: Call,
  answer: Extract<Answer, { kind: "operations" }>,
): Change | string {
  const change: Change = { steps: [], watches: [], invocations: [] };
  for (const operation of answer.operations) {
    const known = run.steps.get(operation.id);
    const isRepeated = change.steps.some((step) => step.id === operation.id);
    // Open steps are reported again by every discovery; only the end of one is news.
    if (isRepeated || (known && (known.memo !== null || !isOutcome(operation)))) continue;
    const problem = isOutcome(operation)
      ? void change.steps.push(outcome(engine, run, call, operation, answer.retryAfterMs))
      : open(engine, run, operation, change);
    if (problem) return problem;
  }
  return change;
}

function isOutcome({ op }: Operation): boolean {
  return op === "StepRun" || op === "Step" || op === "StepError" || op === "StepFailed";
}

function outcome(
  engine: Engine,
  run: Run,
  call: Call,
  operation: Operation,
  retryAfterMs: number | null,
): StepWrite {
  const { id, label, op, data, error } = operation;
  const race = isRace(operation);
  const step = { id, label, op: "StepRun", race, attempt: call.attempt };
  if (op === "StepRun" || op === "Step") return { ...step, phase: "done", data };
  if (op === "StepFailed" || call.attempt + 1 >= maxAttemptsOf(engine, run))
    return { ...step, phase: "failed", error };
  log("warn", "step attempt failed", { runId: run.id, stepId: id, attempt: call.attempt });
  const dueMs = engine.clock.nowMs() + (retryAfterMs ?? retryDelayMs(call.attempt));
  return { ...step, phase: "planned", attempt: call.attempt + 1, dueMs };
}

function open(engine: Engine, run: Run, operation: Operation, change: Change): string | void {
  const { id, label, op } = operation;
  const step = { id, label, op, race: isRace(operation) };
  if (op === "StepPlanned") return void change.steps.push({ ...step, phase: "planned" });
  if (op === "Sleep") {
    const dueMs = parseDeadline(operation.name, engine.clock.nowMs());
    if (dueMs === null)
      return `Step "${label}" sleeps for "${operation.name}", which is no span and no date.`;
    return void change.steps.push({ ...step, phase: "sleeping", dueMs });
  }
  if (op === "WaitForEvent") return openWait(engine, run, operation, step, change);
  if (op === "InvokeFunction") return openInvocation(engine, run, operation, step, change);
  return `Step "${label}" needs ${op}, which the embedded engine does not support.`;
}

type OpenStep = { id: string; label: string; op: string; race: boolean };

function openWait(
  engine: Engine,
  run: Run,
  { name, options }: Operation,
  step: OpenStep,
  change: Change,
): string | void {
  const dueMs = deadlineOf(engine, options.timeout);
  if (dueMs === null || name === "") return `Step "${step.label}" needs an event and a timeout.`;
  const condition = typeof options.if === "string" ? options.if : null;
  const problem = condition === null ? null : expressionProblem(condition, "condition", "both");
  if (problem) return `The condition of step "${step.label}" is invalid: ${problem}.`;
  const key = condition === null ? null : lookupKey(condition, JSON.parse(run.event.text));
  change.steps.push({ ...step, phase: "waiting", dueMs });
  change.watches.push({ stepId: step.id, eventName: name, condition, lookupKey: key, expiresMs: dueMs });
}

function openInvocation(
  engine: Engine,
  run: Run,
  { options }: Operation,
  step: OpenStep,
  change: Change,
): string | void {
  const definition = engine.registry.active().find(({ id }) => id === options.function_id);
  const dueMs = deadlineOf(engine, options.timeout ?? new Date(engine.clock.nowMs() + yearMs).toISOString());
  if (dueMs === null) return `Step "${step.label}" has a timeout that is no span and no date.`;
  if (!definition) {
    const error = errorText(`The function "${String(options.function_id)}" is not registered.`);
    return void change.steps.push({ ...step, phase: "failed", error });
  }
  const payload = (options.payload ?? {}) as { data?: Record<string, unknown> };
  const event = {
    id: `inngest/function.invoked:${run.id}:${step.id}`,
    name: "inngest/function.invoked",
    data: payload.data ?? {},
    ts: Math.floor(engine.clock.nowMs()),
  };
  change.steps.push({ ...step, phase: "invoking", dueMs });
  change.invocations.push({ stepId: step.id, definition, event });
}

function deadlineOf(engine: Engine, value: unknown): number | null {
  return typeof value === "string" ? parseDeadline(value, engine.clock.nowMs()) : null;
}

function isRace({ options }: Operation): boolean {
  return options.parallelMode === "race";
}
