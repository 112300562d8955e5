import { type Answer, readAnswer } from "./answers";
import { canonicalJson } from "./canonical-json";
import type { Engine } from "./engine";
import { faultPoint } from "./faults";
import type { Run } from "./run-state";

/** One request to the application: find the next steps (`stepId` null), or run one planned step. */
export type Call = { id: string; stepId: string | null; attempt: number };

export const discoveryId = "discovery";
const anyStep = "step";
const defaultMaxAttempts = 5;

/** The call that finds the next steps. */
export function discoveryCall(run: Run): Call {
  return { id: discoveryId, stepId: null, attempt: run.attempt };
}

/** How often a step of this run, or the finding of its next steps, is tried. */
export function maxAttemptsOf(engine: Engine, run: Run): number {
  return engine.registry.find(run.functionId)?.maxAttempts ?? defaultMaxAttempts;
}

/** Sends one call and reads its answer. */
export async function sendCall(engine: Engine, run: Run, call: Call): Promise<Answer> {
  const kind = call.stepId === null ? "discovery" : "step";
  const body = requestBody(engine, run, call);
  faultPoint(`${kind}.before`);
  const reply = await engine.app.call(run.functionId, call.stepId ?? anyStep, body, () =>
    faultPoint(`${kind}.sent`),
  );
  faultPoint(`${kind}.answered`);
  return readAnswer(engine.app, reply);
}

function requestBody(engine: Engine, run: Run, call: Call): string {
  const steps = [...run.steps.values()];
  const ended = steps
    .filter((step) => step.memo !== null)
    .sort((a, b) => (a.position ?? 0) - (b.position ?? 0));
  const stack = ended.map((step) => step.id);
  return canonicalJson({
    version: 2,
    event: run.event,
    events: [run.event],
    steps: Object.fromEntries(ended.map((step) => [step.id, step.memo])),
    ctx: {
      run_id: run.id,
      attempt: call.attempt,
      max_attempts: maxAttemptsOf(engine, run),
      // While other steps are open, the SDK must only report what it finds: it could run an open step a second time.
      disable_immediate_execution: ended.length < steps.length,
      use_api: false,
      stack: { stack, current: stack.length },
    },
  });
}
