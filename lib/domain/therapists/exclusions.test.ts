import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "@/db/columns";
import { exclusions, inquiries, inquiryItems } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { type TestDatabase, createTestDatabase } from "@/tests/support/database";
import { givenPatient, givenProposal, givenSentInquiry, givenTherapist } from "@/tests/support/factories";
import { addExclusion, removeExclusion } from "./exclusions";

let database: TestDatabase;
let ctx: Context;
beforeAll(async () => {
  database = await createTestDatabase();
  ctx = { db: database.db, actor: { kind: "system", job: "test" }, now: new Date() };
});
afterAll(() => database.drop());

const pairOf = async () => {
  const [patient, therapist] = [await givenPatient(ctx), await givenTherapist(ctx)];
  return { patient, therapist, patientId: patient.id, therapistId: therapist.id, reason: "staff" as const };
};
const stored = ({ patientId, therapistId }: { patientId: string; therapistId: string }) =>
  ctx.db
    .select()
    .from(exclusions)
    .where(and(eq(exclusions.patientId, patientId), eq(exclusions.therapistId, therapistId)));

test("a longer exclusion is never shortened", async () => {
  const pair = await pairOf();
  const [soon, late] = [new Date(Date.now() + 1e6), new Date(Date.now() + 1e9)];
  await addExclusion(ctx, { ...pair, until: late });
  await addExclusion(ctx, { ...pair, until: soon });
  expect(await stored(pair)).toMatchObject([{ until: late }]);
  await addExclusion(ctx, pair);
  await addExclusion(ctx, { ...pair, until: late });
  expect(await stored(pair)).toMatchObject([{ until: null }]);
});

test("an excluded pair leaves unsent inquiries, and what was sent stays as it is", async () => {
  const pair = await pairOf();
  const other = await givenPatient(ctx);
  const proposal = await givenProposal(ctx, pair.therapist, [pair.patient.searchId, other.searchId]);
  await addExclusion(ctx, pair);
  const left = eq(inquiryItems.inquiryId, proposal.inquiryId);
  expect(await ctx.db.select().from(inquiryItems).where(left)).toMatchObject([{ searchId: other.searchId }]);
  await addExclusion(ctx, { ...pair, patientId: other.id });
  const [inquiry] = await ctx.db.select().from(inquiries).where(eq(inquiries.id, proposal.inquiryId));
  expect(inquiry).toMatchObject({ status: "cancelled" });

  const asked = await pairOf();
  const sent = await givenSentInquiry(ctx, asked.therapist, [asked.patient.searchId]);
  await addExclusion(ctx, asked);
  expect(
    await ctx.db.select().from(inquiryItems).where(eq(inquiryItems.inquiryId, sent.inquiryId)),
  ).toMatchObject([{ outcome: "pending" }]);
});

test("removing lifts one reason and no other", async () => {
  const pair = await pairOf();
  await addExclusion(ctx, pair);
  await addExclusion(ctx, { ...pair, reason: "patient_wish" });
  await removeExclusion(ctx, pair);
  expect(await stored(pair)).toMatchObject([{ reason: "patient_wish" }]);
  await expect(removeExclusion(ctx, pair)).rejects.toMatchObject({ code: "not-found" });
});

test("a patient or therapist that does not exist is not found", async () => {
  const pair = await pairOf();
  for (const wrong of [{ patientId: newId() }, { therapistId: newId() }])
    await expect(addExclusion(ctx, { ...pair, ...wrong })).rejects.toMatchObject({ code: "not-found" });
});
