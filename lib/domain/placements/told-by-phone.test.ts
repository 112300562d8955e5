import { and, asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { exclusions, mails, placements, practices, searches, tasks } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { type TestDatabase, createTestDatabase } from "@/tests/support/database";
import { givenPatient, givenSentInquiry, givenTherapist, systemOn } from "@/tests/support/factories";
import { withdrawConsent } from "../consents/withdraw-consent";
import { respondToInquiry } from "../inquiries/respond-to-inquiry";
import { markRefused } from "../mail/mark-refused";
import type { PatientInput } from "../patients/schemas";
import { createStaff } from "../staff/create-staff";
import { finishTask } from "../staff/finish-task";
import { getToday } from "../staff/get-today";
import { conductPlacement, findPlacementStep } from "./conduct-placement";
import { confirmPlacement } from "./confirm-placement";
import { failPlacement } from "./fail-placement";
import { tellPatientPlaced } from "./tell-patient-placed";

let database: TestDatabase;
let ctx: Context;
let kim: Context;
const now = new Date("2026-11-18T09:30:00Z");
const inDays = (days: number): Context => ({ ...ctx, now: new Date(now.getTime() + days * 86_400_000) });
beforeAll(async () => {
  database = await createTestDatabase();
  ctx = systemOn(database.db, now);
  const { id } = await createStaff(ctx, {
    name: "Kim",
    email: "kim@team.example",
    role: "coordinator",
    password: "leuchtturm-am-deich",
  });
  kim = { ...ctx, actor: { kind: "staff", id, role: "coordinator", name: "Kim" } };
});
afterAll(() => database.drop());

const patientLink = (patientId: string): Context => ({ ...ctx, actor: { kind: "patient", patientId } });

/** A practice said yes to this patient, who was told of it as far as can be. */
async function givenOffer(patient: { id: string; searchId: string }) {
  const therapist = await givenTherapist(ctx);
  const { inquiryId, items } = await givenSentInquiry(ctx, therapist, [patient.searchId]);
  const itemId = items[0]!.id;
  await respondToInquiry({ ...ctx, actor: { kind: "therapist", inquiryId } }, inquiryId, [
    { itemId, outcome: "accepted" },
  ]);
  await tellPatientPlaced(ctx, { itemId });
  const [placement] = await ctx.db.select().from(placements).where(eq(placements.itemId, itemId));
  return { therapist, placementId: placement!.id };
}

async function givenOfferTo(changes: Partial<PatientInput>) {
  const patient = await givenPatient(ctx, changes);
  return { patient, ...(await givenOffer(patient)) };
}

const tasksAbout = async (patientId: string) =>
  (await ctx.db.select().from(tasks).where(eq(tasks.subjectId, patientId)).orderBy(asc(tasks.id))).map(
    ({ kind, letter, doneAt }) => `${letter ?? kind}: ${doneAt ? "done" : "open"}`,
  );
async function finish(who: Context, patientId: string, letter: string) {
  const [task] = await ctx.db
    .select()
    .from(tasks)
    .where(and(eq(tasks.subjectId, patientId), eq(tasks.letter, letter)));
  await finishTask(who, task!.id);
}
const statusOf = async (placementId: string) =>
  (await ctx.db.select().from(placements).where(eq(placements.id, placementId)))[0]!.status;

describe("a patient whom no mail reaches", () => {
  test("keeps the place until somebody called: one task, and no lapse", async () => {
    const { patient, placementId } = await givenOfferTo({ email: null, phone: "0241 99999902" });
    expect(await conductPlacement(inDays(3), placementId)).toBe("remind");
    expect(await conductPlacement(inDays(9), placementId)).toBe("none");
    expect(await conductPlacement(inDays(90), placementId)).toBe("none");
    expect(await statusOf(placementId)).toBe("accepted");
    expect(await tasksAbout(patient.id)).toEqual(["acceptance_confirm: open"]);
    expect(await findPlacementStep(inDays(9), placementId)).toEqual({ action: "wait", at: null });
  });

  test("has the usual time from the call on; silence then parts them for a while, not for good", async () => {
    const { patient, placementId, therapist } = await givenOfferTo({ email: null, phone: "0241 99999903" });
    await conductPlacement(inDays(3), placementId);
    await finish({ ...kim, now: inDays(20).now }, patient.id, "acceptance_confirm");
    expect(await conductPlacement(inDays(24), placementId)).toBe("none");
    expect(await conductPlacement(inDays(27), placementId)).toBe("lapse");
    const [pair] = await ctx.db.select().from(exclusions).where(eq(exclusions.therapistId, therapist.id));
    expect(pair).toMatchObject({ reason: "patient_wish", until: inDays(27 + 28).now });
    const [search] = await ctx.db.select().from(searches).where(eq(searches.id, patient.searchId));
    expect(search!.status).toBe("active");
  });

  test("what was kept apart for good stays so when an offer lapses", async () => {
    const { patient, placementId, therapist } = await givenOfferTo({});
    const pair = { patientId: patient.id, therapistId: therapist.id, reason: "patient_wish" as const };
    await ctx.db.insert(exclusions).values({ ...pair, until: null, createdAt: now });
    await failPlacement(inDays(9), { placementId, reason: "lapsed" });
    const [kept] = await ctx.db.select().from(exclusions).where(eq(exclusions.therapistId, therapist.id));
    expect(kept!.until).toBeNull();
  });

  test("is called when the mail was refused, and a person decides where every mail was lost", async () => {
    const refused = await givenOfferTo({ email: "abgewiesen@example.org" });
    const about = eq(mails.placementId, refused.placementId);
    const [mail] = await ctx.db
      .update(mails)
      .set({ status: "sent", recipient: "abgewiesen@example.org" })
      .where(about)
      .returning();
    await markRefused(ctx, mail!.id, "abgewiesen@example.org");
    expect(await tasksAbout(refused.patient.id)).toEqual(["acceptance_confirm: open"]);

    const lost = await givenOfferTo({});
    await conductPlacement(inDays(3), lost.placementId);
    await ctx.db.update(mails).set({ status: "failed" }).where(eq(mails.placementId, lost.placementId));
    expect(await conductPlacement(inDays(9), lost.placementId)).toBe("hand-over");
    expect(await tasksAbout(lost.patient.id)).toEqual(["placement_unclear: open"]);
    expect(await statusOf(lost.placementId)).toBe("accepted");
  });

  test("who got the mail and stays silent loses the place as before", async () => {
    const { placementId } = await givenOfferTo({});
    await conductPlacement(inDays(3), placementId);
    expect(await conductPlacement(inDays(9), placementId)).toBe("lapse");
  });
});

describe("a call about a place", () => {
  const bounce = (practiceId: string) =>
    ctx.db.update(practices).set({ emailBouncedAt: now }).where(eq(practices.id, practiceId));

  test("stays when another practice has news, and says which practice it is and what about", async () => {
    const patient = await givenPatient(ctx);
    const me = patientLink(patient.id);
    const first = await givenOffer(patient);
    await confirmPlacement(me, { placementId: first.placementId });
    await bounce(first.therapist.practiceId);
    await failPlacement(me, { placementId: first.placementId, reason: "unsuitable" });
    const second = await givenOffer(patient);
    await confirmPlacement(me, { placementId: second.placementId });
    expect(await tasksAbout(patient.id)).toEqual(["place_free_again: open"]);
    const line = (await getToday(kim, now)).tasks.find(({ subjectId }) => subjectId === patient.id);
    expect(line!.about).toMatchObject({ letter: "place_free_again", position: 1 });
    expect(line!.about!.practice).toContain("Muster");
    expect(line!.about!.reference).toMatch(/^[A-Z0-9]{8}$/);
  });

  test("is over with the news of its own placement, but that a name is to be deleted a person ticks off", async () => {
    const patient = await givenPatient(ctx);
    const { placementId, therapist } = await givenOffer(patient);
    await bounce(therapist.practiceId);
    await confirmPlacement(patientLink(patient.id), { placementId });
    expect(await tasksAbout(patient.id)).toEqual(["patient_confirmed: open"]);
    await withdrawConsent(patientLink(patient.id), patient.id, "processing");
    expect(await tasksAbout(patient.id)).toEqual(["patient_confirmed: done", "contact_withdrawn: open"]);
    await finish(kim, patient.id, "contact_withdrawn");
    expect((await tasksAbout(patient.id)).at(-1)).toBe("contact_withdrawn: done");
  });

  test("gives no name any more once the patient does not want to be named, and asks to delete it besides", async () => {
    const patient = await givenPatient(ctx);
    const { placementId, therapist } = await givenOffer(patient);
    await bounce(therapist.practiceId);
    await confirmPlacement(patientLink(patient.id), { placementId });
    await withdrawConsent({ ...patientLink(patient.id), now: inDays(1).now }, patient.id, "identity");
    expect(await tasksAbout(patient.id)).toEqual(["patient_will_call: open", "identity_withdrawn: open"]);
  });
});
