import { and, eq, isNull } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { calls, inquiries, mails, outbox, practices, tasks } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { type TestDatabase, createTestDatabase } from "@/tests/support/database";
import { givenPatient, givenSentInquiry, givenTherapist, systemOn } from "@/tests/support/factories";
import { conductInquiry, findInquiryStep } from "../inquiries/conduct-inquiry";
import { markBounced } from "../mail/mark-bounced";
import { createStaff } from "../staff/create-staff";
import type { TherapistInput } from "../therapists/schemas";
import { updateTherapist } from "../therapists/update-therapist";
import { claimLine } from "./claim-line";
import { planCall } from "./plan-call";
import { recordCall } from "./record-call";

let database: TestDatabase;
let ctx: Context;
let kim: Context;
beforeAll(async () => {
  database = await createTestDatabase();
  ctx = systemOn(database.db, new Date("2026-11-18T09:30:00Z"));
  const person = { name: "Kim", email: "kim@team.example", role: "coordinator" } as const;
  const { id } = await createStaff(ctx, { ...person, password: "leuchtturm-am-deich" });
  kim = { ...ctx, actor: { kind: "staff", id, role: "coordinator", name: "Kim" } };
});
afterAll(() => database.drop());

/** An inquiry that is asked by telephone, its call planned where there is a number. */
async function givenByPhone(changes: Partial<TherapistInput>) {
  const { searchId } = await givenPatient(ctx);
  const therapist = await givenTherapist(ctx, changes);
  const { practiceId } = therapist;
  const { inquiryId } = await givenSentInquiry(ctx, therapist, [searchId]);
  await ctx.db.update(inquiries).set({ channel: "phone" }).where(eq(inquiries.id, inquiryId));
  await planCall(ctx, { practiceId, inquiryId });
  return { ...therapist, inquiryId };
}

const openTasks = async (...subjects: string[]) =>
  (await ctx.db.select().from(tasks).where(isNull(tasks.doneAt)))
    .filter(({ subjectId }) => subjects.includes(subjectId))
    .map(({ kind }) => kind);
const plannedCalls = (inquiryId: string) =>
  ctx.db
    .select()
    .from(calls)
    .where(and(eq(calls.inquiryId, inquiryId), eq(calls.status, "planned")));
const news = async (inquiryId: string) =>
  (await ctx.db.select().from(outbox).where(eq(outbox.name, "inquiry/changed"))).filter(
    ({ data }) => data.inquiryId === inquiryId,
  ).length;
const fail = async (inquiryId: string, result: "wrong_number" | "reached") => {
  const [call] = await plannedCalls(inquiryId);
  await claimLine(kim, call!.id);
  await recordCall(kim, call!.id, { result });
};

test("a number that staff find is called, and the task that asked for it goes", async () => {
  const { id, inquiryId } = await givenByPhone({ phone: null });
  expect(await openTasks(inquiryId)).toEqual(["no_contact"]);
  expect((await findInquiryStep(ctx, inquiryId)).action).toBe("expire");
  await updateTherapist(kim, id, { phone: "0241 5551001" });
  expect(await openTasks(inquiryId)).toEqual([]);
  expect(await news(inquiryId), "its workflow looks anew").toBe(1);
  expect(await conductInquiry(ctx, inquiryId)).toBe("call");
  expect(await plannedCalls(inquiryId)).toHaveLength(1);
});

test.each([
  ["with an address", { email: "falsch-verbunden@example.org", phone: "0241 5552001" }],
  ["without one, known by its number alone", { email: null, phone: "0241 5553001" }],
] as const)("a wrong number that is corrected is called: a practice %s", async (_, contact) => {
  const { id, practiceId, inquiryId } = await givenByPhone(contact);
  await fail(inquiryId, "wrong_number");
  expect(await openTasks(inquiryId)).toEqual(["wrong_number"]);
  expect(await conductInquiry(ctx, inquiryId)).toBe("none");
  await updateTherapist(kim, id, { website: "https://praxis.example" });
  expect(await openTasks(inquiryId), "another change is no number").toEqual(["wrong_number"]);
  await updateTherapist(kim, id, { phone: `${contact.phone}7` });
  expect(await openTasks(inquiryId)).toEqual([]);
  const [inquiry] = await ctx.db.select().from(inquiries).where(eq(inquiries.id, inquiryId));
  expect(inquiry).toMatchObject({ status: "sent", practiceId, callPlannedAt: null });
  expect(await conductInquiry(ctx, inquiryId)).toBe("call");
});

test("whoever was reached on the old number is not called on the new one, and a planned call is not planned twice", async () => {
  const [reached, planned] = [
    await givenByPhone({ phone: "0241 5554001" }),
    await givenByPhone({ phone: "0241 5554002" }),
  ];
  await fail(reached.inquiryId, "reached");
  for (const [i, { id }] of [reached, planned].entries())
    await updateTherapist(kim, id, { phone: `0241 555400${i + 5}` });
  expect(await conductInquiry(ctx, reached.inquiryId)).toBe("none");
  expect(await plannedCalls(reached.inquiryId)).toEqual([]);
  expect(await plannedCalls(planned.inquiryId)).toHaveLength(1);
  expect([await news(reached.inquiryId), await news(planned.inquiryId)]).toEqual([0, 0]);
});

test("after a bounce the number that was asked for is called", async () => {
  const { searchId } = await givenPatient(ctx);
  const therapist = await givenTherapist(ctx, { email: "weg@example.org", phone: null });
  const { inquiryId } = await givenSentInquiry(ctx, therapist, [searchId]);
  const [mail] = await ctx.db.select().from(mails).where(eq(mails.inquiryId, inquiryId));
  await markBounced(ctx, mail!.id, "weg@example.org");
  expect((await openTasks(inquiryId, therapist.id)).length).toBeGreaterThan(0);
  await updateTherapist(kim, therapist.id, { phone: "0241 5556001" });
  expect(await openTasks(inquiryId, therapist.id)).toEqual([]);
  expect(await conductInquiry(ctx, inquiryId)).toBe("call");
});

test("a number that is another practice's moves the therapist there, as before", async () => {
  const other = await givenTherapist(ctx, { email: null, phone: "0241 5557001" });
  const { id, inquiryId } = await givenByPhone({ email: null, phone: "0241 5557002" });
  await updateTherapist(kim, id, { phone: "0241 5557001" });
  const [inquiry] = await ctx.db.select().from(inquiries).where(eq(inquiries.id, inquiryId));
  expect(inquiry).toMatchObject({ status: "cancelled", cancelReason: "mailbox_changed" });
  expect(await ctx.db.$count(practices, eq(practices.id, other.practiceId))).toBe(1);
});
