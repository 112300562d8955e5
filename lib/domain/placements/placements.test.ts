import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "@/db/columns";
import {
  consents,
  exclusions,
  inquiryItems,
  mails,
  outbox,
  patients,
  placements,
  practices,
  searches,
  tasks,
} from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { createToken, findRespondent } from "@/lib/core/tokens";
import { withdrawConsent } from "@/lib/domain/consents/withdraw-consent";
import { isoDayOf } from "@/lib/format";
import { type TestDatabase, createTestDatabase } from "@/tests/support/database";
import { givenPatient, givenSentInquiry, givenTherapist, systemOn } from "@/tests/support/factories";
import { germanInstant } from "../german-time";
import { grantConsents } from "../consents/grant-consents";
import { consentsInForce } from "../consents/consents-in-force";
import { loadAnswerItems } from "../inquiries/get-answer-page";
import { respondToInquiry } from "../inquiries/respond-to-inquiry";
import { composeMail } from "../mail/compose-mail";
import { deliverMail } from "../mail/deliver-mail";
import { markBounced } from "../mail/mark-bounced";
import { waitsForHours } from "../mail/templates";
import { deletePatient } from "../patients/delete-patient";
import { getPatientPage } from "../patients/get-patient-page";
import type { PatientInput } from "../patients/schemas";
import { cancelSearch } from "../searches/cancel-search";
import { updateSettings } from "../settings/settings";
import { finishTask } from "../staff/finish-task";
import { objectToContact } from "../therapists/object-to-contact";
import { advancePlacement } from "./advance-placement";
import { agreeFirstTalk } from "./agree-first-talk";
import { conductPlacement } from "./conduct-placement";
import { confirmPlacement } from "./confirm-placement";
import { failPlacement } from "./fail-placement";
import { listAnswerPlacements } from "./list-answer-placements";
import { failReasons, failReasonsOf } from "./status";
import { takeBackStage } from "./take-back-stage";

let database: TestDatabase;
let ctx: Context;
beforeAll(async () => {
  database = await createTestDatabase({ poolSize: 8 });
  ctx = systemOn(database.db);
});
afterAll(() => database.drop());

const dayMs = 86_400_000;
const asPatient = (patientId: string): Context => ({ ...ctx, actor: { kind: "patient", patientId } });
const asTherapist = (inquiryId: string): Context => ({ ...ctx, actor: { kind: "therapist", inquiryId } });
const asViewer = (): Context => ({
  ...ctx,
  actor: { kind: "staff", id: "x", role: "viewer", name: "x" },
});
const asCoordinator = (): Context => ({
  ...ctx,
  actor: { kind: "staff", id: newId(), role: "coordinator", name: "x" },
});
const inDays = (days: number): Context => ({ ...ctx, now: new Date(ctx.now.getTime() + days * dayMs) });

/** A patient whom a practice accepted a moment ago; the `others` of its inquiry wait. */
async function givenAcceptance(others = 0) {
  const patient = await givenPatient(ctx);
  const therapist = await givenTherapist(ctx);
  const asked = [patient.searchId];
  for (let i = 0; i < others; i++) asked.push((await givenPatient(ctx)).searchId);
  const { inquiryId, items } = await givenSentInquiry(ctx, therapist, asked);
  const itemId = items[0]!.id;
  await respondToInquiry(asTherapist(inquiryId), inquiryId, [{ itemId, outcome: "accepted" }]);
  const [placement] = await ctx.db.select().from(placements).where(eq(placements.itemId, itemId));
  return { patient, therapist, inquiryId, itemId, placementId: placement!.id };
}

const placementOf = async (id: string) =>
  (await ctx.db.select().from(placements).where(eq(placements.id, id)))[0]!;
const searchOf = async (id: string) => (await ctx.db.select().from(searches).where(eq(searches.id, id)))[0]!;
const patientOf = async (id: string) => (await ctx.db.select().from(patients).where(eq(patients.id, id)))[0]!;
const outcomeOf = async (id: string) =>
  (await ctx.db.select().from(inquiryItems).where(eq(inquiryItems.id, id)))[0]!.outcome;

const eventsAbout = async (placementId: string) =>
  (await ctx.db.select().from(outbox))
    .filter(({ data }) => JSON.stringify(data).includes(placementId))
    .map(({ name }) => name);
const mailsAbout = async (placementId: string) =>
  (await ctx.db.select().from(mails))
    .filter(({ occasion }) => occasion.startsWith(`placement:${placementId}`))
    .map(({ template }) => template)
    .toSorted();

const callsAbout = (patientId: string) =>
  ctx.db.$count(
    tasks,
    and(eq(tasks.kind, "placement_call"), eq(tasks.subjectId, patientId), isNull(tasks.doneAt)),
  );

const letter = async (placementId: string, template: string) =>
  (
    await ctx.db
      .select()
      .from(mails)
      .where(and(eq(mails.template, template), eq(mails.placementId, placementId)))
  )[0]!;

