import { afterAll, beforeAll } from "vitest";
import type { Context } from "@/lib/core/context";
import { type TestDatabase, createTestDatabase } from "./database";
import { systemOn } from "./factories";

/** A database of its own for each test file that imports this, with connections enough for races. */
export let database: TestDatabase;
/** The system on it, at the time at which the file began. */
export let ctx: Context;

beforeAll(async () => {
  database = await createTestDatabase({ poolSize: 10 });
  ctx = systemOn(database.db);
});

afterAll(() => database.drop());
