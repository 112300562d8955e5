import { Environment, type ASTNode, type ParseResult } from "@marcbachmann/cel-js";
import { createHash } from "node:crypto";
import { canonicalJson } from "./canonical-json";

export type Scope = { event: unknown; async?: unknown };
type Use = "condition" | "value";

const options = {
  homogeneousAggregateLiterals: false,
  enableOptionalTypes: true,
  limits: { maxAstNodes: 1000, maxDepth: 50 },
};
const environments = {
  event: new Environment(options).registerVariable("event", "dyn"),
  both: new Environment(options).registerVariable("event", "dyn").registerVariable("async", "dyn"),
};
const cacheSize = 2000;
const compiled = new Map<string, ParseResult>();

/** What is wrong with a CEL expression, in one clause; null when it can be used. Only triggers and keys see `event` alone. */
export function expressionProblem(text: string, use: Use, names: "event" | "both"): string | null {
  // Postgres could not store it.
  if (text.includes("\0")) return "it has a NUL character";
  try {
    const result = environments[names].parse(missingIsNull(text)).check();
    if (!result.valid) return firstLine(result.error);
    if (use === "condition" && result.type !== "bool" && result.type !== "dyn")
      return "it is not a condition";
    return null;
  } catch (error) {
    return firstLine(error);
  }
}

/** Whether a condition holds. A missing field is null; a condition that cannot be evaluated does not hold. */
export function conditionHolds(text: string, scope: Scope): boolean {
  return evaluate(text, scope) === true;
}

/** The value of an expression, with whole numbers as numbers; null when it cannot be evaluated. */
export function expressionValue(text: string, scope: Scope): unknown {
  const value = evaluate(text, scope);
  return typeof value === "bigint" ? Number(value) : (value ?? null);
}

/**
 * The one field of an incoming event that a condition on `async` compares for equality, as `path=value`; null when it
 * has none. Waits are looked up by it, so that one event does not evaluate the condition of every waiting run.
 */
export function lookupKey(text: string, event: unknown): string | null {
  try {
    return keyOf(environments.both.parse(text).ast, event);
  } catch {
    return null;
  }
}

/** Every `path=value` that an incoming event answers to. */
export function lookupKeys(event: unknown, path = "", found: string[] = []): string[] {
  if (event !== null && typeof event === "object") {
    if (Array.isArray(event)) return found;
    for (const [name, value] of Object.entries(event)) {
      if (!name.includes("\0")) lookupKeys(value, path ? `${path}.${name}` : name, found);
    }
  } else if (event !== null && event !== undefined) {
    found.push(indexKey(`${path}=${canonicalJson(event)}`));
  }
  return found;
}

/** A key that fits into an index however long it is. */
export function indexKey(text: string): string {
  return text.length <= 400 ? text : `sha256:${createHash("sha256").update(text).digest("hex")}`;
}

function evaluate(text: string, scope: Scope): unknown {
  try {
    let program = compiled.get(text);
    if (!program) {
      if (compiled.size >= cacheSize) compiled.clear();
      program = environments.both.parse(missingIsNull(text));
      compiled.set(text, program);
    }
    return program({ event: scope.event ?? null, async: scope.async ?? null });
  } catch {
    return null;
  }
}

/**
 * Rewrites every chain of fields so that a missing one is null: `event.data.a` becomes
 * `event.?data.?a.orValue(null)`. Arguments of `has()` stay, since it asks for exactly that.
 */
function missingIsNull(text: string): string {
  const insertions: { at: number; text: string }[] = [];
  const walk = (node: ASTNode, inChain: boolean): void => {
    if (node.op === "." || node.op === "[]") {
      const [left, right] = node.args;
      walk(left, true);
      if (typeof right === "string") insertions.push({ at: node.pos, text: "?" });
      else {
        insertions.push({ at: text.indexOf("[", left.end) + 1, text: "?" });
        walk(right, false);
      }
      if (!inChain) insertions.push({ at: node.end, text: ".orValue(null)" });
    } else if (!(node.op === "call" && node.args[0] === "has")) {
      for (const child of children(node)) walk(child, false);
    }
  };
  walk(environments.both.parse(text).ast, false);
  let result = text;
  for (const { at, text: added } of insertions.sort((a, b) => b.at - a.at)) {
    result = result.slice(0, at) + added + result.slice(at);
  }
  return result;
}

function children(node: ASTNode): ASTNode[] {
  const nested = Array.isArray(node.args) ? node.args.flat(2) : [node.args];
  return nested.filter((item): item is ASTNode => item !== null && typeof item === "object" && "op" in item);
}

function keyOf(node: ASTNode, event: unknown): string | null {
  if (node.op === "&&") return keyOf(node.args[0], event) ?? keyOf(node.args[1], event);
  if (node.op !== "==") return null;
  const [left, right] = node.args;
  return keyOfSides(left, right, event) ?? keyOfSides(right, left, event);
}

function keyOfSides(asked: ASTNode, given: ASTNode, event: unknown): string | null {
  const path = pathOf(asked);
  if (path?.[0] !== "async" || path.length < 2) return null;
  const value = valueOf(given, event);
  if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") return null;
  return indexKey(`${path.slice(1).join(".")}=${canonicalJson(value)}`);
}

function valueOf(node: ASTNode, event: unknown): unknown {
  if (node.op === "value") return typeof node.args === "bigint" ? Number(node.args) : node.args;
  const path = pathOf(node);
  if (path?.[0] !== "event") return null;
  let value: unknown = event;
  for (const name of path.slice(1)) {
    if (value === null || typeof value !== "object" || !Object.hasOwn(value, name)) return null;
    value = (value as Record<string, unknown>)[name];
  }
  return value;
}

function pathOf(node: ASTNode): string[] | null {
  if (node.op === "id") return [node.args];
  if (node.op !== ".") return null;
  const parent = pathOf(node.args[0]);
  return parent ? [...parent, node.args[1]] : null;
}

function firstLine(error: unknown): string {
  return error instanceof Error ? (error.message.split("\n")[0] ?? "") : "it cannot be read";
}
