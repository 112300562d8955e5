import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { auditEntries, practices, tasks, therapists } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { createToken } from "@/lib/core/tokens";
import { getAnswerPage } from "@/lib/domain/inquiries/get-answer-page";
import { loadMatchingRecords } from "@/lib/domain/matching/load/load-records";
import { takeSnapshot } from "@/lib/domain/matching/kernel/snapshot";
import { whoFitsTherapist } from "@/lib/domain/matching/fits/who-fits";
import { disownMailbox } from "@/lib/domain/practices/disown-mailbox";
import { trustMailbox } from "@/lib/domain/practices/trust-mailbox";
import { type TestDatabase, createTestDatabase } from "@/tests/support/database";
import { givenPatient, givenSentInquiry, givenTherapist, itemsOf, systemOn } from "@/tests/support/factories";
import { correctPhoneHours } from "./correct-phone-hours";
import { noWishes } from "./schemas";
import { stateCapacity } from "./state-capacity";
import { stateWishes } from "./state-wishes";
import { updateTherapist } from "./update-therapist";

let database: TestDatabase;
let ctx: Context;
const now = new Date("2026-11-25T10:00:00Z");
beforeAll(async () => {
  database = await createTestDatabase({ poolSize: 6 });
  ctx = systemOn(database.db, now);
});
afterAll(() => database.drop());

async function givenAsked(changes: Parameters<typeof givenTherapist>[1] = {}) {
  const patient = await givenPatient(ctx, { diagnoses: ["F60.3"] });
  const therapist = await givenTherapist(ctx, changes);
  const { inquiryId } = await givenSentInquiry(ctx, therapist, [patient.searchId]);
  const own: Context = { ...ctx, actor: { kind: "therapist", inquiryId } };
  return { own, inquiryId, therapist, patient };
}

const therapistOf = async (id: string) =>
  (await ctx.db.select().from(therapists).where(eq(therapists.id, id)))[0]!;

