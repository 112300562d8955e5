import postgres, { type Sql } from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { takeSnapshot } from "@/lib/domain/matching/kernel/snapshot";
import { type TestDatabase, createTestDatabase } from "@/tests/support/database";
import { syntheticGermany } from "../synthetic-germany";
import { compareWithKernel } from "./compare";
import { hasPostgis, joinInSql } from "./sql-join";
import { makeTables } from "./sql-tables";

const at = new Date("2026-11-18T11:00:00Z");
let database: TestDatabase;
let sql: Sql;

beforeAll(async () => {
  database = await createTestDatabase({ empty: true, direct: true });
  sql = postgres(database.url, { max: 1, onnotice: () => {}, prepare: false });
});
afterAll(async () => {
  await sql.end();
  await database.drop();
});

test.each([1, 2, 3])(
  "one SQL join over every rule finds the pairs of the kernel, in made-up country %i",
  async (seed) => {
    const world = syntheticGermany(2500, 400, seed);
    await makeTables(sql, world);
    await joinInSql(sql, at, "earthdistance");
    const snapshot = takeSnapshot(world, at);
    expect(await compareWithKernel(sql, snapshot)).toBeGreaterThan(1000);
    if (!(await hasPostgis(sql))) return;
    await joinInSql(sql, at, "postgis");
    await compareWithKernel(sql, snapshot);
  },
);

test("a pair that SQL judges otherwise is found", async () => {
  const world = syntheticGermany(1000, 100);
  await makeTables(sql, world);
  await joinInSql(sql, at, "earthdistance");
  await sql`update bench.pairs set unknown = unknown # 1 where (p, t) = (select p, t from bench.pairs limit 1)`;
  await expect(compareWithKernel(sql, takeSnapshot(world, at))).rejects.toThrow(/SQL says/);
  await sql`delete from bench.pairs`;
  await expect(compareWithKernel(sql, takeSnapshot(world, at))).rejects.toThrow(/the kernel found/);
});
