import type { AppClient, CallFailure, Reply } from "./app-client";
import { RawJson, canonicalJson } from "./canonical-json";
import { parseRetryAfter } from "./duration";

/** One operation of a 206 answer. `data` and `error` are canonical JSON text. */
export type Operation = {
  id: string;
  op: string;
  name: string;
  label: string;
  options: Record<string, unknown>;
  data: string;
  error: string;
};

export type Answer =
  | { kind: "absent"; reason: string }
  | { kind: "returned"; output: string }
  | { kind: "operations"; operations: Operation[]; retryAfterMs: number | null }
  | { kind: "error"; retriable: boolean; retryAfterMs: number | null; error: string };

const notTheSdk = new Set([401, 403, 404, 502, 503, 504]);

/** Reads the SDK's answer to one call. `absent` means that the application was not there to be asked. */
export function readAnswer(app: AppClient, reply: Reply | CallFailure): Answer {
  if ("failure" in reply) {
    if (reply.failure === "unreachable") return { kind: "absent", reason: reply.reason };
    return failed(`The application gave no answer (${reply.reason}).`, true);
  }
  if (reply.headers["x-inngest-sdk"] === undefined) {
    if (notTheSdk.has(reply.status)) return { kind: "absent", reason: `HTTP ${reply.status}` };
    return failed(`The application answered HTTP ${reply.status} without the Inngest SDK.`, true);
  }
  if (!app.isGenuine(reply)) return { kind: "absent", reason: "unsigned answer" };
  const retryAfterMs = parseRetryAfter(reply.headers["retry-after"]);
  try {
    const body: unknown = reply.text === "" ? null : JSON.parse(reply.text);
    if (reply.status === 200) return { kind: "returned", output: canonicalJson(body) };
    if (reply.status === 206) return { kind: "operations", operations: readOperations(body), retryAfterMs };
    const retriable =
      reply.headers["x-inngest-no-retry"] !== "true" && (reply.status >= 500 || reply.status === 408);
    return { kind: "error", retriable, retryAfterMs, error: canonicalJson(asError(body)) };
  } catch {
    return failed("The application's answer cannot be read.", false);
  }
}

/** An error as the SDK takes it back, as canonical JSON. */
export function errorText(message: string, name = "Error"): string {
  return canonicalJson({ name, message, stack: "" });
}

function failed(message: string, retriable: boolean): Answer {
  return { kind: "error", retriable, retryAfterMs: null, error: errorText(message) };
}

function readOperations(body: unknown): Operation[] {
  if (!Array.isArray(body)) throw new TypeError("not a list of operations");
  return body.map((item: Record<string, unknown>) => {
    if (typeof item.id !== "string" || !/^[\x21-\x7e]{1,200}$/.test(item.id))
      throw new TypeError("no step id");
    return {
      id: item.id,
      op: String(item.op),
      name: printable(item.name),
      label: printable(item.displayName) || printable(item.name) || item.id,
      options:
        item.opts !== null && typeof item.opts === "object" ? (item.opts as Record<string, unknown>) : {},
      data: canonicalJson(item.data ?? null),
      error: canonicalJson(asError(item.error)),
    };
  });
}

function asError(value: unknown): unknown {
  if (value === null || typeof value !== "object") {
    return new RawJson(errorText(typeof value === "string" ? value : "Unknown error"));
  }
  const { name, message, error, stack } = value as Record<string, unknown>;
  return {
    ...value,
    name: typeof name === "string" ? name : "Error",
    message: String(message ?? error ?? "Unknown error"),
    stack: typeof stack === "string" ? stack : "",
  };
}

function printable(value: unknown): string {
  // oxlint-disable-next-line no-control-regex -- Postgres text cannot hold a NUL, and a name needs no control characters
  return typeof value === "string" ? value.replace(/[\u0000-\u001f]/g, " ").slice(0, 500) : "";
}
