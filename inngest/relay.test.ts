import { type Server, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { newId } from "@/db/columns";
import { isBeating } from "@/lib/core/heartbeat";
import { emit } from "@/lib/core/outbox";
import type { Context } from "@/lib/core/context";
import { type TestDatabase, createTestDatabase } from "@/tests/support/database";

/** Takes events as the engine does; refuses them while it is "away". */
const received: { id: string; name: string; data: unknown }[] = [];
let away = true;
let refusals = 0;
let engine: Server;
let database: TestDatabase;
let ctx: Context;

beforeAll(async () => {
  database = await createTestDatabase();
  engine = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => (body += chunk));
    request.on("end", () => {
      const events = away ? [] : (JSON.parse(body) as typeof received);
      received.push(...events);
      refusals += away ? 1 : 0;
      response.writeHead(away ? 503 : 200, { "content-type": "application/json" });
      response.end(JSON.stringify({ ids: events.map((event) => event.id), status: away ? 503 : 200 }));
    });
  });
  await new Promise<void>((resolve) => engine.listen(0, "127.0.0.1", resolve));
  process.env.INNGEST_BASE_URL = `http://127.0.0.1:${(engine.address() as AddressInfo).port}`;
  process.env.INNGEST_EVENT_KEY = "0123456789abcdef";
  process.env.DATABASE_URL = database.url;
  ctx = { db: database.db, actor: { kind: "system", job: "test" }, now: new Date() };
});
afterAll(async () => {
  process.emit("SIGTERM");
  engine.close();
  await closeDatabase();
  await database.drop();
});

describe("the relay", () => {
  test("sends what was stored while the engine was away, each event once, with its own id and nothing more", async () => {
    const patientIds = Array.from({ length: 120 }, () => newId());
    for (const patientId of patientIds) await emit(ctx, "patient/updated", { patientId });
    const { startRelay } = await import("./relay");
    startRelay();
    startRelay();
    await expect.poll(() => refusals, { timeout: 15_000 }).toBeGreaterThan(0);
    expect(isBeating("relay", 60_000)).toBe(true);
    away = false;
    await expect.poll(() => received.length, { timeout: 25_000 }).toBe(120);
    expect(new Set(received.map((event) => event.id)).size).toBe(120);
    expect(received.map((event) => event.data)).toEqual(patientIds.map((patientId) => ({ patientId })));
  }, 60_000);

  test("sends a new event within a second or two", async () => {
    const storedAt = Date.now();
    await emit(ctx, "patient/withdrawn", { patientId: newId() });
    await expect.poll(() => received.length, { timeout: 10_000, interval: 20 }).toBe(121);
    expect(received.at(-1)!.name).toBe("patient/withdrawn");
    expect(Date.now() - storedAt).toBeLessThan(3000);
  });
});
