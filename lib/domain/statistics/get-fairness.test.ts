import { inArray } from "drizzle-orm";
import { expect, test } from "vitest";
import { searches } from "@/db/schema";
import { givenPatient, givenSentInquiry, givenTherapist } from "@/tests/support/factories";
import { ctx } from "@/tests/support/own-database";
import { cancelSearch } from "../searches/cancel-search";
import { getFairness, hiddenGroups } from "./get-fairness";

const dayMs = 86_400_000;

test("shares and medians are those of the searches, and no group or share shows fewer than five people", async () => {
  const women = await Promise.all(Array.from({ length: 12 }, () => givenPatient(ctx)));
  const men = await Promise.all(Array.from({ length: 4 }, () => givenPatient(ctx, { gender: "male" })));
  const diverse = await Promise.all(
    Array.from({ length: 6 }, () => givenPatient(ctx, { gender: "diverse" })),
  );
  const all = [...women, ...men, ...diverse];
  await ctx.db
    .update(searches)
    .set({ since: new Date(ctx.now.getTime() - 10 * dayMs) })
    .where(
      inArray(
        searches.id,
        all.map(({ searchId }) => searchId),
      ),
    );
  await givenSentInquiry(
    ctx,
    await givenTherapist(ctx),
    women.slice(0, 6).map(({ searchId }) => searchId),
  );
  await givenSentInquiry(ctx, await givenTherapist(ctx), [women[6]!.searchId]);
  const { total, gender, waiting, payer } = await getFairness(ctx);
  expect(gender.find(({ group }) => group === "female")).toEqual({
    group: "female",
    searches: 12,
    asked: 7 / 12,
    daysToInquiry: 10,
    daysToAcceptance: null,
  });
  // Four men could be told apart, and with them hidden alone they would be the rest.
  for (const group of ["male", "diverse"]) {
    expect(gender.find((row) => row.group === group)).toMatchObject({ searches: null, asked: null });
  }
  expect(total).toMatchObject({ searches: 22, asked: 7 / 22, daysToInquiry: null });
  expect(waiting).toMatchObject([{ group: "under6weeks", searches: 22 }]);
  expect(payer).toMatchObject([{ group: "gkv", searches: 22 }]);
  // One search more is asked for: of the twelve women four are left, who could be told apart.
  await givenSentInquiry(ctx, await givenTherapist(ctx), [women[7]!.searchId]);
  const after = await getFairness(ctx);
  expect(after.gender.find(({ group }) => group === "female")!.asked).toBeNull();
});

test("who gave up counts as waiting until that day, and who never confirmed does not count", async () => {
  const before = await getFairness(ctx);
  const people = await Promise.all(
    Array.from({ length: 12 }, () => givenPatient(ctx, { payer: "pkv", gender: "female" })),
  );
  const searchIds = people.map(({ searchId }) => searchId);
  const since = new Date(ctx.now.getTime() - 20 * dayMs);
  await ctx.db.update(searches).set({ since }).where(inArray(searches.id, searchIds));
  const [unconfirmed, ...confirmed] = searchIds;
  await ctx.db
    .update(searches)
    .set({ status: "unverified" })
    .where(inArray(searches.id, [unconfirmed!]));
  await cancelSearch(ctx, unconfirmed!, "other");
  for (const searchId of confirmed.slice(0, 6)) {
    await cancelSearch({ ...ctx, now: new Date(since.getTime() + 5 * dayMs) }, searchId, "other");
  }
  await givenSentInquiry(ctx, await givenTherapist(ctx), confirmed.slice(6));
  const { payer, total } = await getFairness(ctx);
  expect(total.searches! - before.total.searches!).toBe(11);
  // All five who stayed were asked for on the twentieth day: half of all, since who gave up by the fifth might have been too.
  expect(payer.find(({ group }) => group === "pkv")).toMatchObject({
    searches: 11,
    asked: 5 / 11,
    daysToInquiry: 20,
  });
});

test("what is hidden never adds up to fewer than five", () => {
  const hidden = (...sizes: number[]) =>
    [...hiddenGroups(sizes.map((size, i) => ({ group: `g${i}`, size })))].toSorted();
  expect(hidden(10, 7, 0)).toEqual([]);
  expect(hidden(10, 7, 3)).toEqual(["g1", "g2"]);
  expect(hidden(10, 3, 3)).toEqual(["g1", "g2"]);
  expect(hidden(3)).toEqual(["g0"]);
});

test("it is for who may read inquiries", async () => {
  await expect(getFairness({ ...ctx, actor: { kind: "public" } })).rejects.toThrow();
});
