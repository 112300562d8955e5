import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { consents, placements } from "@/db/schema";
import { withdrawConsent } from "@/lib/domain/consents/withdraw-consent";
import { givenPatient, givenSentInquiry, givenTherapist } from "@/tests/support/factories";
import { consentsInForce } from "../consents/consents-in-force";
import { respondToInquiry } from "../inquiries/respond-to-inquiry";
import { getPatientPage } from "../patients/get-patient-page";
import type { PatientInput } from "../patients/schemas";
import { advancePlacement } from "./advance-placement";
import { confirmPlacement } from "./confirm-placement";
import { failPlacement } from "./fail-placement";
import { listAnswerPlacements } from "./list-answer-placements";
import { ctx } from "@/tests/support/own-database";
import {
  asPatient,
  asTherapist,
  asViewer,
  givenAcceptance,
  placementOf,
  searchOf,
  patientOf,
  mailsAbout,
} from "@/tests/support/placements-world";

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
