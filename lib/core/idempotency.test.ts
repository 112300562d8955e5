import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "@/db/columns";
import { apiRequests, apiTokens } from "@/db/schema";
import { type TestDatabase, createTestDatabase } from "@/tests/support/database";
import type { Context } from "./context";
import { forgetOldRequests, once } from "./idempotency";

let database: TestDatabase;
let ctx: Context;
beforeAll(async () => {
  database = await createTestDatabase();
  const tokenId = newId();
  await database.db.insert(apiTokens).values({ id: tokenId, name: "x", tokenHash: "x", scopes: [] });
  ctx = { db: database.db, actor: { kind: "api", tokenId, scopes: [] }, now: new Date() };
});
afterAll(() => database.drop());

const request = { key: "order-66", content: "{}" };
const after = (hours: number): Context => ({ ...ctx, now: new Date(ctx.now.getTime() + hours * 3_600_000) });

test("a key holds for a day and is then free, and forgotten by the clean-up", async () => {
  const first = await once(ctx, request, async () => newId());
  expect(await once(after(23), request, async () => newId())).toEqual({ id: first.id, replayed: true });
  expect(await forgetOldRequests(after(23))).toBe(0);
  const second = await once(after(25), request, async () => newId());
  expect(second.replayed).toBe(false);
  expect(second.id).not.toBe(first.id);
  expect(await forgetOldRequests(after(50))).toBe(1);
});

test("neither key nor content can be read in the database", async () => {
  await once(ctx, { key: "secret-key", content: "secret content" }, async () => newId());
  expect(JSON.stringify(await ctx.db.select().from(apiRequests))).not.toContain("secret");
});

test("only tokens have keys", async () => {
  const nobody: Context = { ...ctx, actor: { kind: "public" } };
  await expect(once(nobody, request, async () => newId())).rejects.toMatchObject({ code: "forbidden" });
});
