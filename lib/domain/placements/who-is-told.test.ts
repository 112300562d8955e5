import { and, eq, isNull } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { mails, patients, placements, practices, tasks } from "@/db/schema";
import { createToken, findRespondent } from "@/lib/core/tokens";
import { withdrawConsent } from "@/lib/domain/consents/withdraw-consent";
import { givenPatient, givenSentInquiry, givenTherapist } from "@/tests/support/factories";
import { respondToInquiry } from "../inquiries/respond-to-inquiry";
import { deliverMail } from "../mail/deliver-mail";
import { markBounced } from "../mail/mark-bounced";
import { objectToContact } from "../therapists/object-to-contact";
import { confirmPlacement } from "./confirm-placement";
import { failPlacement } from "./fail-placement";
import { listAnswerPlacements } from "./list-answer-placements";
import { ctx } from "@/tests/support/own-database";
import {
  asPatient,
  asTherapist,
  givenAcceptance,
  mailsAbout,
  callsAbout,
  letter,
} from "@/tests/support/placements-world";

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
