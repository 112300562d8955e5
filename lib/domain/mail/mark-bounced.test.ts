import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { newId } from "@/db/columns";
import { calls, inquiries, mails, patients, practices, tasks } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { givenPatient, givenSentInquiry, givenTherapist } from "@/tests/support/factories";
import { ctx } from "@/tests/support/own-database";
import { respondToInquiry } from "../inquiries/respond-to-inquiry";
import { updatePatient } from "../patients/update-patient";
import { markBounced } from "./mark-bounced";

/** A mail to this practice or patient, and the address it went to. */
async function givenBounce(to: { practiceId: string } | { patientId: string }, address?: string) {
  const [mail] = await ctx.db
    .insert(mails)
    .values({ ...to, template: "test", occasion: newId() })
    .returning();
  const [practice] =
    "practiceId" in to ? await ctx.db.select().from(practices).where(eq(practices.id, to.practiceId)) : [];
  const [patient] =
    "patientId" in to ? await ctx.db.select().from(patients).where(eq(patients.id, to.patientId)) : [];
  return [mail!.id, address ?? (practice ?? patient)!.email!] as const;
}

const callsOf = (inquiryId: string) =>
  ctx.db
    .select()
    .from(calls)
    .where(and(eq(calls.inquiryId, inquiryId), eq(calls.status, "planned")));

test("a practice whose address does not exist is called about its open inquiry, once", async () => {
  const therapist = await givenTherapist(ctx);
  const { searchId } = await givenPatient(ctx);
  const { inquiryId } = await givenSentInquiry(ctx, therapist, [searchId]);
  const bounce = await givenBounce({ practiceId: therapist.practiceId });
  const reports = await Promise.all([1, 2, 3].map(() => markBounced(ctx, ...bounce)));
  expect(reports.filter(Boolean)).toHaveLength(1);
  expect(await callsOf(inquiryId)).toHaveLength(1);
  const [inquiry] = await ctx.db.select().from(inquiries).where(eq(inquiries.id, inquiryId));
  expect(inquiry).toMatchObject({ status: "sent", channel: "phone" });
});

test("nobody calls about an inquiry that the practice answered in part, opened once more by itself, or was called about", async () => {
  const given = async (changes: Partial<typeof inquiries.$inferInsert> = { reopenedAt: null }) => {
    const therapist = await givenTherapist(ctx);
    const people = [await givenPatient(ctx), await givenPatient(ctx)];
    const sent = await givenSentInquiry(
      ctx,
      therapist,
      people.map(({ searchId }) => searchId),
    );
    await ctx.db.update(inquiries).set(changes).where(eq(inquiries.id, sent.inquiryId));
    return { therapist, ...sent };
  };
  const answered = await given();
  await respondToInquiry(ctx, answered.inquiryId, [
    { itemId: answered.items[0]!.id, outcome: "rejected_capacity" },
  ]);
  const reopened = await given({ reopenedAt: ctx.now });
  const called = await given({ remindedAt: ctx.now, callPlannedAt: ctx.now });
  for (const { therapist, inquiryId } of [answered, reopened, called]) {
    expect(await markBounced(ctx, ...(await givenBounce({ practiceId: therapist.practiceId })))).toBe(true);
    expect(await callsOf(inquiryId)).toEqual([]);
  }
});

test("a practice without a telephone number becomes a task", async () => {
  const therapist = await givenTherapist(ctx, { phone: null });
  const { searchId } = await givenPatient(ctx);
  await givenSentInquiry(ctx, therapist, [searchId]);
  await markBounced(ctx, ...(await givenBounce({ practiceId: therapist.practiceId })));
  expect(await ctx.db.select().from(tasks).where(eq(tasks.subjectId, therapist.id))).toMatchObject([
    { kind: "no_contact" },
  ]);
});

test("a report about an address that is no longer theirs marks nothing", async () => {
  const { practiceId } = await givenTherapist(ctx);
  expect(await markBounced(ctx, ...(await givenBounce({ practiceId }, "alt@example.org")))).toBe(false);
  const [practice] = await ctx.db.select().from(practices).where(eq(practices.id, practiceId));
  expect(practice!.emailBouncedAt).toBeNull();
  expect(await markBounced(ctx, ...(await givenBounce({ practiceId }, practice!.email!.toUpperCase())))).toBe(
    true,
  );
});

test("a patient whose address does not exist becomes a task to call, until the address changes", async () => {
  const { id: patientId } = await givenPatient(ctx);
  const bounce = await givenBounce({ patientId });
  expect(await markBounced(ctx, ...bounce)).toBe(true);
  expect(await markBounced(ctx, ...bounce)).toBe(false);
  expect(await ctx.db.select().from(tasks).where(eq(tasks.subjectId, patientId))).toMatchObject([
    { kind: "mail_bounced", subjectKind: "patient" },
  ]);
  await updatePatient(ctx, patientId, { email: "neu@example.org" });
  const [patient] = await ctx.db.select().from(patients).where(eq(patients.id, patientId));
  expect(patient!.emailBouncedAt).toBeNull();
});

test("nobody but the system marks an address", async () => {
  const { practiceId } = await givenTherapist(ctx);
  const viewer: Context = { ...ctx, actor: { kind: "staff", id: practiceId, role: "admin", name: "Vera" } };
  await expect(markBounced(viewer, ...(await givenBounce({ practiceId })))).rejects.toMatchObject({
    code: "forbidden",
  });
});
