import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inquiries, objections, practices, therapists } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { importTherapist } from "@/lib/domain/directory/import-therapist";
import { loadKeptApart } from "@/lib/domain/inquiries/kept-apart";
import { loadMatchingRecords } from "@/lib/domain/matching/load/load-records";
import { type TestDatabase, createTestDatabase } from "@/tests/support/database";
import { givenPatient, givenSentInquiry, givenTherapist, systemOn } from "@/tests/support/factories";
import { deleteTherapist } from "./delete-therapist";
import { findObjection } from "./find-objection";
import { objectToContact } from "./object-to-contact";
import { type ObjectionKey, recordKey, storedValue } from "./objection-index";
import type { ObjectionKind } from "./objection-kinds";
import { therapistInput } from "./schemas";
import { updateTherapist } from "./update-therapist";

let database: TestDatabase;
let ctx: Context;
let searchId: string;
beforeAll(async () => {
  database = await createTestDatabase();
  ctx = systemOn(database.db);
  ({ searchId } = await givenPatient(ctx));
});
afterAll(() => database.drop());

const elsewhere = [
  { address: { street: "Domplatz", houseNumber: "1", postalCode: "50667", city: "Köln" }, coordinates: null },
];
let counter = 0;
const unique = () => `still${(counter += 1)}`;

function record(firstName: string, changes: object = {}) {
  const name = unique();
  return therapistInput.parse({
    firstName,
    lastName: `Probewind${name}`,
    email: `praxis@${name}.example`,
    statutorySeat: "yes",
    offers: [{ method: "VT", ageGroup: "adult", setting: "individual" }],
    locations: [
      {
        address: { street: "Testallee", houseNumber: "2", postalCode: "52064", city: "Aachen" },
        coordinates: { lat: 50.768, lon: 6.09 },
      },
    ],
    ...changes,
  });
}

async function objecting(therapist: { id: string; practiceId: string }, kind: ObjectionKind = "person") {
  await ctx.db.update(therapists).set({ status: "active" }).where(eq(therapists.id, therapist.id));
  const { inquiryId } = await givenSentInquiry(ctx, therapist, [searchId]);
  await objectToContact({ ...ctx, actor: { kind: "therapist", inquiryId } }, { kind });
}

async function imported(sourceKey: string, therapist: ReturnType<typeof record>, otherKeys: string[] = []) {
  const { therapistId } = await importTherapist(ctx, {
    sourceKey,
    otherKeys,
    source: "Arztsuche",
    therapist,
  });
  const [row] = await ctx.db.select().from(therapists).where(eq(therapists.id, therapistId));
  return row!;
}

const storedCount = (key: ObjectionKey) => ctx.db.$count(objections, eq(objections.value, storedValue(key)));

/** By every way in which the application asks. */
async function holds(therapistId: string): Promise<void> {
  expect(await findObjection(ctx, therapistId), "seen at the desk").not.toBeNull();
  await ctx.db.update(therapists).set({ status: "active" }).where(eq(therapists.id, therapistId));
  const { therapists: known } = await loadMatchingRecords(ctx);
  expect(known.find(({ id }) => id === therapistId)?.objected, "seen by matching").toBe(true);
  const isKeptApart = await loadKeptApart(ctx, [therapistId]);
  expect(isKeptApart(therapistId, searchId), "seen where inquiries are made").toBe(true);
}

