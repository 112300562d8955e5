import { setTimeout as delay } from "node:timers/promises";
import type { Inngest } from "inngest";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/tests/support/database";
import { eventually, freePort, startApp, startBoth, startEngine } from "@/tests/support/engine";

vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 });

const hour = 3_600_000;

describe("an engine and its application", () => {
  let both: Awaited<ReturnType<typeof startBoth>>;
  const done: string[] = [];
  const first = (client: Inngest) =>
    client.createFunction(
      { id: "first", triggers: { event: "go" }, retries: 1 },
      async ({ event, attempt, step }) => {
        await step.run("one", () => void done.push(`one ${event.data.n} ${attempt}`));
        await step.sleep("nap", "1h");
        await step.run("two", () => void done.push(`two ${event.data.n} ${attempt}`));
      },
    );
  const second = (client: Inngest) =>
    client.createFunction({ id: "second", triggers: { event: "go" } }, async () => void done.push("second"));

  beforeAll(async () => {
    both = await startBoth((client) => [first(client)]);
  });
  afterAll(() => both.close());

  it("wait for an application that is away, without counting attempts", async () => {
    await both.app.client.send({ name: "go", data: { n: 1 } });
    await eventually(async () => (await both.api.runsOf("first"))[0]?.activity === "waiting");
    await both.app.goAway();
    await both.app.client.send({ name: "go", data: { n: 2 } });
    await both.api.advance(hour);
    await eventually(async () => (await fetch(`${both.engine.url}/health`)).status === 503);
    await delay(500);
    expect(done).toEqual(["one 1 0"]);
    await both.app.comeBack();
    await eventually(() => done.includes("two 1 0") && done.includes("one 2 0"));
  });

  it("learn of new functions when they are told to look", async () => {
    both.app.deploy([first(both.app.client), second(both.app.client)]);
    const answer = await both.api.call("PUT", "/fn/register");
    expect(answer.status).toBe(200);
    await both.app.client.send({ name: "go", data: { n: 3 } });
    await eventually(() => done.includes("second"));
  });

  it("learn of them from the SDK's own registration request", async () => {
    both.app.deploy([first(both.app.client)]);
    const answer = await fetch(both.app.url, { method: "PUT" });
    expect(answer.status).toBe(200);
    const { body } = await both.api.call("GET", "/v1/functions");
    expect(body.functions).toHaveLength(1);
  });

  it("keep what worked when a later configuration is refused, and say why", async () => {
    const bad = both.app.client.createFunction(
      { id: "bad", triggers: { event: "go" }, rateLimit: { limit: 1, period: "1h" } },
      async () => {},
    );
    both.app.deploy([first(both.app.client), bad]);
    const answer = await both.api.call("PUT", "/fn/register");
    expect(answer.status).toBe(422);
    expect(answer.body.error).toContain(
      'Function "shop-bad": "rateLimit" is not supported by the embedded engine.',
    );
    const health = await fetch(`${both.engine.url}/health`);
    expect(await health.json()).toMatchObject({ live: true, ready: false, problem: answer.body.error });
    await both.app.client.send({ name: "go", data: { n: 4 } });
    await eventually(() => done.includes("one 4 0"));
    both.app.deploy([first(both.app.client)]);
    await both.api.call("PUT", "/fn/register");
  });

  it("stop in order: running steps are finished, the rest waits for the next engine", async () => {
    await both.engine.stop();
    expect((await both.engine.ended).code).toBe(0);
    expect(await both.sql`select id from engine.instance`).toHaveLength(0);
    expect(await both.sql`select id from engine.run where owner is not null`).toHaveLength(0);
  });
});

describe("a configuration that the engine does not support is refused at start", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase({ empty: true, direct: true });
  });
  afterAll(() => database.drop());

  it("with one sentence per problem and exit code 1", async () => {
    const port = await freePort();
    const app = await startApp(port, (client) => [
      client.createFunction(
        { id: "batch", triggers: { event: "a" }, batchEvents: { maxSize: 5, timeout: "5s" } },
        async () => {},
      ),
      client.createFunction(
        { id: "calm", triggers: { event: "a" }, debounce: { period: "5s" }, singleton: { mode: "skip" } },
        async () => {},
      ),
      client.createFunction({ id: "typo", triggers: { event: "a", if: "event.data.x = 1" } }, async () => {}),
      client.createFunction({ id: "when", triggers: { cron: "TZ=Mars/Base 0 3 * *" } }, async () => {}),
      client.createFunction({ id: "wild", triggers: { event: "a/*" } }, async () => {}),
      client.createFunction(
        {
          id: "late",
          triggers: { event: "a" },
          timeouts: { finish: "1h" },
          throttle: { limit: 1, period: "1h" },
        },
        async () => {},
      ),
    ]);
    const engine = startEngine({ databaseUrl: database.url, appUrl: app.url, port });
    expect((await engine.ended).code).toBe(1);
    const sentences = engine
      .output()
      .split("\n")
      .filter((line) => line.startsWith("Function"));
    expect(sentences).toEqual([
      'Function "shop-batch": "batchEvents" is not supported by the embedded engine.',
      'Function "shop-calm": "debounce" is not supported by the embedded engine.',
      'Function "shop-calm": "singleton" is not supported by the embedded engine.',
      expect.stringMatching(
        /^Function "shop-typo": the trigger's condition "event.data.x = 1" is invalid: .+/,
      ),
      'Function "shop-when": the schedule "TZ=Mars/Base 0 3 * *" must have five fields.',
      'Function "shop-when": "Mars/Base" is not a time zone.',
      'Function "shop-wild": an event\'s name is missing or has a wildcard, which the embedded engine does not support.',
      'Function "shop-late": "timeouts" is not supported by the embedded engine.',
    ]);
    await app.close();
  });
});

describe("a wrong environment ends the engine with one sentence and code 1", () => {
  it.each([
    [{ ENGINE_PORT: "eighty" }, "ENGINE_PORT must be a whole number from 0 to 65535."],
    [
      { ENGINE_DATABASE_URL: "postgres://u:p@127.0.0.1:1/x" },
      "The engine's database cannot be reached; check ENGINE_DATABASE_URL or DATABASE_URL.",
    ],
  ])("%j", async (env, sentence) => {
    const settings = { databaseUrl: "postgres://u:p@127.0.0.1:1/x", appUrl: "http://127.0.0.1:1/", port: 0 };
    const engine = startEngine({ ...settings, env: env as Record<string, string> });
    expect((await engine.ended).code).toBe(1);
    expect(engine.output().trim()).toBe(sentence);
  });
});
