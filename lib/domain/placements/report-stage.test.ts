import { and, asc, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { mails, outbox } from "@/db/schema";
import { isoDayOf } from "@/lib/format";
import { givenPatient } from "@/tests/support/factories";
import { advancePlacement } from "./advance-placement";
import { agreeFirstTalk } from "./agree-first-talk";
import { conductPlacement } from "./conduct-placement";
import { confirmPlacement } from "./confirm-placement";
import { listAnswerPlacements } from "./list-answer-placements";
import { takeBackStage } from "./take-back-stage";
import { ctx } from "@/tests/support/own-database";
import {
  asPatient,
  asTherapist,
  asViewer,
  asCoordinator,
  inDays,
  givenAcceptance,
  placementOf,
  searchOf,
  patientOf,
} from "@/tests/support/placements-world";

const eventsAbout = async (placementId: string) =>
  (await ctx.db.select().from(outbox))
    .filter(({ data }) => JSON.stringify(data).includes(placementId))
    .map(({ name }) => name);

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