describe("the patient's yes", () => {
  test("comes first, and the search counts as placed only once therapy started", async () => {
    const { patient, placementId } = await givenAcceptance();
    expect((await searchOf(patient.searchId)).status).toBe("placed");
    await confirmPlacement(asPatient(patient.id), { placementId });
    for (const to of ["first_talk", "trial_sessions"] as const) {
      await advancePlacement(asPatient(patient.id), { placementId, to });
      expect(await patientOf(patient.id)).toMatchObject({ status: "searching", workingPlaceOn: null });
    }
    await advancePlacement(asPatient(patient.id), { placementId, to: "started" });
    const started = await patientOf(patient.id);
    expect(started.status).toBe("in_therapy");
    expect(started.workingPlaceOn).not.toBeNull();
    const placement = await placementOf(placementId);
    for (const at of ["acceptedAt", "confirmedAt", "firstTalkAt", "trialSessionsAt", "startedAt"] as const)
      expect(placement[at], at).toEqual(ctx.now);
  });

  test("with the consent given at the same time the practice learns the name, and the consent is kept", async () => {
    const { patient, placementId, inquiryId } = await givenAcceptance();
    await withdrawConsent(asPatient(patient.id), patient.id, "identity");
    await confirmPlacement(asPatient(patient.id), { placementId, identity: true });
    expect(await consentsInForce(ctx, patient.id)).toContain("identity");
    expect((await listAnswerPlacements(asTherapist(inquiryId)))[0]!.contact).not.toBeNull();
  });

  test("counts without being named: nobody learns the name, both are told who calls whom, and it goes on to the start", async () => {
    const { patient, placementId, inquiryId } = await givenAcceptance();
    await withdrawConsent(asPatient(patient.id), patient.id, "identity");
    await confirmPlacement(asPatient(patient.id), { placementId });
    expect(await consentsInForce(ctx, patient.id)).not.toContain("identity");
    expect(await mailsAbout(placementId)).toEqual(["patient_will_call", "practice_to_call"]);
    const own = await getPatientPage(asPatient(patient.id));
    expect(own).toMatchObject({ sharesContact: false, placement: { status: "confirmed", position: 1 } });
    expect(own.placement!.phone).not.toBeNull();
    for (const to of ["first_talk", "trial_sessions", "started"] as const) {
      expect(JSON.stringify(await listAnswerPlacements(asTherapist(inquiryId)))).not.toContain("Beispiel");
      await advancePlacement(asTherapist(inquiryId), { placementId, to });
    }
    expect((await patientOf(patient.id)).status).toBe("in_therapy");
  });

  test("tells the practice what the consent names: the number, and the e-mail address only in its place", async () => {
    const contactOf = async (changes: Partial<PatientInput>) => {
      const patient = await givenPatient(ctx, changes);
      const { inquiryId, items } = await givenSentInquiry(ctx, await givenTherapist(ctx), [patient.searchId]);
      await respondToInquiry(ctx, inquiryId, [{ itemId: items[0]!.id, outcome: "accepted" }]);
      const [placement] = await ctx.db.select().from(placements).where(eq(placements.itemId, items[0]!.id));
      await confirmPlacement(asPatient(patient.id), { placementId: placement!.id });
      const contact = async () => (await listAnswerPlacements(asTherapist(inquiryId)))[0]!.contact;
      return { patient, contact };
    };
    const called = await contactOf({ phone: "0241 99999951", email: "mit.nummer@example.org" });
    expect(await called.contact()).toMatchObject({ phone: "0241 99999951", email: null });
    const written = await contactOf({ phone: null, email: "ohne.nummer@example.org" });
    expect(await written.contact()).toMatchObject({ phone: null, email: "ohne.nummer@example.org" });
    // The first text spoke of the number alone.
    await ctx.db
      .update(consents)
      .set({ version: "2026-11" })
      .where(eq(consents.patientId, written.patient.id));
    expect(await written.contact()).toBeNull();
  });

  test("cannot be said by the practice, by another patient or by who may only look", async () => {
    const { placementId, inquiryId } = await givenAcceptance();
    const other = await givenAcceptance();
    await expect(confirmPlacement(asTherapist(inquiryId), { placementId })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(confirmPlacement(asPatient(other.patient.id), { placementId })).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(confirmPlacement(asViewer(), { placementId })).rejects.toMatchObject({ code: "forbidden" });
    await expect(
      failPlacement(asTherapist(other.inquiryId), { placementId, reason: "no_show" }),
    ).rejects.toMatchObject({ code: "not-found" });
    expect((await placementOf(placementId)).status).toBe("accepted");
  });

  test("and a no at the same moment end in one of both, 40 rounds", async () => {
    for (let round = 0; round < 40; round++) {
      const { patient, placementId } = await givenAcceptance();
      const results = await Promise.allSettled([
        confirmPlacement(asPatient(patient.id), { placementId }),
        failPlacement(asPatient(patient.id), { placementId, reason: "declined" }),
      ]);
      const { status } = await placementOf(placementId);
      const search = await searchOf(patient.searchId);
      // A no may follow a yes; a yes never follows a no.
      if (status === "failed") expect(search.status).toBe("active");
      else expect([status, search.status]).toEqual(["confirmed", "placed"]);
      expect(results.some(({ status: settled }) => settled === "fulfilled")).toBe(true);
    }
  }, 60_000);
});

describe("when it comes to nothing", () => {
  test("a start that was none is taken back by staff only: the patient searches again and does not count as placed", async () => {
    const { patient, placementId, inquiryId } = await givenAcceptance();
    await confirmPlacement(asPatient(patient.id), { placementId });
    await advancePlacement(asTherapist(inquiryId), { placementId, to: "started" });
    for (const link of [asPatient(patient.id), asTherapist(inquiryId)])
      await expect(failPlacement(link, { placementId, reason: "no_capacity" })).rejects.toMatchObject({
        key: "placement_started",
      });
    await failPlacement(asCoordinator(), { placementId, reason: "no_capacity" });
    expect(await placementOf(placementId)).toMatchObject({ status: "failed", endedAt: ctx.now });
    expect(await patientOf(patient.id)).toMatchObject({ status: "searching", workingPlaceOn: null });
    expect((await searchOf(patient.searchId)).status).toBe("active");
  });

  test.each([
    ["declined", "withdrawn", "patient_wish"],
    ["no_show", "no_show", "no_show"],
    ["unsuitable", "rejected_unsuitable", "unsuitable"],
    ["no_capacity", "rejected_capacity", "capacity"],
    ["lapsed", "withdrawn", "patient_wish"],
  ] as const)(
    "%s: the old waiting date stays, the pair is not proposed again",
    async (reason, outcome, why) => {
      const { patient, therapist, placementId, itemId } = await givenAcceptance();
      const { since } = await searchOf(patient.searchId);
      await failPlacement(inDays(9), { placementId, reason });
      const search = await searchOf(patient.searchId);
      expect(search).toMatchObject({ status: "active", since, placedItemId: null, placedAt: null });
      expect(await outcomeOf(itemId)).toBe(outcome);
      const [pair] = await ctx.db
        .select()
        .from(exclusions)
        .where(and(eq(exclusions.patientId, patient.id), eq(exclusions.therapistId, therapist.id)));
      expect(pair).toMatchObject({ reason: why });
      expect(pair!.until === null).toBe(why !== "capacity");
    },
  );

  test.each([
    ["a while from now", 10, 40],
    ["not before the mailbox has cooled, when that is later", 5, 28],
  ])(
    "no place after all: not asked about the same person for %s",
    async (_, capacityExclusionDays, until) => {
      const { patient, therapist, placementId } = await givenAcceptance();
      await confirmPlacement(asPatient(patient.id), { placementId });
      await updateSettings(ctx, { capacityExclusionDays });
      const then = inDays(until === 40 ? 30 : 9);
      await failPlacement({ ...asCoordinator(), now: then.now }, { placementId, reason: "no_capacity" });
      await updateSettings(ctx, { capacityExclusionDays: 28 });
      const [pair] = await ctx.db.select().from(exclusions).where(eq(exclusions.therapistId, therapist.id));
      expect(pair!.until).toEqual(inDays(until).now);
    },
  );

  test("a patient's word that it does not suit is kept as their wish, not as the practice's answer", async () => {
    const { patient, therapist, placementId, itemId } = await givenAcceptance();
    await confirmPlacement(asPatient(patient.id), { placementId });
    await failPlacement(asPatient(patient.id), { placementId, reason: "unsuitable" });
    expect(await outcomeOf(itemId)).toBe("withdrawn");
    const pairs = await ctx.db.select().from(exclusions).where(eq(exclusions.therapistId, therapist.id));
    expect(pairs.map((pair) => [pair.reason, pair.until])).toEqual([["patient_wish", null]]);
  });

  test.each(failReasonsOf.therapist)("%s does not become a yes again: it was one before", async (reason) => {
    const { inquiryId, itemId, patient, placementId } = await givenAcceptance();
    await confirmPlacement(asPatient(patient.id), { placementId });
    const practice = asTherapist(inquiryId);
    await failPlacement(practice, { placementId, reason });
    expect((await loadAnswerItems(practice, inquiryId))[0]!.mayCorrect).toBe(false);
    const again = { itemId, outcome: "accepted", correction: true } as const;
    expect(Object.values(await respondToInquiry(practice, inquiryId, [again]))).not.toContain("accepted");
    expect((await searchOf(patient.searchId)).status).toBe("active");
    expect((await placementOf(placementId)).status).toBe("failed");
  });

  test("another practice can accept the same patient afterwards, and both tries are kept", async () => {
    const { patient, placementId } = await givenAcceptance();
    await failPlacement(asPatient(patient.id), { placementId, reason: "declined" });
    const second = await givenSentInquiry(ctx, await givenTherapist(ctx), [patient.searchId]);
    const answers = await respondToInquiry(asTherapist(second.inquiryId), second.inquiryId, [
      { itemId: second.items[0]!.id, outcome: "accepted" },
    ]);
    expect(Object.values(answers)).toEqual(["accepted"]);
    const tries = await ctx.db.select().from(placements).where(eq(placements.searchId, patient.searchId));
    expect(tries.map(({ status }) => status).toSorted()).toEqual(["accepted", "failed"]);
  });

  test("a start that was none, when the consents are gone meanwhile: the search comes back, and stands still", async () => {
    const { patient, placementId } = await givenAcceptance();
    await confirmPlacement(asPatient(patient.id), { placementId });
    await advancePlacement(asPatient(patient.id), { placementId, to: "started" });
    await withdrawConsent(asPatient(patient.id), patient.id, "sharing");
    expect((await placementOf(placementId)).status).toBe("started");
    await failPlacement(asCoordinator(), { placementId, reason: "no_show" });
    expect(await searchOf(patient.searchId)).toMatchObject({ status: "paused", pausedForConsent: true });
  });

  test("everybody gives only reasons of their own", async () => {
    const { patient, placementId, inquiryId } = await givenAcceptance();
    for (const [kind, actor] of [
      ["patient", asPatient(patient.id)],
      ["therapist", asTherapist(inquiryId)],
    ] as const) {
      const own: readonly string[] = failReasonsOf[kind];
      for (const reason of failReasons)
        if (reason !== "taken_back" && !own.includes(reason))
          await expect(failPlacement(actor, { placementId, reason })).rejects.toMatchObject({
            code: "forbidden",
          });
    }
    expect((await placementOf(placementId)).status).toBe("accepted");
  });

  test("a search that is ended gives its place back; one whose therapy started cannot be ended", async () => {
    const open = await givenAcceptance();
    await cancelSearch(asPatient(open.patient.id), open.patient.searchId, "found_elsewhere");
    expect(await placementOf(open.placementId)).toMatchObject({
      status: "failed",
      endReason: "search_ended",
    });
    expect((await searchOf(open.patient.searchId)).status).toBe("cancelled");
    const begun = await givenAcceptance();
    await confirmPlacement(asPatient(begun.patient.id), { placementId: begun.placementId });
    await advancePlacement(ctx, { placementId: begun.placementId, to: "started" });
    await expect(cancelSearch(ctx, begun.patient.searchId, "other")).rejects.toMatchObject({
      key: "search_placed",
    });
    await expect(
      failPlacement(ctx, { placementId: begun.placementId, reason: "no_show" }),
    ).rejects.toMatchObject({ key: "placement_started" });
    const gone = await givenAcceptance();
    await deletePatient(ctx, gone.patient.id);
    expect(await placementOf(gone.placementId)).toBeUndefined();
  });
});

describe("without news", () => {
  test("the offer is remembered once and lapses; nothing happens before its time", async () => {
    const { patient, placementId } = await givenAcceptance();
    expect(await conductPlacement(inDays(2.9), placementId)).toBe("none");
    expect(await conductPlacement(inDays(3), placementId)).toBe("remind");
    expect(await conductPlacement(inDays(3), placementId)).toBe("none");
    const [reminder] = await ctx.db
      .select({ day: mails.day })
      .from(mails)
      .where(eq(mails.occasion, `placement:${placementId}:acceptance_reminder`));
    const evening = { ...ctx, now: germanInstant(reminder!.day!, 23 * 60 + 59) };
    expect(await conductPlacement(evening, placementId), "the promised day is not over").toBe("none");
    expect(await conductPlacement(inDays(8), placementId)).toBe("lapse");
    expect(await placementOf(placementId)).toMatchObject({ status: "failed", endReason: "lapsed" });
    expect((await searchOf(patient.searchId)).status).toBe("active");
    expect(await conductPlacement(inDays(30), placementId)).toBe("none");
  });

  test("both are asked the day after the first talk; silence makes a task, and news ticks it off", async () => {
    const { patient, placementId, inquiryId } = await givenAcceptance();
    await confirmPlacement(asPatient(patient.id), { placementId });
    const day = inDays(10).now.toISOString().slice(0, 10);
    await agreeFirstTalk(asTherapist(inquiryId), { placementId, on: day });
    expect(await conductPlacement(inDays(9), placementId)).toBe("none");
    expect(await conductPlacement(inDays(12), placementId)).toBe("ask");
    expect(await conductPlacement(inDays(19), placementId)).toBe("hand-over");
    const open = () =>
      ctx.db
        .select({ doneAt: tasks.doneAt })
        .from(tasks)
        .where(and(eq(tasks.kind, "placement_unclear"), eq(tasks.subjectId, patient.id)));
    expect(await open()).toEqual([{ doneAt: null }]);
    const later = inDays(19).now;
    await advancePlacement({ ...asTherapist(inquiryId), now: later }, { placementId, to: "first_talk" });
    expect(await open()).toEqual([{ doneAt: later }]);
  });

  test("what a person ticked off without news comes back to them, with no second mail", async () => {
    const { patient, placementId } = await givenAcceptance();
    await confirmPlacement(asPatient(patient.id), { placementId });
    expect(await conductPlacement(inDays(30), placementId)).toBe("ask");
    expect(await conductPlacement(inDays(60), placementId)).toBe("hand-over");
    const [task] = await ctx.db
      .select()
      .from(tasks)
      .where(and(eq(tasks.kind, "placement_unclear"), eq(tasks.subjectId, patient.id)));
    await finishTask(inDays(61), task!.id);
    expect(await conductPlacement(inDays(61), placementId)).toBe("none");
    expect(await conductPlacement(inDays(90), placementId)).toBe("hand-over");
  });

  test("a first talk cannot lie in the past, and not before the patient's yes", async () => {
    const { patient, placementId } = await givenAcceptance();
    await expect(
      agreeFirstTalk(asPatient(patient.id), { placementId, on: "2020-01-01" }),
    ).rejects.toMatchObject({ fields: { on: "date_in_past" } });
    await expect(
      agreeFirstTalk(asPatient(patient.id), { placementId, on: "2206-01-01" }),
    ).rejects.toMatchObject({ fields: { on: "talk_too_far" } });
    const soon = new Date(ctx.now.getTime() + 9 * dayMs).toISOString().slice(0, 10);
    await expect(agreeFirstTalk(asPatient(patient.id), { placementId, on: soon })).rejects.toMatchObject({
      key: "placement_accepted",
    });
  });
});

describe("a report", () => {
  test("of a talk or anything after it is refused before the agreed day, and taken on the day", async () => {
    const { patient, placementId, inquiryId } = await givenAcceptance();
    await confirmPlacement(asPatient(patient.id), { placementId });
    await agreeFirstTalk(asPatient(patient.id), { placementId, on: isoDayOf(inDays(9).now) });
    for (const by of [asPatient(patient.id), asTherapist(inquiryId), asCoordinator()])
      for (const to of ["first_talk", "started"] as const)
        await expect(advancePlacement(by, { placementId, to })).rejects.toMatchObject({ key: "talk_ahead" });
    expect((await placementOf(placementId)).status).toBe("confirmed");
    expect((await patientOf(patient.id)).status).toBe("searching");
    const onTheDay = { ...asPatient(patient.id), now: inDays(9).now };
    await advancePlacement(onTheDay, { placementId, to: "first_talk" });
  });

  test("by mistake is taken back by the patient on the same day: what was known before holds and is followed up", async () => {
    const { patient, placementId } = await givenAcceptance();
    const mine = asPatient(patient.id);
    await confirmPlacement(mine, { placementId });
    await advancePlacement(mine, { placementId, to: "first_talk" });
    await advancePlacement(mine, { placementId, to: "started" });
    await takeBackStage(mine, { placementId });
    expect(await placementOf(placementId)).toMatchObject({ status: "first_talk", startedAt: null });
    expect(await patientOf(patient.id)).toMatchObject({ status: "searching", workingPlaceOn: null });
    expect((await searchOf(patient.searchId)).status).toBe("placed");
    const begun = (await eventsAbout(placementId)).filter((name) => name === "placement/accepted");
    expect(begun, "the workflow begins anew").toHaveLength(2);
    expect(await conductPlacement(inDays(60), placementId)).toBe("ask");
    await takeBackStage(mine, { placementId });
    expect(await placementOf(placementId)).toMatchObject({ status: "confirmed", firstTalkAt: null });
    await expect(takeBackStage(mine, { placementId })).rejects.toMatchObject({
      key: "no_stage_to_take_back",
    });
  });

  test("that therapy started is told once a day, and again when it is true after a mistake", async () => {
    const { patient, placementId } = await givenAcceptance();
    const at = (days: number, by = asPatient(patient.id)) => ({ ...by, now: inDays(days).now });
    const started = (days: number) => advancePlacement(at(days), { placementId, to: "started" });
    const placed = async () =>
      (
        await ctx.db
          .select()
          .from(mails)
          .where(and(eq(mails.placementId, placementId), eq(mails.template, "placed")))
          .orderBy(asc(mails.id))
      ).map(({ status }) => status);
    await confirmPlacement(asPatient(patient.id), { placementId });
    await started(1);
    await takeBackStage(at(1), { placementId });
    await started(1);
    expect(await placed(), "a slip of the finger, put right at once").toEqual(["queued"]);
    const ofPlacement = and(eq(mails.placementId, placementId), eq(mails.template, "placed"));
    await ctx.db.update(mails).set({ status: "cancelled" }).where(ofPlacement);
    await takeBackStage(at(1), { placementId });
    await started(1.01);
    expect(await placed(), "the first was called off").toEqual(["cancelled", "queued"]);
    await ctx.db
      .update(mails)
      .set({ status: "sent" })
      .where(and(ofPlacement, eq(mails.status, "queued")));
    await takeBackStage(at(9, asCoordinator()), { placementId });
    await started(40);
    expect(await placed()).toEqual(["cancelled", "sent", "queued"]);
  });

  test("a practice sees that a talk is ahead until its day", async () => {
    const { patient, placementId, inquiryId } = await givenAcceptance();
    await confirmPlacement(asPatient(patient.id), { placementId });
    const isAhead = async (days: number) =>
      (await listAnswerPlacements({ ...asTherapist(inquiryId), now: inDays(days).now }))[0]!.talkIsAhead;
    expect(await isAhead(0)).toBe(false);
    await agreeFirstTalk(asTherapist(inquiryId), { placementId, on: isoDayOf(inDays(3).now) });
    expect([await isAhead(2), await isAhead(3)]).toEqual([true, false]);
  });

  test("is taken back later by staff only, by no practice and no other patient", async () => {
    const { patient, placementId, inquiryId } = await givenAcceptance();
    const other = await givenPatient(ctx);
    await confirmPlacement(asPatient(patient.id), { placementId });
    await advancePlacement(asPatient(patient.id), { placementId, to: "started" });
    const nextDay = { ...asPatient(patient.id), now: inDays(1).now };
    const refused = [
      [nextDay, { key: "take_back_day_over" }],
      [asTherapist(inquiryId), { code: "forbidden" }],
      [asViewer(), { code: "forbidden" }],
      [asPatient(other.id), { code: "not-found" }],
    ] as const;
    for (const [by, error] of refused)
      await expect(takeBackStage(by, { placementId })).rejects.toMatchObject(error);
    expect((await placementOf(placementId)).status).toBe("started");
    await takeBackStage({ ...asCoordinator(), now: inDays(5).now }, { placementId });
    expect((await placementOf(placementId)).status).toBe("confirmed");
  });
});

describe("a consent that a placement stands on is withdrawn", () => {
  const untilStage = async (stage: "accepted" | "confirmed" | "trial_sessions") => {
    const given = await givenAcceptance();
    const { patient, placementId, inquiryId } = given;
    if (stage !== "accepted") await confirmPlacement(asPatient(patient.id), { placementId });
    if (stage === "trial_sessions")
      await advancePlacement(asTherapist(inquiryId), { placementId, to: "trial_sessions" });
    return given;
  };

  test.each([
    ["processing", "accepted", "place_free_again"],
    ["sharing", "accepted", "place_free_again"],
    ["processing", "confirmed", "contact_withdrawn"],
    ["sharing", "confirmed", "contact_withdrawn"],
    ["processing", "trial_sessions", "contact_withdrawn"],
  ] as const)(
    "%s while %s: it ends at once, the search stands still with its waiting date, the practice gets %s",
    async (kind, stage, letter) => {
      const { patient, placementId, inquiryId, itemId } = await untilStage(stage);
      const { since } = await searchOf(patient.searchId);
      const before = await mailsAbout(placementId);
      await withdrawConsent(asPatient(patient.id), patient.id, kind);
      expect(await placementOf(placementId)).toMatchObject({
        status: "failed",
        endReason: "consent_withdrawn",
        endedAt: ctx.now,
      });
      expect(await searchOf(patient.searchId)).toMatchObject({
        status: "paused",
        pausedForConsent: true,
        placedItemId: null,
        since,
      });
      expect(await outcomeOf(itemId)).toBe("withdrawn");
      expect(await mailsAbout(placementId)).toEqual([...before, letter].toSorted());
      expect((await listAnswerPlacements(asTherapist(inquiryId)))[0]!.contact).toBeNull();
      const told = await ctx.db
        .select({ name: outbox.name })
        .from(outbox)
        .where(
          sql`${outbox.data}->>'placementId' = ${placementId} or ${outbox.data}->>'searchId' = ${patient.searchId}`,
        );
      expect(told.map(({ name }) => name)).toEqual(
        expect.arrayContaining(["placement/ended", "search/paused"]),
      );
      expect(await conductPlacement(inDays(60), placementId)).toBe("none");
    },
  );

  test.each(["confirmed", "trial_sessions"] as const)(
    "only the consent to be named, while %s: the place stays, and the practice that knew the name is asked to delete it",
    async (stage) => {
      const { patient, placementId, inquiryId } = await untilStage(stage);
      const before = await mailsAbout(placementId);
      await withdrawConsent({ ...inDays(1), actor: asPatient(patient.id).actor }, patient.id, "identity");
      expect((await placementOf(placementId)).status).toBe(stage);
      expect((await searchOf(patient.searchId)).status).toBe("placed");
      expect(await mailsAbout(placementId)).toEqual([...before, "identity_withdrawn"].toSorted());
      expect((await listAnswerPlacements(asTherapist(inquiryId)))[0]!.contact).toBeNull();
      const naming = await letter(placementId, "patient_confirmed");
      expect(naming.status, "what was to send it to the name does not leave").toBe("cancelled");
      const asking = await letter(placementId, "identity_withdrawn");
      const composed = (await composeMail(ctx, asking))!;
      expect(composed.text).toContain("löschen Sie");
      expect(composed.text).not.toContain("Beispiel");
      await grantConsents(asPatient(patient.id), patient.id, ["identity"]);
      expect(await composeMail(ctx, asking), "agreed again before it left").toBeNull();
    },
  );

  test("a practice that takes no mail is called about what it has to delete", async () => {
    const { patient, placementId, inquiryId } = await untilStage("confirmed");
    await objectToContact(asTherapist(inquiryId), { kind: "address" });
    const calls = await callsAbout(patient.id);
    await withdrawConsent({ ...inDays(1), actor: asPatient(patient.id).actor }, patient.id, "identity");
    expect(await mailsAbout(placementId)).not.toContain("identity_withdrawn");
    expect(await callsAbout(patient.id)).toBe(calls + 1);
  });

  test.each(["accepted", "started"] as const)(
    "only the consent to be named, while %s: nobody has to delete anything for us",
    async (stage) => {
      const { patient, placementId } = await untilStage(stage === "started" ? "confirmed" : stage);
      if (stage === "started") await advancePlacement(asPatient(patient.id), { placementId, to: "started" });
      await withdrawConsent({ ...inDays(1), actor: asPatient(patient.id).actor }, patient.id, "identity");
      expect(await mailsAbout(placementId)).not.toContain("identity_withdrawn");
    },
  );

  test("a practice that never learned the name is not asked to delete it", async () => {
    const { patient, placementId } = await givenAcceptance();
    await withdrawConsent(asPatient(patient.id), patient.id, "identity");
    const { actor } = asPatient(patient.id);
    await confirmPlacement({ ...inDays(1), actor }, { placementId });
    await withdrawConsent({ ...inDays(2), actor }, patient.id, "processing");
    expect(await mailsAbout(placementId)).toEqual([
      "patient_will_call",
      "place_free_again",
      "practice_to_call",
    ]);
  });

  test("given again the search goes on, and the same practice may be asked again", async () => {
    const { patient, placementId, therapist } = await untilStage("confirmed");
    await withdrawConsent(asPatient(patient.id), patient.id, "processing");
    await grantConsents(asPatient(patient.id), patient.id, ["processing"]);
    expect((await searchOf(patient.searchId)).status).toBe("active");
    expect((await placementOf(placementId)).status).toBe("failed");
    expect(await ctx.db.$count(exclusions, eq(exclusions.therapistId, therapist.id))).toBe(0);
  });

  test("other consents leave it alone, and so does who may not touch the patient", async () => {
    const { patient, placementId } = await untilStage("confirmed");
    for (const kind of ["identity", "status_mails"] as const)
      await withdrawConsent(asPatient(patient.id), patient.id, kind);
    const other = await givenPatient(ctx);
    for (const stranger of [asPatient(other.id), asViewer()])
      await expect(withdrawConsent(stranger, patient.id, "processing")).rejects.toMatchObject({
        code: stranger.actor.kind === "patient" ? "not-found" : "forbidden",
      });
    expect((await placementOf(placementId)).status).toBe("confirmed");
  });

  test("at the moment in which the practice reports a stage: it ends whole, 20 rounds", async () => {
    for (let round = 0; round < 20; round++) {
      const { patient, placementId, inquiryId } = await untilStage("confirmed");
      const [withdrawn] = await Promise.allSettled([
        withdrawConsent(asPatient(patient.id), patient.id, "processing"),
        advancePlacement(asTherapist(inquiryId), { placementId, to: round % 2 ? "started" : "first_talk" }),
      ]);
      expect(withdrawn.status).toBe("fulfilled");
      const { status } = await placementOf(placementId);
      const search = await searchOf(patient.searchId);
      // A therapy that started a moment before is the one thing that is not stopped.
      if (status === "started") expect(search.status).toBe("placed");
      else expect([status, search.status]).toEqual(["failed", "paused"]);
    }
  }, 60_000);
});

test("the last reminder before a place lapses leaves at once, over holidays too", () => {
  expect(waitsForHours("acceptance_reminder")).toBe(false);
  expect(waitsForHours("inquiry")).toBe(true);
});

describe("who is told", () => {
  test("the practice knows name and contact after the yes, and no longer once the consent is withdrawn", async () => {
    const { patient, placementId, inquiryId } = await givenAcceptance();
    const contact = async () => (await listAnswerPlacements(asTherapist(inquiryId)))[0]!.contact;
    expect(await contact()).toBeNull();
    await confirmPlacement(asPatient(patient.id), { placementId });
    expect(await contact()).toMatchObject({ name: expect.stringContaining("Erna Beispiel") });
    await withdrawConsent(asPatient(patient.id), patient.id, "identity");
    expect(await contact()).toBeNull();
  });

  test("a yes tells both; a no tells the practice; a no of the practice tells the patient", async () => {
    const [yes, no, practice] = [await givenAcceptance(), await givenAcceptance(), await givenAcceptance()];
    await confirmPlacement(asPatient(yes.patient.id), { placementId: yes.placementId });
    expect(await mailsAbout(yes.placementId)).toEqual(["patient_confirmed", "practice_contact"]);
    await failPlacement(asPatient(no.patient.id), { placementId: no.placementId, reason: "declined" });
    expect(await mailsAbout(no.placementId)).toEqual(["place_free_again"]);
    const { placementId, inquiryId, patient } = practice;
    await confirmPlacement(asPatient(patient.id), { placementId });
    await failPlacement(asTherapist(inquiryId), { placementId, reason: "no_capacity" });
    expect(await mailsAbout(placementId)).toEqual(["back_in_queue", "patient_confirmed", "practice_contact"]);
  });

  test("who has no mail address is called: a task, and no mail", async () => {
    const patient = await givenPatient(ctx);
    const therapist = await givenTherapist(ctx, { email: null });
    const { inquiryId, items } = await givenSentInquiry(ctx, therapist, [patient.searchId]);
    const itemId = items[0]!.id;
    await respondToInquiry(ctx, inquiryId, [{ itemId, outcome: "accepted" }]);
    const [placement] = await ctx.db.select().from(placements).where(eq(placements.itemId, itemId));
    await confirmPlacement(asPatient(patient.id), { placementId: placement!.id });
    expect(await mailsAbout(placement!.id)).toEqual(["practice_contact"]);
    const open = await ctx.db
      .select({ kind: tasks.kind })
      .from(tasks)
      .where(and(eq(tasks.subjectId, patient.id), isNull(tasks.doneAt)));
    expect(open).toEqual([{ kind: "placement_call" }]);
  });

  test("a practice that objected after its yes is called, also when the mail was under way; its link still opens", async () => {
    const [before, after] = [await givenAcceptance(1), await givenAcceptance(1)];
    const secret = await createToken(ctx, "respond", before.inquiryId);
    await objectToContact(asTherapist(before.inquiryId), { kind: "address" });
    await confirmPlacement(asPatient(before.patient.id), { placementId: before.placementId });
    expect(await mailsAbout(before.placementId)).toEqual(["practice_contact"]);
    expect(await callsAbout(before.patient.id)).toBe(1);
    expect(await findRespondent(ctx, secret)).toMatchObject({ inquiryId: before.inquiryId });

    await confirmPlacement(asPatient(after.patient.id), { placementId: after.placementId });
    expect(await callsAbout(after.patient.id)).toBe(0);
    await objectToContact(asTherapist(after.inquiryId), { kind: "address" });
    const [mail] = await ctx.db
      .select()
      .from(mails)
      .where(and(eq(mails.template, "patient_confirmed"), eq(mails.inquiryId, after.inquiryId)));
    expect(await deliverMail(ctx, mail!.id)).toMatchObject({ status: "cancelled" });
    expect(await callsAbout(after.patient.id)).toBe(1);
  });

  test("that a place is free again, or a name is to be deleted, is told by telephone where no mail arrives", async () => {
    const [objected, bounced, withdrawn] = [
      await givenAcceptance(),
      await givenAcceptance(),
      await givenAcceptance(),
    ];
    await confirmPlacement(asPatient(withdrawn.patient.id), { placementId: withdrawn.placementId });
    await withdrawConsent(asPatient(withdrawn.patient.id), withdrawn.patient.id, "processing");
    for (const { patient, placementId } of [objected, bounced])
      await failPlacement(asPatient(patient.id), { placementId, reason: "declined" });
    for (const { inquiryId } of [objected, withdrawn])
      await objectToContact(asTherapist(inquiryId), { kind: "address" });
    for (const [{ placementId, patient }, template] of [
      [objected, "place_free_again"],
      [withdrawn, "contact_withdrawn"],
    ] as const) {
      expect(await callsAbout(patient.id)).toBe(0);
      const { id } = await letter(placementId, template);
      expect(await deliverMail(ctx, id)).toMatchObject({ status: "cancelled" });
      expect(await callsAbout(patient.id), template).toBe(1);
    }
    // It left, and its mail server reports later that nobody has this address.
    const { id } = await letter(bounced.placementId, "place_free_again");
    await deliverMail(ctx, id);
    const [practice] = await ctx.db
      .select()
      .from(practices)
      .where(eq(practices.id, bounced.therapist.practiceId));
    for (let i = 0; i < 2; i++) await markBounced(ctx, id, practice!.email!);
    expect(await callsAbout(bounced.patient.id)).toBe(1);
  });

  test("a name that waited for the morning is not told once the place was given back, and nobody is called about it", async () => {
    const { patient, placementId } = await givenAcceptance();
    await confirmPlacement(asPatient(patient.id), { placementId });
    const { id } = await letter(placementId, "patient_confirmed");
    await failPlacement(asPatient(patient.id), { placementId, reason: "declined" });
    expect(await deliverMail(ctx, id)).toMatchObject({ status: "cancelled" });
    expect(await callsAbout(patient.id)).toBe(0);
  });

  test("whose address turns out not to exist is called: the practice about whom it knows, the patient from then on", async () => {
    const { patient, therapist, placementId } = await givenAcceptance();
    await confirmPlacement(asPatient(patient.id), { placementId });
    const [mail] = await ctx.db
      .select()
      .from(mails)
      .where(and(eq(mails.template, "patient_confirmed"), eq(mails.practiceId, therapist.practiceId)));
    const [practice] = await ctx.db.select().from(practices).where(eq(practices.id, therapist.practiceId));
    await markBounced(ctx, mail!.id, practice!.email!);
    expect(await callsAbout(patient.id)).toBe(1);

    const bounced = await givenAcceptance();
    await ctx.db.update(patients).set({ emailBouncedAt: ctx.now }).where(eq(patients.id, bounced.patient.id));
    await confirmPlacement(asPatient(bounced.patient.id), { placementId: bounced.placementId });
    expect(await mailsAbout(bounced.placementId)).toEqual(["patient_confirmed"]);
    expect(await callsAbout(bounced.patient.id)).toBe(1);
  });
});
