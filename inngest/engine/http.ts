import { type IncomingMessage, type Server, type ServerResponse, createServer } from "node:http";
import type { AppGate } from "./app-gate";
import { cancelRun, getRun, getStatus, listRuns, retryRun } from "./admin";
import { advanceClock } from "./clock";
import { transaction } from "./database";
import type { Engine } from "./engine";
import { RequestError, parseJson, readEvents } from "./event-input";
import { acceptEvents } from "./events";
import { faultPoint } from "./faults";
import { fireCrons } from "./keeper";
import { errorFields, log } from "./log";
import { hashedSigningKey, sameSecret } from "./signature";
import type { Syncer } from "./sync";

type Parts = { engine: Engine; gate: AppGate; syncer: Syncer };
type Answer = { status: number; body: unknown };
type Route = {
  method: string;
  path: RegExp;
  open?: boolean;
  handle: (parts: Parts, request: Asked) => Promise<Answer>;
};
type Asked = {
  url: URL;
  parameter: string;
  body: () => Promise<string>;
  header: (name: string) => string | undefined;
};

const mostBodyBytes = 4 * 1024 * 1024;
const mostAdvanceMs = 10 * 365 * 86_400_000;

/** The engine's HTTP API: events, health, registration, and administration with the signing key as bearer token. */
export function createApi(parts: Parts): Server {
  const server = createServer((request, response) => {
    void answer(parts, request).then(
      ({ status, body }) => send(response, status, body),
      (error: unknown) => send(response, ...failure(error)),
    );
  });
  server.keepAliveTimeout = 65_000;
  return server;
}

const routes: Route[] = [
  { method: "POST", path: /^\/e\/([^/]*)$/, open: true, handle: takeEvents },
  { method: "GET", path: /^\/health$/, open: true, handle: getHealth },
  { method: "GET", path: /^\/health\/live$/, open: true, handle: async () => ok({ live: true }) },
  { method: "POST", path: /^\/fn\/register$/, handle: register },
  { method: "PUT", path: /^\/fn\/register$/, handle: register },
  { method: "GET", path: /^\/v1\/status$/, handle: async ({ engine }) => ok(await getStatus(engine)) },
  { method: "GET", path: /^\/v1\/functions$/, handle: getFunctions },
  { method: "GET", path: /^\/v1\/runs$/, handle: getRuns },
  {
    method: "GET",
    path: /^\/v1\/runs\/([^/]+)$/,
    handle: async ({ engine }, { parameter }) => ok(await getRun(engine.db, parameter)),
  },
  { method: "POST", path: /^\/v1\/runs\/([^/]+)\/cancel$/, handle: cancel },
  { method: "POST", path: /^\/v1\/runs\/([^/]+)\/retry$/, handle: retry },
  { method: "GET", path: /^\/clock$/, handle: getClock },
  { method: "POST", path: /^\/clock$/, handle: moveClock },
];

async function answer(parts: Parts, request: IncomingMessage): Promise<Answer> {
  const target = `http://engine${request.url ?? "/"}`;
  if (!URL.canParse(target)) throw new RequestError(400, "The address cannot be read.");
  const url = new URL(target);
  const here = routes.filter((route) => route.path.test(url.pathname));
  const route = here.find(({ method }) => method === request.method);
  if (!route)
    throw here.length > 0
      ? new RequestError(405, "Not with this method.")
      : new RequestError(404, "Not found.");
  const header = (name: string) => {
    const value = request.headers[name];
    return Array.isArray(value) ? value[0] : value;
  };
  if (!route.open) requireBearer(parts.engine, header("authorization"));
  const parameter = decode(route.path.exec(url.pathname)?.[1] ?? "");
  return route.handle(parts, { url, parameter, header, body: () => readBody(request) });
}

async function takeEvents({ engine }: Parts, { parameter, header, body }: Asked): Promise<Answer> {
  if (!sameSecret(parameter, engine.settings.eventKey))
    throw new RequestError(401, "The event key is wrong.");
  const events = readEvents(await body(), header("x-inngest-event-id-seed"), engine.clock.nowMs());
  if (engine.registry.active().length === 0) {
    // Taken now, they would start nothing. The sender keeps them and tries again.
    throw new RequestError(503, "No functions are registered yet.");
  }
  faultPoint("event.before");
  await transaction(engine.db, async (tx) => {
    await acceptEvents(engine, tx, events);
    faultPoint("event.uncommitted");
  });
  faultPoint("event.committed");
  engine.nudge();
  return ok({ ids: events.map((event) => event.id), status: 200 });
}

