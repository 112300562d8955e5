import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Context } from "@/lib/core/context";
import { type TestDatabase, createTestDatabase } from "@/tests/support/database";
import { createTherapist } from "./create-therapist";
import { listTherapists } from "./list-therapists";
import { pageTherapists } from "./page-therapists";
import { type TherapistInput, therapistInput, therapistListFilter } from "./schemas";

let database: TestDatabase;
let ctx: Context;
let ids: string[];

const site = (postalCode: string, city: string) => ({ address: { postalCode, city } });
const people: (Omit<Partial<TherapistInput>, "locations"> & { locations: object[] })[] = [
  { firstName: "Anna", lastName: "Özcan", email: "oezcan@example.org", locations: [site("52062", "Aachen")] },
  { firstName: "Bernd", lastName: "Olbers", locations: [site("50667", "Köln"), site("52062", "Aachen")] },
  {
    firstName: "Cleo",
    lastName: "Probst",
    practiceName: "Haus am Wald",
    locations: [site("52349", "Düren")],
  },
  { firstName: "Dora", lastName: "A_b%c", locations: [site("53111", "Bonn")] },
];

beforeAll(async () => {
  database = await createTestDatabase();
  ctx = { db: database.db, actor: { kind: "system", job: "test" }, now: new Date() };
  ids = [];
  for (const [index, person] of people.entries()) {
    const method = index === 2 ? "ST" : "VT";
    const offers = [{ method, ageGroup: "adult", setting: "individual" }];
    const status = index === 3 ? "pending_review" : "active";
    const { id } = await createTherapist(ctx, therapistInput.parse({ ...person, offers }), { status });
    ids.push(id);
  }
});
afterAll(() => database.drop());

const names = async (filter: object) => {
  const { rows, total } = await listTherapists(ctx, therapistListFilter.parse(filter));
  return { names: rows.map((row) => row.firstName), total };
};

describe("the list of therapists", () => {
  test.each([
    [{}, ["Dora", "Bernd", "Anna", "Cleo"]],
    [{ direction: "desc" }, ["Cleo", "Anna", "Bernd", "Dora"]],
    [{ sort: "city" }, ["Anna", "Dora", "Cleo", "Bernd"]],
    [{ sort: "created" }, ["Anna", "Bernd", "Cleo", "Dora"]],
  ])("sorted by %o is as German directories sort", async (filter, expected) => {
    expect((await names(filter)).names).toEqual(expected);
  });

  test.each([
    [{ query: "ÖZC" }, ["Anna"]],
    [{ query: "aachen" }, ["Bernd", "Anna"]],
    [{ query: "aachen olb" }, ["Bernd"]],
    [{ query: "52349" }, ["Cleo"]],
    [{ query: "haus wald" }, ["Cleo"]],
    [{ query: "oezcan@" }, ["Anna"]],
    [{ query: "a_b%" }, ["Dora"]],
    [{ query: "_" }, ["Dora"]],
    [{ query: "'; drop table therapists; --" }, []],
    [{ status: "pending_review" }, ["Dora"]],
    [{ method: "ST" }, ["Cleo"]],
    [{ hasEmail: "yes" }, ["Anna"]],
    [{ hasEmail: "no", query: "aachen" }, ["Bernd"]],
  ])("filtered by %o has the right people and their number", async (filter, expected) => {
    expect(await names(filter)).toEqual({ names: expected, total: expected.length });
  });

  test("gives pages that neither overlap nor leave gaps", async () => {
    const pages = await Promise.all([1, 2, 3].map((page) => names({ page, pageSize: 2 })));
    expect(pages.flatMap((page) => page.names)).toEqual((await names({})).names);
    expect(pages.map((page) => page.total)).toEqual([4, 4, 4]);
  });

  test("shows the first site and how many there are", async () => {
    const { rows } = await listTherapists(ctx, therapistListFilter.parse({ query: "olbers" }));
    expect(rows).toMatchObject([{ city: "Köln", postalCode: "50667", sites: 2, email: null }]);
  });
});

test("reading on from a record gives each therapist once, in order of creation", async () => {
  const first = await pageTherapists(ctx, { limit: 3 });
  const rest = await pageTherapists(ctx, { limit: 3, after: first.at(-1)!.id });
  expect([...first, ...rest].map((record) => record.id)).toEqual(ids);
  expect(first[1]!.locations.map((one) => one.address.city)).toEqual(["Köln", "Aachen"]);
  expect(await pageTherapists(ctx, { limit: 3, after: ids.at(-1)! })).toEqual([]);
});
