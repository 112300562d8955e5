import { and, eq, isNull } from "drizzle-orm";
import { newId } from "@/db/columns";
import { inquiryItems, mails, patients, placements, searches, tasks } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { givenPatient, givenSentInquiry, givenTherapist } from "./factories";
import { ctx } from "./own-database";
import { respondToInquiry } from "@/lib/domain/inquiries/respond-to-inquiry";

export const dayMs = 86_400_000;
export const asPatient = (patientId: string): Context => ({ ...ctx, actor: { kind: "patient", patientId } });
export const asTherapist = (inquiryId: string): Context => ({
  ...ctx,
  actor: { kind: "therapist", inquiryId },
});
export const asViewer = (): Context => ({
  ...ctx,
  actor: { kind: "staff", id: "x", role: "viewer", name: "x" },
});

export const asCoordinator = (): Context => ({
  ...ctx,
  actor: { kind: "staff", id: newId(), role: "coordinator", name: "x" },
});

export const inDays = (days: number): Context => ({
  ...ctx,
  now: new Date(ctx.now.getTime() + days * dayMs),
});

/** A patient whom a practice accepted a moment ago; the `others` of its inquiry wait. */
export async function givenAcceptance(others = 0) {
  const patient = await givenPatient(ctx);
  const therapist = await givenTherapist(ctx);
  const asked = [patient.searchId];
  for (let i = 0; i < others; i++) asked.push((await givenPatient(ctx)).searchId);
  const { inquiryId, items } = await givenSentInquiry(ctx, therapist, asked);
  const itemId = items[0]!.id;
  await respondToInquiry(asTherapist(inquiryId), inquiryId, [{ itemId, outcome: "accepted" }]);
  const [placement] = await ctx.db.select().from(placements).where(eq(placements.itemId, itemId));
  return { patient, therapist, inquiryId, itemId, placementId: placement!.id };
}

export const placementOf = async (id: string) =>
  (await ctx.db.select().from(placements).where(eq(placements.id, id)))[0]!;

export const searchOf = async (id: string) =>
  (await ctx.db.select().from(searches).where(eq(searches.id, id)))[0]!;
export const patientOf = async (id: string) =>
  (await ctx.db.select().from(patients).where(eq(patients.id, id)))[0]!;
export const outcomeOf = async (id: string) =>
  (await ctx.db.select().from(inquiryItems).where(eq(inquiryItems.id, id)))[0]!.outcome;

export const mailsAbout = async (placementId: string) =>
  (await ctx.db.select().from(mails))
    .filter(({ occasion }) => occasion.startsWith(`placement:${placementId}`))
    .map(({ template }) => template)
    .toSorted();

export const callsAbout = (patientId: string) =>
  ctx.db.$count(
    tasks,
    and(eq(tasks.kind, "placement_call"), eq(tasks.subjectId, patientId), isNull(tasks.doneAt)),
  );

export const letter = async (placementId: string, template: string) =>
  (
    await ctx.db
      .select()
      .from(mails)
      .where(and(eq(mails.template, template), eq(mails.placementId, placementId)))
  )[0]!;