async function getHealth({ engine, gate, syncer }: Parts): Promise<Answer> {
  const database = await engine.db`select 1`.then(
    () => true,
    () => false,
  );
  const last = syncer.last();
  const functions = engine.registry.active().length;
  const ready = database && functions > 0 && gate.isUp() && last?.state === "synced";
  const problem =
    last?.state === "refused" ? last.problems.join(" ") : last?.state === "absent" ? last.reason : undefined;
  const body = { live: true, ready, database, application: gate.isUp(), functions, problem };
  return { status: ready ? 200 : 503, body };
}

async function register({ syncer }: Parts): Promise<Answer> {
  const outcome = await syncer.syncNow();
  if (outcome.state === "synced") return ok({ ok: true, status: 200, modified: true });
  const error = outcome.state === "refused" ? outcome.problems.join(" ") : outcome.reason;
  return { status: outcome.state === "refused" ? 422 : 409, body: { ok: false, status: 422, error } };
}

async function getFunctions({ engine }: Parts): Promise<Answer> {
  return ok({
    functions: engine.registry.active().map(({ id, name, events, crons, maxAttempts }) => ({
      id,
      name,
      maxAttempts,
      triggers: [...events.map(({ event }) => ({ event })), ...crons.map(({ source }) => ({ cron: source }))],
    })),
  });
}

async function getRuns({ engine }: Parts, { url }: Asked): Promise<Answer> {
  const text = (name: string) => {
    const value = url.searchParams.get(name);
    if (value === null || value === "") return undefined;
    if (value.length > 256 || value.includes("\0")) throw new RequestError(400, `"${name}" is not usable.`);
    return value;
  };
  const limit = Number(text("limit") ?? "50");
  if (!Number.isInteger(limit) || limit < 1 || limit > 200) {
    throw new RequestError(400, '"limit" must be a whole number from 1 to 200.');
  }
  const filter = { status: text("status"), functionId: text("function"), eventName: text("event") };
  return ok(await listRuns(engine.db, { ...filter, cursor: text("cursor"), limit }));
}

async function cancel({ engine }: Parts, { parameter }: Asked): Promise<Answer> {
  await cancelRun(engine, parameter);
  engine.nudge();
  return ok({ status: "cancelled" });
}

async function retry({ engine }: Parts, { parameter }: Asked): Promise<Answer> {
  await retryRun(engine, parameter);
  engine.nudge();
  return ok({ status: "queued" });
}

async function getClock({ engine }: Parts): Promise<Answer> {
  return ok({ now: new Date(engine.clock.nowMs()).toISOString() });
}

async function moveClock({ engine }: Parts, { body }: Asked): Promise<Answer> {
  if (!engine.settings.testClock) throw new RequestError(404, "Not found.");
  const { advanceMs } = (parseJson(await body()) ?? {}) as { advanceMs?: unknown };
  if (
    typeof advanceMs !== "number" ||
    !Number.isInteger(advanceMs) ||
    advanceMs < 0 ||
    advanceMs > mostAdvanceMs
  ) {
    throw new RequestError(400, '"advanceMs" must be a whole number of milliseconds, not negative.');
  }
  const nowMs = await advanceClock(engine.db, engine.queue, advanceMs);
  engine.clock.read(nowMs);
  await fireCrons(engine);
  engine.nudge();
  return ok({ now: new Date(nowMs).toISOString() });
}

function requireBearer(engine: Engine, authorization: string | undefined): void {
  const token = authorization?.startsWith("Bearer ") ? authorization.slice(7) : "";
  const { signingKey } = engine.settings;
  const hashed = hashedSigningKey(signingKey);
  if (!sameSecret(token, signingKey) && !(hashed !== null && sameSecret(token, hashed)))
    throw new RequestError(401, "The signing key is wrong.");
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= mostBodyBytes) chunks.push(chunk);
    // Read on for a while, so that the sender sees the answer; but not for ever.
    else if (bytes > 16 * mostBodyBytes) request.destroy();
  }
  if (bytes > mostBodyBytes) throw new RequestError(413, "The body is larger than 4 MB.");
  return Buffer.concat(chunks).toString("utf8");
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new RequestError(400, "The address cannot be read.");
  }
}

function ok(body: unknown): Answer {
  return { status: 200, body };
}

function failure(error: unknown): [number, unknown] {
  if (error instanceof RequestError)
    return [error.status, { status: error.status, error: error.message, ids: [] }];
  log("error", "a request failed", errorFields(error));
  return [503, { status: 503, error: "The engine cannot do this at the moment.", ids: [] }];
}

function send(response: ServerResponse, status: number, body: unknown): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(text),
  });
  response.end(text);
}
