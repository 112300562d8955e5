import { createHash } from "node:crypto";
import { canonicalJson } from "./canonical-json";
import type { StoredEvent } from "./runs";

/** A request that cannot be taken; `status` is 4xx and the message is safe to show. */
export class RequestError extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

const mostEvents = 5_000;
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const unprintable = /[\u0000-\u001f\u007f]/;

/**
 * Reads the body of the event API: one event or a list. An event without an id gets one: from the SDK's seed, which
 * stays the same when it sends again, or by chance. Throws a RequestError.
 */
export function readEvents(text: string, seed: string | undefined, nowMs: number): StoredEvent[] {
  const body = parseJson(text);
  const items = Array.isArray(body) ? body : [body];
  if (items.length === 0) throw new RequestError(400, "The list of events is empty.");
  if (items.length > mostEvents)
    throw new RequestError(413, `At most ${mostEvents} events can be sent at once.`);
  const usableSeed = seed !== undefined && seed.length <= 200 ? seed : undefined;
  return items.map((item, place) => readEvent(item, place, usableSeed, nowMs));
}

/** Parses JSON that is not nested too deeply. Throws a RequestError. */
export function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    canonicalJson(value);
    return value;
  } catch (error) {
    throw new RequestError(
      400,
      error instanceof RangeError ? "The body is nested too deeply." : "The body is not JSON.",
    );
  }
}

function readEvent(item: unknown, place: number, seed: string | undefined, nowMs: number): StoredEvent {
  if (item === null || typeof item !== "object" || Array.isArray(item)) {
    throw new RequestError(400, `Event ${place + 1} is not an object.`);
  }
  const { name, data, id, ts, user, v, meta } = item as Record<string, unknown>;
  const wrong = (what: string) => new RequestError(400, `Event ${place + 1}: ${what}`);
  if (typeof name !== "string" || name === "" || name.length > 256 || unprintable.test(name)) {
    throw wrong('"name" must be a text of 1 to 256 printable characters.');
  }
  if (name.startsWith("inngest/")) throw wrong('names that begin with "inngest/" are reserved.');
  if (data !== undefined && data !== null && (typeof data !== "object" || Array.isArray(data))) {
    throw wrong('"data" must be an object.');
  }
  if (
    !isAbsent(id) &&
    (typeof id !== "string" || id.length > 256 || unprintable.test(id) || id.startsWith("inngest/"))
  ) {
    throw wrong('"id" must be a text of up to 256 printable characters.');
  }
  if (!isAbsent(ts) && (typeof ts !== "number" || !Number.isInteger(ts) || ts < 0 || ts > 8.64e15)) {
    throw wrong('"ts" must be a time in milliseconds.');
  }
  return {
    id: typeof id === "string" && id !== "" ? id : seed ? seededId(seed, place) : crypto.randomUUID(),
    name,
    data: (data ?? {}) as Record<string, unknown>,
    ts: typeof ts === "number" && ts > 0 ? ts : Math.floor(nowMs),
    ...(user === undefined ? {} : { user }),
    ...(v === undefined ? {} : { v }),
    ...(meta === undefined ? {} : { meta }),
  };
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || value === "";
}

function seededId(seed: string, place: number): string {
  return createHash("sha256").update(`${seed}:${place}`).digest("hex").slice(0, 32);
}