describe("what a practice says of itself by its link", () => {
  test("is stored with the practice as its source and today as its day, and no import changes it any more", async () => {
    const { own, therapist } = await givenAsked();
    await stateCapacity(own, { individual: 2, group: 0, from: "2027-01-01" });
    await stateWishes(own, { ...noWishes, ageMin: 18, excludedDiagnoses: ["F2"] });
    await correctPhoneHours(own, { tue: [{ from: "09:00", to: "11:00" }] });
    await updateTherapist(ctx, therapist.id, { phoneHours: {}, wishes: noWishes, capacity: null });
    const stored = await therapistOf(therapist.id);
    const said = { source: "therapist", on: "2026-11-25" };
    expect(stored).toMatchObject({
      capacity: { individual: 2, group: 0, from: "2027-01-01", notedOn: "2026-11-25" },
      wishes: { ageMin: 18, excludedDiagnoses: ["F2"] },
      phoneHours: { tue: [{ from: "09:00", to: "11:00" }] },
      provenance: { capacity: said, wishes: said, phoneHours: said },
    });
    const [entry] = await ctx.db.select().from(auditEntries).where(eq(auditEntries.act, "therapist.tell"));
    expect(entry).toMatchObject({ actorKind: "therapist", details: { fields: ["capacity"] } });
  });

  test("a diagnosis that the practice does not treat keeps people out from the next matching on", async () => {
    const { own, therapist, patient } = await givenAsked();
    const verdictOn = async () => {
      const snapshot = takeSnapshot(await loadMatchingRecords(ctx), ctx.now);
      const index = snapshot.therapists.indexById.get(therapist.id)!;
      const found = whoFitsTherapist(snapshot, index, { ignore: ["contactable"], withFailing: true });
      return [found.fit, found.out]
        .flat()
        .find((one) => one.patientId === patient.id && one.therapistId === therapist.id);
    };
    expect((await verdictOn())!.verdict).toBe("fit");
    await stateWishes(own, { ...noWishes, excludedDiagnoses: ["F60"] });
    expect(await verdictOn()).toMatchObject({ verdict: "out", failed: ["diagnosis"] });
    await stateWishes(own, noWishes);
    expect((await verdictOn())!.verdict).toBe("fit");
  });

  test.each([
    ["a day in the past", { individual: 1, group: 0, from: "2026-11-24" }],
    ["a day far away", { individual: 1, group: 0, from: "2099-01-01" }],
    ["no day", { individual: 1, group: 0, from: "\u0000" }],
    ["half a place", { individual: 0.5, group: 0, from: "2027-01-01" }],
    ["fewer than none", { individual: -1, group: 0, from: "2027-01-01" }],
    ["a number that is none", { individual: "viele", group: 0, from: "2027-01-01" }],
    ["more than anybody has", { individual: 51, group: 0, from: "2027-01-01" }],
  ])("%s is refused and nothing is stored", async (_, capacity) => {
    const { own, therapist } = await givenAsked();
    await expect(stateCapacity(own, capacity)).rejects.toThrow();
    expect((await therapistOf(therapist.id)).capacity).toBeNull();
  });

  test.each([
    ["an age that ends before it begins", { ageMin: 60, ageMax: 18 }],
    ["an age of nobody", { ageMin: 121 }],
    ["a diagnosis that is none", { excludedDiagnoses: ["F2'; drop table"] }],
    ["a megabyte of diagnoses", { diagnoses: Array.from({ length: 5000 }, () => "F40") }],
    ["a gender that nobody has", { genders: ["both"] as never }],
  ])("%s is refused and nothing is stored", async (_, wishes) => {
    const { own, therapist } = await givenAsked();
    await expect(stateWishes(own, { ...noWishes, ...wishes })).rejects.toThrow();
    expect((await therapistOf(therapist.id)).wishes).toEqual(noWishes);
  });

  test("nobody but who has the link may, not even staff, and not without end", async () => {
    const { own, therapist } = await givenAsked();
    const staff: Context = { ...ctx, actor: { kind: "staff", id: therapist.id, role: "admin", name: "Ada" } };
    for (const other of [ctx, staff, { ...ctx, actor: { kind: "public" } } as Context]) {
      await expect(stateWishes(other, noWishes)).rejects.toMatchObject({ code: "forbidden" });
      await expect(disownMailbox(other)).rejects.toMatchObject({ code: "forbidden" });
    }
    for (let times = 0; times < 20; times++) await correctPhoneHours(own, {});
    await expect(correctPhoneHours(own, {})).rejects.toMatchObject({ code: "rate-limited" });
  });
});

describe("a mail that reached the wrong people", () => {
  test("closes every link to that address, withdraws what is open, and makes one task, however often it is said", async () => {
    const { own, inquiryId, therapist } = await givenAsked();
    const secrets = [
      await createToken(ctx, "respond", inquiryId),
      await createToken(ctx, "respond", inquiryId),
    ];
    await Promise.all([disownMailbox(own), disownMailbox(own), disownMailbox(own)]);
    for (const secret of secrets) expect(await getAnswerPage(ctx, secret)).toBeNull();
    expect((await itemsOf(ctx, inquiryId)).map((item) => item.outcome)).toEqual(["withdrawn"]);
    const made = await ctx.db.select().from(tasks).where(eq(tasks.subjectId, therapist.id));
    expect(made.map((task) => [task.kind, task.subjectKind])).toEqual([["wrong_mailbox", "therapist"]]);
    const { therapists: known } = await loadMatchingRecords(ctx, { therapistId: therapist.id });
    expect(known[0]).toMatchObject({ email: null, hasPhone: true });
  });

  test("staff can allow the address again, which ticks off the task", async () => {
    const { own, therapist } = await givenAsked();
    await disownMailbox(own);
    const viewer: Context = { ...ctx, actor: { kind: "staff", id: therapist.id, role: "viewer", name: "V" } };
    await expect(trustMailbox(viewer, therapist.id)).rejects.toMatchObject({ code: "forbidden" });
    await trustMailbox(ctx, therapist.id);
    const [practice] = await ctx.db.select().from(practices).where(eq(practices.id, therapist.practiceId));
    expect(practice).toMatchObject({ emailBouncedAt: null, emailDisownedAt: null });
    const [task] = await ctx.db.select().from(tasks).where(eq(tasks.subjectId, therapist.id));
    expect(task!.doneAt).toEqual(now);
  });
});
