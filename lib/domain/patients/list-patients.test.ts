import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "@/db/columns";
import type { Context } from "@/lib/core/context";
import { type TestDatabase, createTestDatabase } from "@/tests/support/database";
import { createPatient } from "./create-patient";
import { listPatients, pagePatients } from "./list-patients";
import { patientInput, patientListFilter } from "./schemas";

let database: TestDatabase;
let ctx: Context;
let viewer: Context;
let ids: string[];

/** Name, town, days of waiting, and whether the search runs. */
const people = [
  ["Anna", "Özcan", "Aachen", 30, true],
  ["Berta", "Olbers", "Köln", 10, true],
  ["Clara", "Probst", "Aachen", 50, true],
  ["Dora", "zur Linde", "Düren", 40, false],
  ["Emma", "100%_ig", "Bonn", 20, true],
] as const;

beforeAll(async () => {
  database = await createTestDatabase();
  const base = { db: database.db, now: new Date() };
  ctx = { ...base, actor: { kind: "staff", id: newId(), role: "coordinator", name: "Kim" } };
  viewer = { ...base, actor: { kind: "staff", id: newId(), role: "viewer", name: "Vera" } };
  ids = [];
  for (const [firstName, lastName, city, days, runs] of people) {
    const input = patientInput.parse({
      firstName,
      lastName,
      address: { postalCode: "52062", city },
      email: `${firstName}@example.org`,
      travel: { maxKm: 20 },
    });
    const waitingSince = new Date(ctx.now.getTime() - days * 24 * 60 * 60 * 1000);
    const created = await createPatient(ctx, {
      ...input,
      waitingSince,
      consents: runs ? ["processing", "sharing"] : [],
    });
    ids.push(created.id);
  }
});
afterAll(() => database.drop());

const names = async (filter: object, as = ctx) => {
  const { rows, total } = await listPatients(as, patientListFilter.parse(filter));
  return { names: rows.map((row) => row.firstName), total };
};

describe("the list of patients", () => {
  test("begins with who waits longest", async () => {
    expect((await names({})).names).toEqual(["Clara", "Dora", "Anna", "Emma", "Berta"]);
  });

  test("sorts names as German directories do", async () => {
    expect((await names({ sort: "name" })).names).toEqual(["Emma", "Berta", "Anna", "Clara", "Dora"]);
  });

  test("sorts by day of creation in both directions", async () => {
    const asc = await names({ sort: "created" });
    const desc = await names({ sort: "created", direction: "desc" });
    expect(asc.names).toEqual(people.map(([firstName]) => firstName));
    expect(desc.names).toEqual([...asc.names].reverse());
  });

  test("gives pages that neither overlap nor leave gaps, with the number of all", async () => {
    const pages = await Promise.all([1, 2, 3, 4].map((page) => names({ page, pageSize: 2 })));
    expect(pages.flatMap((page) => page.names)).toEqual((await names({})).names);
    expect(pages.map((page) => page.total)).toEqual([5, 5, 5, 5]);
  });

  test("filters by status and says so in the number", async () => {
    expect(await names({ status: "open" })).toEqual({ names: ["Dora"], total: 1 });
  });

  test.each([
    ["özc", ["Anna"]],
    ["CLARA pro", ["Clara"]],
    ["clara olbers", []],
    ["100%_", ["Emma"]],
    ["%", ["Emma"]],
    ["\\", []],
    ["berta@example.org", ["Berta"]],
    ["erta@example.org", []],
    ["'; drop table patients; --", []],
  ])("finds by %j", async (query, expected) => {
    expect((await names({ query })).names).toEqual(expected);
  });

  test("finds by pseudonym", async () => {
    expect((await names({ query: ids[2]!.slice(-6).toUpperCase() })).names).toEqual(["Clara"]);
  });
});

describe("the list for people who may not know who patients are", () => {
  test("has pseudonyms in place of names and two digits of the postcode", async () => {
    const { rows } = await listPatients(viewer, patientListFilter.parse({}));
    expect(JSON.stringify(rows)).not.toMatch(/Anna|Özcan|52062|example/);
    expect(rows.map((row) => row.pseudonym)).toContain(ids[0]!.slice(-6).toUpperCase());
    expect(rows[0]).toMatchObject({ firstName: null, lastName: null, postalCode: "52" });
  });

  test("cannot be asked for a name or an address, nor sorted by name", async () => {
    expect((await names({ query: "clara" }, viewer)).total).toBe(0);
    expect((await names({ query: "berta@example.org" }, viewer)).total).toBe(0);
    const waiting = await listPatients(viewer, patientListFilter.parse({}));
    const byName = await listPatients(viewer, patientListFilter.parse({ sort: "name" }));
    expect(byName.rows.map((row) => row.id)).toEqual(waiting.rows.map((row) => row.id));
  });
});

test("reading on from a record gives each patient once, in order of creation", async () => {
  const read: string[] = [];
  for (let after: string | undefined; ; after = read.at(-1)) {
    const rows = await pagePatients(ctx, { after, limit: 2 });
    read.push(...rows.map((row) => row.id));
    if (rows.length < 2) break;
  }
  expect(read).toEqual(ids);
});
