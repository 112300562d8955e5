import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { auditEntries, inquiries, outbox, patients, practices, searches, therapists } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { createToken } from "@/lib/core/tokens";
import type { PatientInput } from "@/lib/domain/patients/schemas";
import { noWishes } from "@/lib/domain/therapists/schemas";
import { updateSettings } from "@/lib/domain/settings/settings";
import { type TestDatabase, createTestDatabase } from "@/tests/support/database";
import {
  givenPatient,
  givenProposal,
  givenSentInquiry,
  givenTherapist,
  itemsOf,
  systemOn,
} from "@/tests/support/factories";
import { findInquiryStep } from "./conduct-inquiry";
import { expireInquiry } from "./expire-inquiry";
import { getAnswerPage } from "./get-answer-page";
import { offerNextPatient } from "./offer-next-patient";
import { respondToInquiry } from "./respond-to-inquiry";

let database: TestDatabase;
let ctx: Context;
const now = new Date("2026-11-25T10:00:00Z");
beforeAll(async () => {
  database = await createTestDatabase({ poolSize: 8 });
  ctx = systemOn(database.db, now);
});
afterAll(() => database.drop());

const asTherapist = (inquiryId: string): Context => ({ ...ctx, actor: { kind: "therapist", inquiryId } });

/** Somewhere of its own, so that nobody else is near. */
let places = 0;
function somewhere() {
  places += 1;
  return {
    coordinates: { lat: 48 + (places % 40) * 0.1, lon: 7 + Math.floor(places / 40) * 0.2 + places * 0.01 },
  };
}
const short = { travel: { mode: "car", maxKm: 3, maxMinutes: null } } as const;

/** A practice asked about two people, and so many more who wait near it, the first in line first. */
async function givenWorld(waiting: Partial<PatientInput>[] = [{}]) {
  const place = somewhere();
  const patientAt = (changes: Partial<PatientInput> = {}, days = 0) =>
    givenPatient(
      { ...ctx, now: new Date(now.getTime() - days * 86_400_000) },
      { ...place, ...short, ...changes },
    );
  const therapist = await givenTherapist(ctx, {
    locations: [
      {
        address: { street: "", houseNumber: "", postalCode: "52064", city: "" },
        ...place,
        stepFree: "unknown",
      },
    ],
  });
  const people = [await patientAt({}, 90), await patientAt({}, 80)];
  const asked = await givenSentInquiry(
    ctx,
    therapist,
    people.map((one) => one.searchId),
  );
  const others = [];
  for (const [index, changes] of waiting.entries()) others.push(await patientAt(changes, 60 - index));
  return { ...asked, therapist, people, others, patientAt };
}

/** Another practice, where they live, takes this person. */
async function placeElsewhere(person: { id: string; searchId: string }) {
  const [home] = await ctx.db
    .select({ lat: patients.lat, lon: patients.lon })
    .from(patients)
    .where(eq(patients.id, person.id));
  const other = await givenSentInquiry(
    ctx,
    await givenTherapist(ctx, {
      locations: [
        {
          address: { street: "", houseNumber: "", postalCode: "10115", city: "" },
          coordinates: { lat: home!.lat!, lon: home!.lon! },
          stepFree: "unknown",
        },
      ],
    }),
    [person.searchId],
  );
  const results = await respondToInquiry(asTherapist(other.inquiryId), other.inquiryId, [
    { itemId: other.items[0]!.id, outcome: "accepted" },
  ]);
  expect(Object.values(results)).toEqual(["accepted"]);
}

const searchesOf = async (inquiryId: string) => (await itemsOf(ctx, inquiryId)).map((item) => item.searchId);
const statusOf = async (inquiryId: string) =>
  (await ctx.db.select().from(inquiries).where(eq(inquiries.id, inquiryId)))[0]!.status;

