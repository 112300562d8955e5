import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { exclusions, placements } from "@/db/schema";
import { withdrawConsent } from "@/lib/domain/consents/withdraw-consent";
import { givenSentInquiry, givenTherapist } from "@/tests/support/factories";
import { loadAnswerItems } from "../inquiries/get-answer-page";
import { respondToInquiry } from "../inquiries/respond-to-inquiry";
import { deletePatient } from "../patients/delete-patient";
import { cancelSearch } from "../searches/cancel-search";
import { updateSettings } from "../settings/settings";
import { advancePlacement } from "./advance-placement";
import { confirmPlacement } from "./confirm-placement";
import { failPlacement } from "./fail-placement";
import { failReasons, failReasonsOf } from "./status";
import { ctx } from "@/tests/support/own-database";
import {
  asPatient,
  asTherapist,
  asCoordinator,
  inDays,
  givenAcceptance,
  placementOf,
  searchOf,
  patientOf,
  outcomeOf,
} from "@/tests/support/placements-world";

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
      // Silence is no wish: asked again after a while, as after a place that was not free.
      expect(pair!.until === null).toBe(why !== "capacity" && reason !== "lapsed");
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
