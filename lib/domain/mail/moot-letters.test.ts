import { and, eq, isNull } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { inquiries, mails, patients, placements, staff, tasks } from "@/db/schema";
import { newId } from "@/db/columns";
import type { Actor, Context } from "@/lib/core/context";
import { type TestDatabase, createTestDatabase } from "@/tests/support/database";
import { givenPatient, givenSentInquiry, givenTherapist, systemOn } from "@/tests/support/factories";
import { postponeInquiry } from "../inquiries/postpone-inquiry";
import { remindInquiry } from "../inquiries/remind-inquiry";
import { respondToInquiry } from "../inquiries/respond-to-inquiry";
import { takeOverInquiry } from "../inquiries/take-over-inquiry";
import { updatePatient } from "../patients/update-patient";
import { advancePlacement } from "../placements/advance-placement";
import { confirmPlacement } from "../placements/confirm-placement";
import { tellPatientPlaced } from "../placements/tell-patient-placed";
import { cancelSearch } from "../searches/cancel-search";
import { composeMail } from "./compose-mail";
import { finishMail } from "./finish-mail";
import { markBounced } from "./mark-bounced";
import type { MailTemplate } from "./templates";

let database: TestDatabase;
let ctx: Context;
let coordinator: Context;
beforeAll(async () => {
  database = await createTestDatabase();
  ctx = systemOn(database.db);
  const member = { name: "Test", email: "team@example.org", passwordHash: "-", role: "admin" } as const;
  const [row] = await ctx.db.insert(staff).values(member).returning();
  coordinator = as({ kind: "staff", id: row!.id, role: "admin", name: "Test" });
});
afterAll(() => database.drop());
beforeEach(() => ctx.db.delete(mails));

const as = (actor: Actor): Context => ({ ...ctx, actor });

async function givenAsked(count = 1) {
  const people = await Promise.all(Array.from({ length: count }, () => givenPatient(ctx)));
  const therapist = await givenTherapist(ctx);
  const asked = await givenSentInquiry(
    ctx,
    therapist,
    people.map((person) => person.searchId),
  );
  const practice = as({ kind: "therapist", inquiryId: asked.inquiryId });
  return { ...asked, patient: people[0]!, practice };
}

async function givenOffer() {
  const asked = await givenAsked();
  const itemId = asked.items[0]!.id;
  await respondToInquiry(asked.practice, asked.inquiryId, [{ itemId, outcome: "accepted" }]);
  await tellPatientPlaced(ctx, { itemId });
  const [placement] = await ctx.db.select().from(placements).where(eq(placements.itemId, itemId));
  const mine = as({ kind: "patient", patientId: asked.patient.id });
  return { ...asked, mine, placementId: placement!.id };
}

const queued = (template: MailTemplate) =>
  ctx.db
    .select()
    .from(mails)
    .where(and(eq(mails.template, template), eq(mails.status, "queued")));
/** Whether the mail would leave now. */
async function leaves(template: MailTemplate): Promise<boolean> {
  const [mail] = await queued(template);
  return (await composeMail(ctx, mail!)) !== null;
}
const openTasks = async (patientId: string) =>
  (
    await ctx.db
      .select()
      .from(tasks)
      .where(and(eq(tasks.subjectId, patientId), isNull(tasks.doneAt)))
  ).map(({ kind }) => kind);

test.each([
  ["nothing happened", () => Promise.resolve(), true],
  [
    "the practice answered in part",
    ({ inquiryId, items, practice }: Awaited<ReturnType<typeof givenAsked>>) =>
      respondToInquiry(practice, inquiryId, [{ itemId: items[0]!.id, outcome: "rejected_other" }]),
    false,
  ],
  [
    "somebody took it over",
    ({ inquiryId }: { inquiryId: string }) => takeOverInquiry(coordinator, inquiryId),
    false,
  ],
  [
    "it was put off",
    ({ inquiryId }: { inquiryId: string }) =>
      postponeInquiry(ctx, { inquiryId, until: new Date(ctx.now.getTime() + 86_400_000) }),
    false,
  ],
] as const)(
  "a reminder that waited over a night, and %s: it leaves only if nothing did",
  async (_, meanwhile, expected) => {
    const asked = await givenAsked(2);
    await remindInquiry(ctx, asked.inquiryId);
    await meanwhile(asked);
    expect(await leaves("inquiry_reminder")).toBe(expected);
  },
);

test("a patient who confirms on Friday and ends the search on Saturday: the practice reads only that the place is free", async () => {
  const { mine, placementId, patient } = await givenOffer();
  await confirmPlacement(mine, { placementId, identity: true });
  expect([await leaves("patient_confirmed"), await leaves("practice_contact")]).toEqual([true, true]);
  await cancelSearch(mine, patient.searchId, "no_longer_wanted");
  expect([await leaves("patient_confirmed"), await leaves("practice_contact")]).toEqual([false, false]);
  expect(await leaves("place_free_again")).toBe(true);
});

test("an offer is not made once it was answered, and a letter overtaken by news asks nobody to call", async () => {
  const { mine, practice, placementId, patient } = await givenOffer();
  expect(await leaves("acceptance_confirm")).toBe(true);
  await confirmPlacement(mine, { placementId, identity: true });
  expect(await leaves("acceptance_confirm")).toBe(false);
  await advancePlacement(practice, { placementId, to: "first_talk" });
  expect(await leaves("patient_confirmed")).toBe(false);
  const [mail] = await queued("patient_confirmed");
  await finishMail(ctx, mail!.id, { status: "cancelled" });
  expect(await openTasks(patient.id)).toEqual([]);
});

test("nobody is written to at an address that does not exist; a corrected one gets the offer, and nobody has to call", async () => {
  const { patient } = await givenOffer();
  const [mail] = await queued("acceptance_confirm");
  const [row] = await ctx.db.select().from(patients).where(eq(patients.id, patient.id));
  await markBounced(ctx, mail!.id, row!.email!);
  expect(await openTasks(patient.id)).toEqual(["mail_bounced"]);
  expect(await leaves("acceptance_confirm")).toBe(false);
  await ctx.db.update(mails).set({ status: "sent" }).where(eq(mails.id, mail!.id));
  await updatePatient(coordinator, patient.id, { email: `${newId()}@example.org` });
  expect(await openTasks(patient.id)).toEqual([]);
  expect(await leaves("acceptance_confirm")).toBe(true);
});

test("a corrected address of somebody who searches gets a new link; of somebody who ended the search it gets none", async () => {
  const one = await givenPatient(ctx);
  await updatePatient(coordinator, one.id, { email: `${newId()}@example.org` });
  expect(await leaves("new_address")).toBe(true);
  await ctx.db.delete(mails);
  const ended = await givenPatient(ctx);
  await cancelSearch(as({ kind: "patient", patientId: ended.id }), ended.searchId, "no_longer_wanted");
  await updatePatient(coordinator, ended.id, { email: `${newId()}@example.org` });
  expect(await queued("new_address")).toEqual([]);
});

test("an inquiry that was opened once more reminds nobody", async () => {
  const { inquiryId } = await givenAsked();
  await remindInquiry(ctx, inquiryId);
  await ctx.db.update(inquiries).set({ reopenedAt: ctx.now }).where(eq(inquiries.id, inquiryId));
  expect(await leaves("inquiry_reminder")).toBe(false);
});
