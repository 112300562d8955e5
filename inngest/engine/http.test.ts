import http from "node:http";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { eventKey, eventually, signingKey, startBoth } from "@/tests/support/engine";

vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 });

let both: Awaited<ReturnType<typeof startBoth>>;
const seen: unknown[] = [];

beforeAll(async () => {
  both = await startBoth((client) => [
    client.createFunction({ id: "seen", triggers: { event: "seen" } }, async ({ event, step }) => {
      await step.run("see", () => void seen.push(event.data));
      await step.sleep("rest", "1d");
    }),
  ]);
});
afterAll(() => both.close());

async function ask(method: string, where: string, body?: string, headers: Record<string, string> = {}) {
  const response = await fetch(both.engine.url + where, { method, body, headers });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

const asAdmin = { authorization: `Bearer ${signingKey}` };
const deep = "[".repeat(50_000) + "]".repeat(50_000);

describe("malformed requests get a 4xx with a message", () => {
  const events = `/e/${eventKey}`;
  const id = "01890000-0000-7000-8000-000000000000";
  it.each([
    ["no JSON", "POST", events, "{", 400],
    ["nothing", "POST", events, "", 400],
    ["an empty list", "POST", events, "[]", 400],
    ["a number", "POST", events, "7", 400],
    ["null", "POST", events, "null", 400],
    ["a list of lists", "POST", events, "[[]]", 400],
    ["no name", "POST", events, "{}", 400],
    ["an empty name", "POST", events, '{"name":""}', 400],
    ["a name with NUL", "POST", events, '{"name":"a\\u0000"}', 400],
    ["a name of a number", "POST", events, '{"name":1}', 400],
    ["a reserved name", "POST", events, '{"name":"inngest/function.failed"}', 400],
    ["data that is no object", "POST", events, '{"name":"a","data":[1]}', 400],
    ["an id that is no text", "POST", events, '{"name":"a","id":7}', 400],
    ["an id with NUL", "POST", events, '{"name":"a","id":"\\u0000"}', 400],
    ["a time that is none", "POST", events, '{"name":"a","ts":"now"}', 400],
    ["a time beyond all", "POST", events, '{"name":"a","ts":1e300}', 400],
    ["deep nesting", "POST", events, `{"name":"a","data":{"x":${deep}}}`, 400],
    ["a wrong key", "POST", "/e/other", '{"name":"a"}', 401],
    ["no key", "POST", "/e/", '{"name":"a"}', 401],
    ["a broken key", "POST", "/e/%E0%A4%A", '{"name":"a"}', 400],
    ["a wrong method", "GET", events, undefined, 405],
    ["an unknown address", "GET", "/nothing", undefined, 404],
    ["runs without the key", "GET", "/v1/runs", undefined, 401],
    ["the clock without the key", "POST", "/clock", '{"advanceMs":1}', 401],
    ["registration without the key", "PUT", "/fn/register", "{}", 401],
  ])("%s", async (_, method, where, body, status) => {
    const answer = await ask(method, where, body);
    expect(answer.status).toBe(status);
    expect(answer.body.error).toMatch(/\w+/);
    expect(id).toBeTruthy();
  });

  it.each([
    ["an unknown status", "GET", "/v1/runs?status=open", undefined, 400],
    ["a wrong limit", "GET", "/v1/runs?limit=0", undefined, 400],
    ["a wrong cursor", "GET", "/v1/runs?cursor=x", undefined, 400],
    ["a NUL", "GET", "/v1/runs?function=%00", undefined, 400],
    ["an id that is none", "GET", "/v1/runs/x", undefined, 404],
    ["an unknown run", "GET", `/v1/runs/${id}`, undefined, 404],
    ["cancelling an unknown run", "POST", `/v1/runs/${id}/cancel`, undefined, 404],
    ["retrying an unknown run", "POST", `/v1/runs/${id}/retry`, undefined, 404],
    ["a clock that goes back", "POST", "/clock", '{"advanceMs":-1}', 400],
    ["a clock without a number", "POST", "/clock", '{"advanceMs":"1"}', 400],
    ["a clock with nothing", "POST", "/clock", "null", 400],
  ])("for staff: %s", async (_, method, where, body, status) => {
    expect((await ask(method, where, body, asAdmin)).status).toBe(status);
  });

  it("and so does a body that is too large", async () => {
    const answer = await ask(
      "POST",
      events,
      JSON.stringify({ name: "a", data: { x: "x".repeat(5 * 1024 * 1024) } }),
    );
    expect(answer.status).toBe(413);
  });

  it("and a request that is cut off leaves the engine well", async () => {
    const request = http.request(both.engine.url + events, {
      method: "POST",
      headers: { "content-length": 100 },
    });
    request.on("error", () => {});
    request.write('{"name":');
    await new Promise((resolve) => setTimeout(resolve, 50));
    request.destroy();
    expect((await ask("GET", "/health")).status).toBe(200);
  });
});

describe("the event API", () => {
  it("gives an event the same id when the SDK sends it again with its seed", async () => {
    const headers = { "x-inngest-event-id-seed": "1700000000000,c2VlZA==" };
    const body = JSON.stringify([{ name: "other" }, { name: "other" }]);
    const first = await ask("POST", `/e/${eventKey}`, body, headers);
    const second = await ask("POST", `/e/${eventKey}`, body, headers);
    expect(first.body).toEqual(second.body);
    expect(new Set(first.body.ids as string[]).size).toBe(2);
  });

  it("takes a request as a whole or not at all", async () => {
    const body = JSON.stringify([{ name: "seen", id: "half", data: {} }, { name: 7 }]);
    expect((await ask("POST", `/e/${eventKey}`, body)).status).toBe(400);
    expect(await both.sql`select id from engine.event where id = 'half'`).toHaveLength(0);
  });

  it("keeps odd but valid data as it is", async () => {
    const data = {
      text: '\u0000 \ud800 " \\',
      [`a${"\0"}key`]: 1,
      long: "x".repeat(9000),
      ключ: [null, 1e21, -0.5],
      toJSON: { b: 1, a: 2 },
    };
    await both.app.client.send({ name: "seen", data });
    await eventually(() => seen.length === 1);
    expect(seen[0]).toEqual(data);
  });
});

describe("the administration", () => {
  it("lists runs in pages, shows one without its data, and cancels it once", async () => {
    for (let n = 0; n < 4; n++)
      await both.app.client.send({ name: "seen", data: { secret: "no one's business" } });
    await eventually(
      async () => (await both.api.runsOf("seen")).filter((run) => run.activity === "waiting").length === 5,
    );
    const page = await ask("GET", "/v1/runs?function=shop-seen&limit=3", undefined, asAdmin);
    const rest = await ask(
      "GET",
      `/v1/runs?function=shop-seen&limit=3&cursor=${page.body.next}`,
      undefined,
      asAdmin,
    );
    const ids = [...(page.body.runs as { id: string }[]), ...(rest.body.runs as { id: string }[])].map(
      (run) => run.id,
    );
    expect([new Set(ids).size, rest.body.next]).toEqual([5, null]);

    const run = await ask("GET", `/v1/runs/${ids[0]}`, undefined, asAdmin);
    expect(run.body).toMatchObject({
      functionId: "shop-seen",
      eventName: "seen",
      status: "running",
      activity: "waiting",
    });
    expect(run.body.steps).toMatchObject([
      { name: "see", state: "done", attempts: 1 },
      { name: "rest", state: "sleeping" },
    ]);
    expect(JSON.stringify(run.body)).not.toContain("business");

    expect((await ask("POST", `/v1/runs/${ids[0]}/cancel`, undefined, asAdmin)).status).toBe(200);
    expect((await ask("POST", `/v1/runs/${ids[0]}/cancel`, undefined, asAdmin)).status).toBe(409);
    expect((await ask("POST", `/v1/runs/${ids[0]}/retry`, undefined, asAdmin)).status).toBe(409);
    const cancelled = await ask("GET", "/v1/runs?status=cancelled", undefined, asAdmin);
    expect(cancelled.body.runs).toHaveLength(1);
  });

  it("counts, and names the functions", async () => {
    const status = await ask("GET", "/v1/status", undefined, asAdmin);
    expect(status.body).toMatchObject({ runs: { running: 4, cancelled: 1 }, engines: 1, functions: 1 });
    const functions = await ask("GET", "/v1/functions", undefined, asAdmin);
    expect(functions.body.functions).toEqual([
      { id: "shop-seen", name: "seen", maxAttempts: 5, triggers: [{ event: "seen" }] },
    ]);
  });

  it("never writes what events carry to its log", () => {
    expect(both.engine.output()).toContain("engine listening");
    expect(both.engine.output()).not.toContain("business");
  });
});
