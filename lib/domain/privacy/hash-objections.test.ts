import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { auditEntries, objections, therapists } from "@/db/schema";
import { importTherapist } from "@/lib/domain/directory/import-therapist";
import { loadKeptApart } from "@/lib/domain/inquiries/kept-apart";
import { givenPatient, givenSentInquiry, givenTherapist } from "@/tests/support/factories";
import { ctx } from "@/tests/support/own-database";
import { findObjection } from "../therapists/find-objection";
import { liftObjection } from "../therapists/lift-objection";
import { objectToContact } from "../therapists/object-to-contact";
import { therapistInput } from "../therapists/schemas";
import { hashObjections } from "./hash-objections";

const long = new Date("2026-02-03T09:00:00Z");

const imported = async (sourceKey: string, changes: object) => {
  const therapist = therapistInput.parse({
    firstName: "Ute",
    email: `${sourceKey.split(":")[1]}@frei.example`,
    offers: [{ method: "VT", ageGroup: "adult", setting: "individual" }],
    locations: [
      {
        address: { street: "Testallee", houseNumber: "2", postalCode: "52064", city: "Aachen" },
        coordinates: null,
      },
    ],
    ...changes,
  });
  return (await importTherapist(ctx, { sourceKey, source: "Arztsuche", therapist })).therapistId;
};

/** Objections as the database, and so any export of it, holds them, and what the audit log says. */
async function everythingStored(): Promise<string> {
  const rows = await ctx.db.execute(sql`select row_to_json(o)::text as row from objections o`);
  const entries = await ctx.db.select({ details: auditEntries.details }).from(auditEntries);
  return JSON.stringify([rows, entries]).toLowerCase();
}

test("objections of an earlier version hold in readable form, become hashes on the start, and hold on; nothing of them can be read", async () => {
  const { searchId } = await givenPatient(ctx);
  const readable = {
    person: ["müllerstill|ute|52064", "source:arztsuche:s1"],
    address: ["ruhig@adresse.example"],
    domain: ["domain-ruhig.example"],
  };
  await ctx.db
    .insert(objections)
    .values(
      Object.entries(readable).flatMap(([kind, values]) =>
        values.map((value) => ({ kind: kind as "person", value, createdAt: long })),
      ),
    );
  const before = [
    await imported("arztsuche:n1", { lastName: "Müllerstill" }),
    await imported("arztsuche:s1", { lastName: "Ganz-Anders" }),
  ];
  expect(await hashObjections(ctx)).toBeGreaterThanOrEqual(4);
  expect(await hashObjections(ctx), "a second start").toBe(0);
  const people = [
    ...before,
    await imported("arztsuche:n2", { lastName: "MÜLLERSTILL", firstName: "ute" }),
    await imported("arztsuche:a1", { lastName: "Adressig", email: "Ruhig@Adresse.example" }),
    await imported("arztsuche:d1", { lastName: "Domänig", email: "neu@domain-ruhig.example" }),
  ];
  const isKeptApart = await loadKeptApart(ctx, people);
  for (const id of people) {
    expect(await findObjection(ctx, id)).toMatchObject({ since: long });
    expect(isKeptApart(id, searchId)).toBe(true);
  }
  const other = await imported("arztsuche:o1", { lastName: "Müllerstil" });
  expect(await findObjection(ctx, other), "a name that is only alike").toBeNull();
  const stored = await everythingStored();
  for (const word of ["müller", "still", "ute", "52064", "arztsuche:", "ruhig", "adresse.example"])
    expect(stored, word).not.toContain(word);
});

test("an objection of an earlier version is lifted under former names too; where several may have kept the one of their address, for one of them only", async () => {
  const at = (instant: string) => new Date(`2026-02-0${instant}:00:00.123Z`);
  const put = (createdAt: Date, ...values: string[]) =>
    ctx.db.insert(objections).values(values.map((value) => ({ kind: "person" as const, value, createdAt })));
  await put(at("4T09"), "früher|ute|52064", "später|ute|52064");
  await put(at("5T09"), "hafer|ute|52064", "gerste|ute|52064");
  await ctx.db
    .insert(objections)
    .values({ kind: "address", value: "beide@getreide.example", createdAt: at("5T09") });
  await hashObjections(ctx);
  await hashObjections(ctx);
  for (const [lastName, former, isFreed] of [
    ["Später", "Früher", true],
    ["Hafer", "Gerste", false],
  ] as const) {
    const therapistId = await imported(`arztsuche:new-${isFreed}`, { lastName });
    await liftObjection(ctx, { whose: { therapistId }, kind: "person", reason: "asked_by_phone" });
    expect(await findObjection(ctx, therapistId)).toBeNull();
    const again = await imported(`arztsuche:former-${isFreed}`, { lastName: former });
    expect((await findObjection(ctx, again)) === null, former).toBe(isFreed);
  }
});

test("an objection is never stored in readable form, whoever makes it", async () => {
  const { searchId } = await givenPatient(ctx);
  for (const kind of ["person", "address", "domain"] as const) {
    const made = { lastName: `Leisewind${kind}`, email: `leise@${kind}-leisewind.example` };
    const therapist = await givenTherapist(ctx, made);
    const { inquiryId } = await givenSentInquiry(ctx, therapist, [searchId]);
    await objectToContact({ ...ctx, actor: { kind: "therapist", inquiryId } }, { kind });
    expect(await findObjection(ctx, therapist.id)).toMatchObject({ kind });
    await ctx.db.update(therapists).set({ status: "inactive" }).where(eq(therapists.id, therapist.id));
  }
  expect(await everythingStored()).not.toContain("leise");
});