describe("an objection for this person holds", () => {
  test.each<[string, Parameters<typeof updateTherapist>[2]]>([
    ["the first name", { firstName: "Karin" }],
    ["the last name", { lastName: "Anders-Meyer" }],
    ["the only site", { locations: therapistInput.shape.locations.parse(elsewhere) }],
    [
      "all of it at once",
      { firstName: "A", lastName: "B", email: "neu@anders.example", phone: "0241 4711120" },
    ],
  ])("when %s is corrected by hand", async (_, change) => {
    const therapist = await givenTherapist(ctx, { firstName: "", email: `a@${unique()}.example` });
    await objecting(therapist);
    const before = await findObjection(ctx, therapist.id);
    await updateTherapist(ctx, therapist.id, change);
    expect(await findObjection(ctx, therapist.id)).toEqual(before);
    await holds(therapist.id);
  });

  test("when the directory learns the first name", async () => {
    const person = record("");
    const therapist = await imported("arztsuche:w1", person);
    await objecting(therapist);
    expect((await imported("arztsuche:w1", { ...person, firstName: "Wilma" })).id).toBe(therapist.id);
    await holds(therapist.id);
    const twin = await imported("arztsuche:w2", { ...person, firstName: "Wilma", email: "w@zweit.example" });
    expect(twin.id, "the same person under another key").not.toBe(therapist.id);
    await holds(twin.id);
  });

  test("when the record is deleted and comes back under another name, and nothing but what an import needs is kept", async () => {
    const person = record("");
    const therapist = await imported("arztsuche:d1", person, ["arztsuche:d2"]);
    await objecting(therapist);
    await ctx.db.delete(inquiries).where(eq(inquiries.therapistId, therapist.id));
    await deleteTherapist(ctx, therapist.id);
    expect(await storedCount(recordKey(therapist.id))).toBe(0);
    const again = await imported("arztsuche:d1", { ...person, firstName: "Dora", lastName: "Anders" });
    expect(again.id).not.toBe(therapist.id);
    await holds(again.id);
    const bySecondKey = await imported("arztsuche:d2", { ...record("Dora"), lastName: "Ganz-Anders" });
    await holds(bySecondKey.id);
  });

  test("when two entries of the directory turn out to be one person", async () => {
    const first = await imported("arztsuche:m1", record("Mona"));
    const other = record("Mona");
    const second = await imported("arztsuche:m2", other);
    await objecting(first);
    expect(await findObjection(ctx, second.id)).toBeNull();
    await imported("arztsuche:m2", other, ["arztsuche:m1"]);
    await holds(second.id);
  });

  test("and speaks for nobody else behind the mailbox", async () => {
    const email = `a@${unique()}.example`;
    const one = await givenTherapist(ctx, { email });
    const two = await givenTherapist(ctx, { email });
    await objecting(one);
    await updateTherapist(ctx, one.id, { firstName: "Karin", email: "eigen@karin.example" });
    await holds(one.id);
    expect(await findObjection(ctx, two.id)).toBeNull();
  });
});

describe("an objection for an address or a domain", () => {
  test.each(["address", "domain"] as const)(
    "(%s) holds for the person when the address is corrected",
    async (kind) => {
      const therapist = await givenTherapist(ctx, { email: `a@${unique()}.example` });
      await objecting(therapist, kind);
      await updateTherapist(ctx, therapist.id, { email: `b@${unique()}.example` });
      await holds(therapist.id);
      await updateTherapist(ctx, therapist.id, { firstName: "Karin" });
      await holds(therapist.id);
    },
  );

  test("does not spread to a new colleague of the address to which somebody who objected moves", async () => {
    const therapist = await givenTherapist(ctx, { email: `a@${unique()}.example` });
    const email = `b@${unique()}.example`;
    const colleague = await givenTherapist(ctx, { email });
    await objecting(therapist, "address");
    await updateTherapist(ctx, therapist.id, { email });
    expect(await findObjection(ctx, colleague.id)).toBeNull();
  });

  test("by a stranger whose address it was holds until that is corrected, and goes with the address, not with the practice", async () => {
    const therapist = await givenTherapist(ctx, { email: `fremd@${unique()}.example` });
    await objecting(therapist, "address");
    await ctx.db
      .update(practices)
      .set({ emailDisownedAt: ctx.now, emailBouncedAt: ctx.now })
      .where(eq(practices.id, therapist.practiceId));
    await holds(therapist.id);
    await updateTherapist(ctx, therapist.id, { email: `richtig@${unique()}.example` });
    expect(await findObjection(ctx, therapist.id)).toBeNull();
  });

  test("stays one for the address while only the telephone number changes", async () => {
    const therapist = await givenTherapist(ctx, { email: `a@${unique()}.example` });
    await objecting(therapist, "address");
    await updateTherapist(ctx, therapist.id, { phone: "0241 4711130" });
    expect(await findObjection(ctx, therapist.id)).toMatchObject({ kind: "address" });
    expect(await storedCount(recordKey(therapist.id))).toBe(0);
  });
});
