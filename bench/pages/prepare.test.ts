import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase, database } from "@/db/client";
import { type TestDatabase, createTestDatabase } from "@/tests/support/database";
import { fillDatabase } from "../fill-database";
import { fillDesk, pagesToMeasure, signedInCookie } from "./prepare";

let own: TestDatabase;

beforeAll(async () => {
  own = await createTestDatabase();
  process.env.DATABASE_URL = own.url;
  await fillDatabase(database(), 1500, 100);
});
afterAll(async () => {
  await closeDatabase();
  await own.drop();
});

test("a small country leaves proposals, mails and a session, and every page has its addresses", async () => {
  expect(await fillDesk()).toBeGreaterThan(10);
  expect(await signedInCookie()).toMatch(/^[\w.-]+=\S{50,}$/);
  const pages = await pagesToMeasure();
  const addresses = Object.values(pages).flat();
  expect(Object.values(pages).every((list) => list.length > 0)).toBe(true);
  expect(addresses.filter((address) => !address.startsWith("/admin"))).toEqual([]);
  expect(pages.review!.length).toBeGreaterThan(10);
});
