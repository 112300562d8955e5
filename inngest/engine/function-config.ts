import { parseSpan } from "./duration";
import { expressionProblem } from "./expression";

export type EventTrigger = { event: string; condition: string | null };
export type CronTrigger = { schedule: string; timeZone: string; source: string };
export type ConcurrencyLimit = { limit: number; key: string | null; scope: "fn" | "env" | "account" };
export type Throttle = { limit: number; periodMs: number; burst: number; key: string | null };
export type CancelRule = { event: string; condition: string | null; timeoutMs: number | null };

export type FunctionDefinition = {
  id: string;
  name: string;
  events: EventTrigger[];
  crons: CronTrigger[];
  maxAttempts: number;
  concurrency: ConcurrencyLimit[];
  throttle: Throttle | null;
  idempotency: string | null;
  priority: string | null;
  cancelOn: CancelRule[];
};

type Json = Record<string, unknown>;

const known = new Set("id name triggers steps concurrency throttle idempotency priority cancel".split(" "));
const defaultRetries = 4;
const mostRetries = 20;

/**
 * Reads one function's configuration as the SDK sends it. Every problem is one sentence; an unsupported setting is a
 * problem, never ignored.
 */
export function readFunctionConfig(config: unknown): { definition: FunctionDefinition; problems: string[] } {
  const raw = asObject(config);
  const id = typeof raw.id === "string" ? raw.id : "";
  const problems: string[] = [];
  const problem = (text: string) => void problems.push(`Function "${id}": ${text}`);
  if (!/^[\x21-\x7e]{1,200}$/.test(id))
    problem("its id must be 1 to 200 printable characters without spaces.");
  for (const [name, value] of Object.entries(raw)) {
    if (!known.has(name) && value !== undefined && value !== null) {
      problem(`"${name}" is not supported by the embedded engine.`);
    }
  }
  const triggers = asArray(raw.triggers).map(asObject);
  const definition: FunctionDefinition = {
    id,
    name: typeof raw.name === "string" ? raw.name : id,
    events: triggers.filter((trigger) => "event" in trigger).map((trigger) => readEvent(trigger, problem)),
    crons: triggers.filter((trigger) => "cron" in trigger).map((trigger) => readCron(trigger, problem)),
    maxAttempts: readRetries(raw.steps, problem) + 1,
    concurrency: readConcurrency(raw.concurrency, problem),
    throttle: readThrottle(raw.throttle, problem),
    idempotency: readExpression("idempotency", raw.idempotency, problem),
    priority: readExpression("priority.run", asObject(raw.priority).run, problem),
    cancelOn: asArray(raw.cancel).map((rule) => readCancel(asObject(rule), problem)),
  };
  return { definition, problems };
}

type Problem = (text: string) => void;

function readEvent(trigger: Json, problem: Problem): EventTrigger {
  const event = readEventName(trigger.event, problem);
  const condition = typeof trigger.expression === "string" ? trigger.expression : null;
  const wrong = condition === null ? null : expressionProblem(condition, "condition", "event");
  if (wrong) problem(`the trigger's condition "${condition}" is invalid: ${wrong}.`);
  return { event, condition };
}

function readEventName(value: unknown, problem: Problem): string {
  if (typeof value === "string" && value !== "" && !value.includes("*")) return value;
  problem("an event's name is missing or has a wildcard, which the embedded engine does not support.");
  return "";
}

function readCron(trigger: Json, problem: Problem): CronTrigger {
  const source = typeof trigger.cron === "string" ? trigger.cron : "";
  const [, timeZone = "UTC", schedule = ""] = /^(?:TZ=(\S+)\s+)?(.*)$/.exec(source.trim()) ?? [];
  if (trigger.jitter) problem("cron jitter is not supported by the embedded engine.");
  if (!/^\S+(\s+\S+){4}$/.test(schedule)) problem(`the schedule "${source}" must have five fields.`);
  if (!isTimeZone(timeZone)) problem(`"${timeZone}" is not a time zone.`);
  return { schedule, timeZone, source };
}

function readRetries(steps: unknown, problem: Problem): number {
  const step = asObject(Object.values(asObject(steps))[0]);
  if (asObject(step.runtime).type !== "http") problem("only functions served over HTTP are supported.");
  const retries = asObject(step.retries).attempts ?? defaultRetries;
  if (typeof retries === "number" && Number.isInteger(retries) && retries >= 0 && retries <= mostRetries)
    return retries;
  problem(`"retries" must be a whole number from 0 to ${mostRetries}.`);
  return defaultRetries;
}

function readConcurrency(value: unknown, problem: Problem): ConcurrencyLimit[] {
  if (value === undefined || value === null) return [];
  const entries = asArray(value).map((entry) =>
    typeof entry === "number" ? { limit: entry } : asObject(entry),
  );
  if (entries.length > 2) problem("at most two concurrency limits are supported.");
  return entries.flatMap((entry: Json) => {
    const scope = entry.scope ?? "fn";
    const { limit } = entry;
    if (typeof limit !== "number" || !Number.isInteger(limit) || limit < 0) {
      problem('"concurrency.limit" must be a whole number.');
      return [];
    }
    if (scope !== "fn" && scope !== "env" && scope !== "account") {
      problem(`"concurrency.scope" must be fn, env or account.`);
      return [];
    }
    // Zero means no limit, as in Inngest.
    return limit === 0 ? [] : [{ limit, scope, key: readExpression("concurrency.key", entry.key, problem) }];
  });
}

function readThrottle(value: unknown, problem: Problem): Throttle | null {
  if (value === undefined || value === null) return null;
  const { limit, period, burst = 1, key } = asObject(value);
  const periodMs = typeof period === "string" ? parseSpan(period) : null;
  if (!isCount(limit) || !isCount(burst) || !periodMs) {
    problem('"throttle" needs a limit, a period such as "1m" and, if any, a burst of at least 1.');
    return null;
  }
  return { limit, periodMs, burst, key: readExpression("throttle.key", key, problem) };
}

function readCancel(rule: Json, problem: Problem): CancelRule {
  const condition = typeof rule.if === "string" ? rule.if : null;
  const wrong = condition === null ? null : expressionProblem(condition, "condition", "both");
  if (wrong) problem(`the cancelOn condition "${condition}" is invalid: ${wrong}.`);
  const timeoutMs = typeof rule.timeout === "string" ? parseSpan(rule.timeout) : null;
  if (typeof rule.timeout === "string" && timeoutMs === null) {
    problem(`the cancelOn timeout "${rule.timeout}" must be a span such as "7d".`);
  }
  return { event: readEventName(rule.event, problem), condition, timeoutMs };
}

function readExpression(name: string, value: unknown, problem: Problem): string | null {
  if (value === undefined || value === null || value === "") return null;
  const wrong = typeof value === "string" ? expressionProblem(value, "value", "event") : "it is not text";
  if (wrong) problem(`"${name}" is not a valid expression: ${wrong}.`);
  return String(value);
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 1;
}

function asObject(value: unknown): Json {
  return value !== null && typeof value === "object" && !Array.isArray(value) ? (value as Json) : {};
}

function asArray(value: unknown): unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}
