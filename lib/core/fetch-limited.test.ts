import { afterEach, describe, expect, test } from "vitest";
import { type Answer, drip, flood, hang, json, startForeignServer } from "@/tests/support/foreign-server";
import { fetchLimited, retryAfterMs } from "./fetch-limited";

let close = () => {};
afterEach(() => close());

async function ask(answer: Answer, limits: { timeoutMs?: number; maxBytes?: number } = {}) {
  const server = await startForeignServer(answer);
  close = server.close;
  return fetchLimited(new URL(server.url), { timeoutMs: 300, maxBytes: 1000, ...limits });
}

describe("a foreign server", () => {
  test("that answers is heard, whatever its status", async () => {
    expect(await ask(json({ a: 1 }))).toMatchObject({ status: 200, text: '{"a":1}' });
    expect(await ask(json("gone", 410))).toMatchObject({ status: 410, text: "gone" });
  });

  test.each([
    ["hangs", hang],
    ["drips", drip],
  ])("that %s holds nobody up longer than agreed", async (_, answer) => {
    const startedAt = performance.now();
    await expect(ask(answer)).rejects.toMatchObject({ reason: "timeout" });
    expect(performance.now() - startedAt).toBeLessThan(2000);
  });

  test("that sends without end is cut off", async () => {
    await expect(ask(flood, { timeoutMs: 5000 })).rejects.toMatchObject({ reason: "too-large" });
    expect((await ask(json("x".repeat(1000)))).text).toHaveLength(1000);
    await expect(ask(json("x".repeat(1001)))).rejects.toMatchObject({ reason: "too-large" });
  });

  test("that sends us elsewhere is not followed", async () => {
    let asked = 0;
    const answer: Answer = (response) => {
      asked++;
      response.writeHead(302, { location: "/inside" }).end();
    };
    await expect(ask(answer)).rejects.toMatchObject({ reason: "redirect" });
    expect(asked).toBe(1);
  });

  test("that is not there is no answer", async () => {
    const server = await startForeignServer(hang);
    server.close();
    await expect(fetchLimited(new URL(server.url), { timeoutMs: 1000, maxBytes: 10 })).rejects.toMatchObject({
      reason: "network",
    });
  });
});

test.each([
  ["120", 120_000],
  ["0", 0],
  ["Wed, 25 Nov 2026 12:00:30 GMT", 30_000],
  ["Wed, 25 Nov 2020 12:00:30 GMT", 0],
  ["soon", null],
  ["", null],
])("Retry-After %j asks to wait %j ms", (value, ms) => {
  expect(retryAfterMs(new Headers({ "retry-after": value }), new Date("2026-11-25T12:00:00Z"))).toBe(ms);
});