describe("into a freed position follows", () => {
  test("who is first in line of those who surely fit, once for each position, and nobody while none is free", async () => {
    const world = await givenWorld([{}, {}, { languages: ["tr"] }]);
    const own = asTherapist(world.inquiryId);
    expect(await offerNextPatient(own, world.inquiryId)).toBeNull();
    await placeElsewhere(world.people[0]!);
    const offered = await offerNextPatient(own, world.inquiryId);
    expect(await searchesOf(world.inquiryId)).toEqual([
      ...world.people.map((one) => one.searchId),
      world.others[0]!.searchId,
    ]);
    const [, , third] = await itemsOf(ctx, world.inquiryId);
    expect(third).toMatchObject({
      id: offered!.itemId,
      position: 3,
      offered: true,
      offeredAt: now,
      outcome: "pending",
    });
    expect(await offerNextPatient(own, world.inquiryId)).toBeNull();
    const [entry] = await ctx.db
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.act, "inquiry.offer-next"));
    expect(entry).toMatchObject({ actorKind: "therapist", subjectId: world.inquiryId });
  });

  test("who is urgent before who has waited longer", async () => {
    const urgent = { ptv11: { acute: true, urgent: false } } as Partial<PatientInput>;
    const world = await givenWorld([{}, urgent]);
    await placeElsewhere(world.people[0]!);
    await offerNextPatient(asTherapist(world.inquiryId), world.inquiryId);
    expect((await searchesOf(world.inquiryId)).at(-1)).toBe(world.others[1]!.searchId);
  });

  test("nobody whom the practice does not treat, who is paused, in enough inquiries, or was asked about before", async () => {
    const world = await givenWorld([{ birthDate: "1950-01-01" }, {}, {}, {}]);
    const [old, paused, busy, asked] = world.others;
    await ctx.db
      .update(therapists)
      .set({ wishes: { ...noWishes, ageMax: 60 } })
      .where(eq(therapists.id, world.therapist.id));
    await ctx.db.update(searches).set({ status: "paused" }).where(eq(searches.id, paused!.searchId));
    for (let times = 0; times < 3; times++)
      await givenProposal(ctx, await givenTherapist(ctx), [busy!.searchId]);
    await placeElsewhere(world.people[0]!);
    const own = asTherapist(world.inquiryId);
    await offerNextPatient(own, world.inquiryId);
    expect((await searchesOf(world.inquiryId)).at(-1)).toBe(asked!.searchId);
    const { id: itemId } = (await itemsOf(ctx, world.inquiryId)).at(-1)!;
    await respondToInquiry(own, world.inquiryId, [{ itemId, outcome: "later" }]);
    await placeElsewhere(world.people[1]!);
    expect(await offerNextPatient(own, world.inquiryId), "everybody else is kept out").toBeNull();
    expect(await searchesOf(world.inquiryId)).not.toContain(old!.searchId);
  });

  test("somebody also when the inquiry closed with the last person: it is open once more, and can be answered", async () => {
    const world = await givenWorld();
    await placeElsewhere(world.people[0]!);
    await placeElsewhere(world.people[1]!);
    expect(await statusOf(world.inquiryId)).toBe("cancelled");
    const secret = await createToken(ctx, "respond", world.inquiryId);
    expect(await getAnswerPage(ctx, secret)).toMatchObject({ state: "answered", mayFollow: true });
    const own = asTherapist(world.inquiryId);
    const offered = await offerNextPatient(own, world.inquiryId);
    expect(await getAnswerPage(ctx, secret)).toMatchObject({ state: "open", mayFollow: true });
    const followed = await ctx.db.select().from(outbox).where(eq(outbox.name, "inquiry/approved"));
    expect(followed.map((event) => event.data)).toContainEqual({ inquiryId: world.inquiryId });
    const [reopened] = await ctx.db.select().from(inquiries).where(eq(inquiries.id, world.inquiryId));
    expect(await findInquiryStep(ctx, world.inquiryId), "nobody is reminded or called about it").toEqual({
      action: "expire",
      at: reopened!.dueAt,
    });
    const results = await respondToInquiry(own, world.inquiryId, [
      { itemId: offered!.itemId, outcome: "accepted" },
    ]);
    expect(Object.values(results)).toEqual(["accepted"]);
    expect(await statusOf(world.inquiryId)).toBe("answered");
  });

  test("nobody when the inquiry expired, when its mailbox is asked about others, or when the setting forbids it", async () => {
    const [expired, busy, off] = [await givenWorld(), await givenWorld(), await givenWorld()];
    await placeElsewhere(expired.people[0]!);
    await expireInquiry(ctx, expired.inquiryId);
    expect(await offerNextPatient(asTherapist(expired.inquiryId), expired.inquiryId)).toBeNull();
    for (const person of busy.people) await placeElsewhere(person);
    await ctx.db
      .update(practices)
      .set({ coolingUntil: null })
      .where(eq(practices.id, busy.therapist.practiceId));
    await givenProposal(ctx, busy.therapist, [(await busy.patientAt({}, 5)).searchId]);
    expect(await offerNextPatient(asTherapist(busy.inquiryId), busy.inquiryId)).toBeNull();
    await placeElsewhere(off.people[0]!);
    await updateSettings(ctx, { offerNextPatient: false });
    expect(await offerNextPatient(asTherapist(off.inquiryId), off.inquiryId)).toBeNull();
    await updateSettings(ctx, { offerNextPatient: true });
    expect(await offerNextPatient(asTherapist(off.inquiryId), off.inquiryId)).not.toBeNull();
  });
});

test("two links of one inquiry ask at once: one person follows into one position, 10 rounds", async () => {
  for (let round = 0; round < 10; round++) {
    const world = await givenWorld([{}, {}]);
    await placeElsewhere(world.people[0]!);
    const own = asTherapist(world.inquiryId);
    const offers = await Promise.all([1, 2].map(() => offerNextPatient(own, world.inquiryId)));
    expect(offers.filter((offer) => offer !== null)).toHaveLength(1);
    expect(await searchesOf(world.inquiryId)).toHaveLength(3);
  }
}, 60_000);

test("nobody but the therapist of the inquiry, and not without end", async () => {
  const world = await givenWorld();
  const other = await givenWorld();
  for (const actor of [
    ctx.actor,
    { kind: "public" },
    { kind: "therapist", inquiryId: other.inquiryId },
  ] as const)
    await expect(offerNextPatient({ ...ctx, actor }, world.inquiryId)).rejects.toMatchObject({
      code: "forbidden",
    });
  const own = asTherapist(world.inquiryId);
  for (let times = 0; times < 20; times++) await offerNextPatient(own, world.inquiryId);
  await expect(offerNextPatient(own, world.inquiryId)).rejects.toMatchObject({ code: "rate-limited" });
});
