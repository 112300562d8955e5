import { count, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "@/db/columns";
import { auditEntries, inquiries, patients, practices, therapists } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { type TestDatabase, createTestDatabase } from "@/tests/support/database";
import { givenPatient, givenProposal, givenTherapist, systemOn } from "@/tests/support/factories";
import { contactsLeftToday } from "../../inquiries/contacts-left-today";
import { proposePair } from "../../inquiries/propose-pair";
import { pauseSearch } from "../../searches/pause-search";
import { pseudonymOf } from "../../patients/pseudonym";
import type { PatientInput } from "../../patients/schemas";
import { updateSettings } from "../../settings/settings";
import { addExclusion } from "../../therapists/exclusions";
import type { TherapistInput } from "../../therapists/schemas";
import { explainFit } from "./explain-fit";
import { findPatientsFor } from "./find-patients-for";
import { findTherapistsFor } from "./find-therapists-for";
import { type FitsByList, fitLists } from "./fit-lists";
import { patientIdsNear } from "../load/patients-near";
import type { WhatIf } from "./what-if";

let database: TestDatabase;
let ctx: Context;

beforeAll(async () => {
  database = await createTestDatabase();
  ctx = systemOn(database.db);
});
afterAll(() => database.drop());

const as = (role: "viewer" | "coordinator"): Context => ({
  ...ctx,
  actor: { kind: "staff", id: newId(), role, name: role },
});
const shown = () => 100;
let island = 0;

/** Every test has a place of its own, so far from the others that nobody of theirs is near. */
function placeOfTest() {
  island += 1;
  const near = (km: number) => ({ lat: 47.5 + island * 0.9 + km / 111.2, lon: 8 });
  const site = (km: number, changes: object = {}) => ({
    locations: [
      { address: { postalCode: "52064", city: "Aachen" }, coordinates: near(km), ...changes },
    ] as TherapistInput["locations"],
  });
  return {
    patient: (changes: Partial<PatientInput> = {}) =>
      givenPatient(ctx, {
        coordinates: near(0),
        travel: { mode: "car", maxMinutes: null, maxKm: 10 },
        ...changes,
      }),
    therapist: (km: number, changes: Partial<TherapistInput> = {}, siteChanges = {}) =>
      givenTherapist(ctx, { ...site(km, siteChanges), ...changes }),
  };
}

const look = async (patientId: string, tryOut: WhatIf = {}, who = as("coordinator")) =>
  (await findTherapistsFor(who, patientId, { locale: "de", tryOut, shown })).found!;
const idsIn = (found: { lists: FitsByList }, side: "patientId" | "therapistId") =>
  Object.fromEntries(fitLists.map((list) => [list, found.lists[list].entries.map((entry) => entry[side])]));

describe("who fits a patient", () => {
  let patient: { id: string; searchId: string };
  const given: Record<string, { id: string; practiceId: string }> = {};

  beforeAll(async () => {
    const place = placeOfTest();
    patient = await place.patient({ wantedTherapistGender: "female" });
    given.far = await place.therapist(15);
    given.beyond = await place.therapist(25);
    given.near = await place.therapist(2);
    given.nearer = await place.therapist(1);
    given.noHours = await place.therapist(3, { officeHours: {} });
    given.noSeatKnown = await place.therapist(4, { statutorySeat: "unknown" });
    given.man = await place.therapist(5, { gender: "male" });
    given.manFar = await place.therapist(15, { gender: "male" });
    given.resting = await place.therapist(6);
    await ctx.db
      .update(practices)
      .set({ coolingUntil: new Date(ctx.now.getTime() + 1000) })
      .where(eq(practices.id, given.resting.practiceId));
    given.excluded = await place.therapist(7);
    await addExclusion(ctx, { patientId: patient.id, therapistId: given.excluded.id, reason: "staff" });
  });

  test("is sorted into those who fit, are to check, undetermined, nearly fit, and rest, the nearest first", async () => {
    const found = await look(patient.id);
    expect(idsIn(found, "therapistId")).toEqual({
      fit: [given.nearer!.id, given.near!.id],
      check: [given.noHours!.id],
      undetermined: [given.noSeatKnown!.id],
      misses: [given.man!.id, given.far!.id],
      resting: [given.resting!.id],
    });
    expect(found.lists.fit.total).toBe(2);
  });

  test("tells of each what is open, in a sentence, and which fact of which record would resolve it", async () => {
    const { lists } = await look(patient.id);
    expect(lists.check.entries[0]).toMatchObject({
      open: [
        { rule: "times", verdict: "unknown", sentence: "Die Sprechzeiten der Praxis sind nicht bekannt." },
      ],
      missing: [{ of: "therapist", fact: "hours" }],
    });
    expect(lists.undetermined.entries[0]!.missing).toEqual([{ of: "therapist", fact: "seat" }]);
    expect(lists.misses.entries.map(({ open }) => open.map(({ rule }) => rule))).toEqual([
      ["therapist-gender"],
      ["distance"],
    ]);
    expect(lists.misses.entries.map(({ hindrance }) => hindrance)).toEqual([
      null,
      { by: "limit", limit: "km", now: 10, needed: 15 },
    ]);
  });

  test("tells what each wish costs", async () => {
    const { own, wishes } = await look(patient.id);
    expect(own.count).toBe(3);
    expect(Object.fromEntries(wishes.map(({ wish, more }) => [wish, more]))).toMatchObject({
      "therapist-gender": 1,
      distance: 1,
      reimbursement: 1,
      times: 0,
    });
  });

  test("can be tried out with other limits, which are stored nowhere", async () => {
    const before = await ctx.db.select().from(patients).where(eq(patients.id, patient.id));
    const found = await look(patient.id, { km: 16, gender: "any" });
    expect(found.tried).toMatchObject({ km: 16, gender: "any", count: 6 });
    expect(found.own).toMatchObject({ km: 10, gender: "female", count: 3 });
    expect(idsIn(found, "therapistId").misses).toEqual([given.beyond!.id]);
    expect(await ctx.db.select().from(patients).where(eq(patients.id, patient.id))).toEqual(before);
    expect((await look(patient.id, { km: 10 })).tried).toBeNull();
  });

  test("a narrower limit hides nobody whom the patient's own limit reaches from the comparison", async () => {
    const found = await look(patient.id, { km: 1.5 });
    expect([found.tried!.count, found.own.count]).toEqual([1, 3]);
  });

  test("a paused search is shown as if it ran, and said to be paused", async () => {
    const place = placeOfTest();
    const paused = await place.patient();
    const { id } = await place.therapist(1);
    await pauseSearch(ctx, paused.searchId, { until: null, reason: "" });
    const found = await look(paused.id);
    expect([found.searchClosed, idsIn(found, "therapistId").fit]).toEqual(["paused", [id]]);
  });

  test("without a birth date nothing can be found, and that is said first", async () => {
    const place = placeOfTest();
    const unborn = await place.patient({ birthDate: null });
    await place.therapist(1);
    const { lists, blocking } = await look(unborn.id);
    expect(blocking).toEqual([{ of: "patient", fact: "birthDate" }]);
    expect(lists.undetermined.entries[0]!.missing).toEqual(blocking);
  });
});

describe("who fits a therapist", () => {
  test("is judged by the same rules, whether or not the mailbox may be asked just now", async () => {
    const place = placeOfTest();
    const therapist = await place.therapist(0, { wishes: { ...wishes, ageMax: 40 } });
    const fits = await place.patient({ birthDate: "1990-01-01" });
    const tooOld = await place.patient({ birthDate: "1970-01-01" });
    const ageless = await place.patient({ birthDate: null });
    await ctx.db
      .update(practices)
      .set({ coolingUntil: new Date(ctx.now.getTime() + 1000) })
      .where(eq(practices.id, therapist.practiceId));
    const found = await findPatientsFor(as("coordinator"), therapist.id, { locale: "de", shown });
    const lists = idsIn(found, "patientId");
    expect(lists.fit).toEqual([fits.id]);
    expect([lists.misses, lists.undetermined]).toEqual([[tooOld.id], [ageless.id]]);
    expect(found.lists.misses.entries[0]).toMatchObject({ age: expect.any(Number), urgency: "normal" });
  });

  test("the page of a practice says why nobody can be proposed to it, and of whom nothing more can be", async () => {
    const place = placeOfTest();
    const busy = await place.patient();
    await updateSettings(ctx, { maxParallel: 1 });
    await givenProposal(ctx, await place.therapist(50), [busy.searchId]);
    const therapist = await place.therapist(1);
    const read = (locale: "de" | "en" = "de") =>
      findPatientsFor(as("coordinator"), therapist.id, { locale, shown });
    const free = await read();
    expect(free.notContactable).toBeNull();
    expect(free.lists.fit.entries).toMatchObject([{ patientId: busy.id, isTaken: true }]);
    expect((await look(busy.id)).isTaken).toBe(true);
    await updateSettings(ctx, { maxParallel: 2 });
    expect((await read()).lists.fit.entries).toMatchObject([{ patientId: busy.id, isTaken: false }]);
    await updateSettings(ctx, { maxParallel: 3 });

    const coolingUntil = new Date("2126-12-24T12:00:00Z");
    await ctx.db.update(practices).set({ coolingUntil }).where(eq(practices.id, therapist.practiceId));
    expect((await read("en")).notContactable).toBe(
      "The practice is not being asked at the moment. Possible again from 24 December 2126.",
    );
    await ctx.db.update(therapists).set({ status: "blocked" }).where(eq(therapists.id, therapist.id));
    const blocked = await read();
    expect(blocked.notContactable).toBe("Der Eintrag der Praxis ist nicht aktiv.");
    expect(blocked.lists.fit.entries, "who would fit is told all the same").toHaveLength(1);
  });
});

describe("identity", () => {
  test("viewers see signs in place of names, and every look is written down with what was withheld", async () => {
    const place = placeOfTest();
    const [patient, therapist] = [await place.patient(), await place.therapist(1)];
    const pair = { patientId: patient.id, therapistId: therapist.id };
    const viewer = as("viewer");
    const sign = pseudonymOf(patient.id);
    const options = { locale: "de" as const, shown };
    expect((await findTherapistsFor(viewer, patient.id, options)).patientName).toBe(sign);
    expect((await explainFit(viewer, pair, "de")).patientName).toBe(sign);
    const found = await findPatientsFor(viewer, therapist.id, options);
    expect(found.lists.fit.entries.map(({ name }) => name)).toEqual([sign]);
    expect(JSON.stringify(found)).not.toContain("Beispiel");
    const named = await findPatientsFor(as("coordinator"), therapist.id, options);
    expect(named.lists.fit.entries[0]!.name).toContain("Erna Beispiel");
    const looks = await ctx.db
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.act, "matching.view"))
      .orderBy(auditEntries.id);
    const of = (id: string) =>
      looks.filter(({ subjectId }) => subjectId === id).map(({ details }) => details);
    expect(of(patient.id)).toEqual([{ withheld: true }, { withheld: true, therapistId: therapist.id }]);
    expect(of(therapist.id)).toEqual([
      { withheld: true, patientIds: [patient.id] },
      { withheld: false, patientIds: [patient.id] },
    ]);
  });

  test("nobody outside the team finds out who fits, and unknown ids are not found", async () => {
    const nobody: Context = { ...ctx, actor: { kind: "public" } };
    const options = { locale: "de" as const, shown };
    await expect(findTherapistsFor(nobody, newId(), options)).rejects.toMatchObject({ code: "forbidden" });
    await expect(findPatientsFor(nobody, newId(), options)).rejects.toMatchObject({ code: "forbidden" });
    await expect(findTherapistsFor(as("viewer"), newId(), options)).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(findPatientsFor(as("viewer"), newId(), options)).rejects.toMatchObject({
      code: "not-found",
    });
    const pair = { patientId: newId(), therapistId: newId() };
    await expect(explainFit(as("viewer"), pair, "de")).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("proposing a pair by hand", () => {
  test("makes a proposal for review, with the way and what is to check", async () => {
    const place = placeOfTest();
    const [patient, therapist] = [await place.patient(), await place.therapist(2, { officeHours: {} })];
    const { inquiryId } = await proposePair(as("coordinator"), {
      patientId: patient.id,
      therapistId: therapist.id,
    });
    const stored = await ctx.db.query.inquiries.findFirst({ where: eq(inquiries.id, inquiryId) });
    expect(stored).toMatchObject({
      status: "proposed",
      runId: null,
      channel: "email",
      therapistId: therapist.id,
    });
    const fit = await explainFit(as("viewer"), { patientId: patient.id, therapistId: therapist.id }, "de");
    expect([fit.waitingInquiryId, fit.explanation!.verdict]).toEqual([inquiryId, "out"]);
  });

  test("is refused to viewers, and when a rule does not hold or the search may not be asked about", async () => {
    const place = placeOfTest();
    const [patient, near, far] = [await place.patient(), await place.therapist(2), await place.therapist(30)];
    const attempt = (therapistId: string, who = as("coordinator"), patientId = patient.id) =>
      proposePair(who, { patientId, therapistId });
    await expect(attempt(near.id, as("viewer"))).rejects.toMatchObject({ code: "forbidden" });
    await expect(attempt(far.id)).rejects.toMatchObject({ key: "pair_does_not_fit" });
    await expect(attempt(newId())).rejects.toMatchObject({ code: "not-found" });
    await expect(attempt(near.id, undefined, newId())).rejects.toMatchObject({ key: "search_taken" });
    for (let other = 0; other < 3; other++)
      await givenProposal(ctx, await place.therapist(1), [patient.searchId]);
    await expect(attempt(near.id)).rejects.toMatchObject({ key: "search_taken" });
  });

  test("goes beyond the contacts of a day only when somebody who was told says so", async () => {
    const place = placeOfTest();
    const [patient, therapist] = [await place.patient(), await place.therapist(2)];
    const pair = { patientId: patient.id, therapistId: therapist.id };
    const used = 1000 - (await contactsLeftToday(ctx, 1000))!;
    await updateSettings(ctx, { contactsPerDay: used + 1 });
    expect((await explainFit(as("coordinator"), pair, "de")).usedUpContacts).toBe(null);
    await givenProposal(ctx, await place.therapist(1), [(await place.patient()).searchId]);
    expect((await explainFit(as("coordinator"), pair, "de")).usedUpContacts).toBe(used + 1);
    await expect(proposePair(as("coordinator"), pair)).rejects.toMatchObject({ key: "contacts_used_up" });
    expect(await ctx.db.$count(inquiries, eq(inquiries.therapistId, therapist.id))).toBe(0);
    await proposePair(as("coordinator"), { ...pair, beyondBudget: true });
    expect(await ctx.db.$count(inquiries, eq(inquiries.therapistId, therapist.id))).toBe(1);
    await updateSettings(ctx, { contactsPerDay: null });
  });

  test("two at once do not share the last contact of a day", async () => {
    for (let round = 0; round < 5; round++) {
      const place = placeOfTest();
      const two = [await place.therapist(1), await place.therapist(2)];
      const { id: patientId } = await place.patient();
      const used = 1000 - (await contactsLeftToday(ctx, 1000))!;
      await updateSettings(ctx, { contactsPerDay: used + 1 });
      const results = await Promise.allSettled(
        two.map(({ id }) => proposePair(as("coordinator"), { patientId, therapistId: id })),
      );
      const refused = results.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));
      expect(refused).toMatchObject([{ key: "contacts_used_up" }]);
    }
    await updateSettings(ctx, { contactsPerDay: null });
  });

  test("two at once propose a mailbox once", async () => {
    for (let round = 0; round < 5; round++) {
      const place = placeOfTest();
      const therapist = await place.therapist(1);
      const two = [await place.patient(), await place.patient()];
      const results = await Promise.allSettled(
        two.map(({ id }) => proposePair(as("coordinator"), { patientId: id, therapistId: therapist.id })),
      );
      expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
      const [open] = await ctx.db
        .select({ count: count() })
        .from(inquiries)
        .where(eq(inquiries.therapistId, therapist.id));
      expect(open!.count).toBe(1);
    }
  });
});

const wishes = {
  ageMin: null,
  ageMax: null,
  genders: [],
  diagnoses: [],
  excludedDiagnoses: [],
  groupOnly: false,
} satisfies TherapistInput["wishes"];

describe("where nobody knows the way", () => {
  test("a practice reads of people without a place, and without one of its own of everybody, as undetermined", async () => {
    const place = placeOfTest();
    const address = { street: "", houseNumber: "", postalCode: "00000", city: "Nirgends" };
    const [located, lost] = [await place.patient(), await place.patient({ coordinates: null, address })];
    const undetermined = async (therapistId: string) =>
      idsIn(await findPatientsFor(as("coordinator"), therapistId, { locale: "de", shown }), "patientId")
        .undetermined;
    const near = await undetermined((await place.therapist(2)).id);
    expect(near).toContain(lost.id);
    expect(near).not.toContain(located.id);
    const nowhere = await place.therapist(2, {}, { coordinates: null, address });
    expect(await undetermined(nowhere.id)).toEqual(expect.arrayContaining([lost.id, located.id]));
  });

  test("far away is near by video only where the practice works by video", async () => {
    const place = placeOfTest();
    const patient = await place.patient({ openToVideo: true });
    for (const video of ["yes", "no", "unknown"] as const) {
      const { id } = await place.therapist(60, { video });
      expect((await patientIdsNear(ctx, id, 1)).includes(patient.id)).toBe(video === "yes");
    }
  });
});
