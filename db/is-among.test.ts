import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, createTestDatabase } from "@/tests/support/database";
import { newId } from "./columns";
import { isAmong } from "./is-among";
import { practices } from "./schema";

let database: TestDatabase;
beforeAll(async () => void (database = await createTestDatabase()));
afterAll(() => database.drop());

test("however many ids there are, they are one parameter, and exactly their rows are found", async () => {
  const ids = Array.from({ length: 3 }, newId);
  await database.db.insert(practices).values(ids.map((id) => ({ id, mailboxKey: id })));
  const meant = [ids[0]!, ids[2]!, ...Array.from({ length: 70_000 }, newId)];
  const find = (some: readonly string[]) =>
    database.db.select({ id: practices.id }).from(practices).where(isAmong(practices.id, some));
  expect((await find(meant)).map(({ id }) => id).toSorted()).toEqual([ids[0], ids[2]].toSorted());
  expect(await find([])).toEqual([]);
  await expect(find([`${ids[0]},x`])).rejects.toThrow();
});
