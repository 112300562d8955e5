import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { exclusions, outbox } from "@/db/schema";
import { withdrawConsent } from "@/lib/domain/consents/withdraw-consent";
import { givenPatient } from "@/tests/support/factories";
import { grantConsents } from "../consents/grant-consents";
import { composeMail } from "../mail/compose-mail";
import { objectToContact } from "../therapists/object-to-contact";
import { advancePlacement } from "./advance-placement";
import { conductPlacement } from "./conduct-placement";
import { confirmPlacement } from "./confirm-placement";
import { listAnswerPlacements } from "./list-answer-placements";
import { ctx } from "@/tests/support/own-database";
import {
  asPatient,
  asTherapist,
  asViewer,
  inDays,
  givenAcceptance,
  placementOf,
  searchOf,
  outcomeOf,
  mailsAbout,
  callsAbout,
  letter,
} from "@/tests/support/placements-world";

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
