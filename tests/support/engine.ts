import { type ChildProcess, spawn } from "node:child_process";
import { type Server, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { Inngest, type InngestFunction } from "inngest";
import { serve } from "inngest/node";
import postgres from "postgres";
import { createTestDatabase } from "./database";

export const eventKey = "test-event-key";
export const signingKey = "signkey-test-0123456789abcdef0123456789abcdef";

export type TestApp = {
  client: Inngest;
  url: string;
  /** Replaces the functions that are served, as a deployment does. */
  deploy: (functions: InngestFunction.Any[]) => void;
  goAway: () => Promise<void>;
  comeBack: () => Promise<void>;
  close: () => Promise<void>;
};

export type TestEngine = {
  url: string;
  process: ChildProcess;
  output: () => string;
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  stop: () => Promise<void>;
};

/** Serves real functions through the SDK's own handler; the client sends its events to the engine at `enginePort`. */
export async function startApp(
  enginePort: number,
  build: (client: Inngest) => InngestFunction.Any[],
): Promise<TestApp> {
  const client = new Inngest({
    id: "shop",
    baseUrl: `http://127.0.0.1:${enginePort}`,
    eventKey,
    signingKey,
    isDev: false,
    checkpointing: false,
    logger: { info() {}, warn() {}, error() {}, debug() {} },
  });
  let handler = serve({ client, functions: build(client) });
  let server: Server;
  let port = 0;
  const comeBack = async () => {
    server = createServer((request, response) => handler(request, response));
    await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
    port = (server.address() as AddressInfo).port;
  };
  const goAway = async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
  };
  await comeBack();
  return {
    client,
    url: `http://127.0.0.1:${port}/api/inngest`,
    deploy: (functions) => (handler = serve({ client, functions })),
    goAway,
    comeBack,
    close: goAway,
  };
}

/** Starts the engine as a process of its own, as `npm run engine` does. It may not be ready yet. */
export function startEngine(settings: {
  databaseUrl: string;
  appUrl: string;
  port: number;
  env?: Record<string, string>;
}): TestEngine {
  const root = path.resolve(import.meta.dirname, "../..");
  const child = spawn(
    path.join(root, "node_modules/.bin/node"),
    ["--import", "tsx", path.join(root, "inngest/engine/main.ts")],
    {
      cwd: root,
      env: {
        PATH: process.env.PATH,
        NODE_COMPILE_CACHE: path.join(root, "node_modules/.cache/engine-tests"),
        ENGINE_DATABASE_URL: settings.databaseUrl,
        ENGINE_APP_URL: settings.appUrl,
        ENGINE_PORT: String(settings.port),
        INNGEST_EVENT_KEY: eventKey,
        INNGEST_SIGNING_KEY: signingKey,
        ENGINE_TEST_CLOCK: "1",
        ENGINE_LEASE_MS: "1500",
        ENGINE_POLL_MS: "100",
        ...settings.env,
      } as unknown as NodeJS.ProcessEnv,
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.on("exit", (code, signal) => resolve({ code, signal }));
  });
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
    if (output.includes('"unexpected"')) throw new Error(`The engine did not catch an error: ${output}`);
  };
  return { url: `http://127.0.0.1:${settings.port}`, process: child, output: () => output, ended, stop };
}

/** Waits until the engine is ready. */
export async function whenReady(engine: TestEngine): Promise<void> {
  await eventually(async () => {
    const response = await fetch(`${engine.url}/health`).catch(() => null);
    if (response?.status === 200) return true;
    if (engine.process.exitCode !== null) throw new Error(`The engine ended: ${engine.output()}`);
    return false;
  });
}

/** One engine, one application and one empty database. */
export async function startBoth(
  build: (client: Inngest) => InngestFunction.Any[],
  env: Record<string, string> = {},
) {
  const port = await freePort();
  const database = await createTestDatabase({ empty: true, direct: true });
  const app = await startApp(port, build);
  const engine = startEngine({ databaseUrl: database.url, appUrl: app.url, port, env });
  await whenReady(engine);
  const sql = postgres(database.url, { max: 3, prepare: false, onnotice: () => {} });
  const close = async () => {
    await engine.stop();
    await app.close();
    await sql.end();
    await database.drop();
  };
  return { app, engine, sql, database, port, api: createApi(engine.url), close };
}

/** Calls the engine's administration. */
export function createApi(url: string) {
  const call = async (method: string, where: string, body?: unknown) => {
    const response = await fetch(`${url}${where}`, {
      method,
      headers: { authorization: `Bearer ${signingKey}` },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    return { status: response.status, body: (await response.json()) as Record<string, never> };
  };
  const runsOf = async (functionId: string) =>
    (
      (await call("GET", `/v1/runs?function=shop-${functionId}&limit=200`)).body as unknown as {
        runs?: TestRun[];
      }
    ).runs ?? [];
  return {
    call,
    runsOf,
    advance: (ms: number) => call("POST", "/clock", { advanceMs: Math.round(ms) }),
    run: async (id: string) => (await call("GET", `/v1/runs/${id}`)).body as unknown as TestRun,
    /** Waits until the only run of a function has this status, and returns it with its steps. */
    whenRun: async (functionId: string, status: string) => {
      const found = await eventually(async () => {
        const runs = await runsOf(functionId);
        return runs.length === 1 && runs[0]?.status === status ? runs[0] : null;
      });
      return (await call("GET", `/v1/runs/${found.id}`)).body as unknown as TestRun;
    },
  };
}

export type TestRun = {
  id: string;
  status: string;
  activity: string | null;
  errorName: string | null;
  startedAt: string;
  endedAt: string;
  steps: { id: string; name: string; op: string; state: string; attempts: number; dueAt: string | null }[];
};

/** Asks again until the answer is truthy. */
export async function eventually<T>(ask: () => Promise<T> | T, timeoutMs = 40_000): Promise<NonNullable<T>> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const value = await ask();
    if (value) return value as NonNullable<T>;
    if (Date.now() > end) throw new Error("It did not happen in time.");
    await delay(15);
  }
}

/** A port that is free now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
