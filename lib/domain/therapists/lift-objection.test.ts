import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { auditEntries, inquiries, objections, practices, therapists } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { importTherapist } from "@/lib/domain/directory/import-therapist";
import { loadKeptApart } from "@/lib/domain/inquiries/kept-apart";
import { type TestDatabase, createTestDatabase } from "@/tests/support/database";
import { givenPatient, givenSentInquiry, givenTherapist, systemOn } from "@/tests/support/factories";
import { eventsAbout } from "@/tests/support/traces";
import { liftObjection } from "./lift-objection";
import { listObjections } from "./list-objections";
import { objectToContact } from "./object-to-contact";
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

const kindsOf = async (id: string) => (await listObjections(ctx, id)).map(({ kind }) => kind);
const isKeptApart = async (id: string) => (await loadKeptApart(ctx, [id]))(id, searchId);
const lift = (therapistId: string, kind: "person" | "address" | "domain", reason = "asked_in_writing") =>
  liftObjection(ctx, { whose: { therapistId }, kind, reason });

const entry = (changes: object) =>
  therapistInput.parse({
    firstName: "Ines",
    offers: [{ method: "VT", ageGroup: "adult", setting: "individual" }],
    locations: [
      {
        address: { street: "Testallee", houseNumber: "2", postalCode: "52064", city: "Aachen" },
        coordinates: null,
      },
    ],
    ...changes,
  });
const imported = async (sourceKey: string, changes: object) =>
  (await importTherapist(ctx, { sourceKey, source: "Arztsuche", therapist: entry(changes) })).therapistId;

describe("an objection for a person, once lifted,", () => {
  test("is gone under every name, place and entry of theirs, and no import brings it back", async () => {
    const person = { lastName: "Altfrau", email: "ines@wiederda.example" };
    const id = await imported("arztsuche:l1", person);
    const twin = await imported("arztsuche:l2", { ...person, email: "ines@zweitort.example" });
    await objectToContact(ctx, { kind: "person", therapistId: id });
    expect(await kindsOf(twin), "the same name at the same place").toEqual(["person"]);
    await imported("arztsuche:l2", { ...person, email: "ines@zweitort.example" });
    await updateTherapist(ctx, id, { lastName: "Neufrau" });
    await lift(id, "person");
    expect(await ctx.db.$count(objections)).toBe(0);
    await imported("arztsuche:l1", person);
    await imported("arztsuche:l2", { ...person, email: "ines@zweitort.example" });
    await imported("arztsuche:l3", { ...person, email: "ines@drittort.example" });
    for (const one of [id, twin]) expect([await kindsOf(one), await isKeptApart(one)]).toEqual([[], false]);
    const [entered] = await ctx.db
      .select()
      .from(auditEntries)
      .where(and(eq(auditEntries.act, "therapist.lift-objection"), eq(auditEntries.subjectId, id)));
    expect(entered!.details).toEqual({ kind: "person", reason: "asked_in_writing" });
  });

  test("leaves another person's, and a new one of the same person holds again", async () => {
    const [id, other] = [
      await imported("arztsuche:n1", { lastName: "Eins" }),
      await imported("arztsuche:n2", { lastName: "Zwei" }),
    ];
    await objectToContact(ctx, { kind: "person", therapistId: id });
    await objectToContact(ctx, { kind: "person", therapistId: other });
    await lift(id, "person", "by_mistake");
    expect(await kindsOf(other)).toEqual(["person"]);
    await objectToContact(ctx, { kind: "person", therapistId: id });
    expect(await kindsOf(id)).toEqual(["person"]);
  });
});

describe("an objection for an address or a domain, once lifted,", () => {
  test("is lifted for everybody there, says so before, and leaves what else holds; inquiries stay withdrawn", async () => {
    const email = "praxis@gemeinsam.example";
    const [one, two] = [await givenTherapist(ctx, { email }), await givenTherapist(ctx, { email })];
    const next = await givenTherapist(ctx, { email: "b@gemeinsam.example" });
    const { inquiryId } = await givenSentInquiry(ctx, one, [searchId]);
    for (const kind of ["domain", "address", "person"] as const)
      await objectToContact(ctx, { kind, therapistId: one.id });
    const seen = await listObjections(ctx, one.id);
    expect(seen.map(({ kind, others }) => [kind, others]).sort()).toEqual([
      ["address", 1],
      ["domain", 2],
      ["person", 0],
    ]);
    await lift(two.id, "domain", "other_owner");
    expect([await kindsOf(one.id), await kindsOf(two.id), await kindsOf(next.id)]).toEqual([
      ["address", "person"],
      ["address"],
      [],
    ]);
    expect(await eventsAbout(ctx, next.id), "is matched again").toContain("therapist/changed");
    // Nobody would find the lift of an objection that matching heeds and the page conceals.
    const isOurs = eq(practices.id, two.practiceId);
    await ctx.db.update(practices).set({ emailDisownedAt: ctx.now }).where(isOurs);
    await lift(two.id, "address");
    expect([await kindsOf(one.id), await kindsOf(two.id)]).toEqual([["person"], []]);
    const [inquiry] = await ctx.db.select().from(inquiries).where(eq(inquiries.id, inquiryId));
    expect(inquiry).toMatchObject({ status: "cancelled", cancelReason: "objection" });
  });
});

test("of several who lift at once one does; without a reason that can be one nobody does", async () => {
  const { id } = await givenTherapist(ctx);
  await objectToContact(ctx, { kind: "person", therapistId: id });
  for (const reason of ["", "other_owner", "because"])
    await expect(lift(id, "person", reason)).rejects.toMatchObject({ fields: { reason: "choose" } });
  const tries = await Promise.allSettled([1, 2, 3].map(() => lift(id, "person")));
  expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  await expect(lift(id, "person")).rejects.toMatchObject({ code: "conflict", key: "objection_gone" });
  expect(await ctx.db.$count(therapists, eq(therapists.id, id))).toBe(1);
});
