import { randomUUID } from "node:crypto";
import type { Context } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { type InquiryProposal, proposeInquiries } from "@/lib/domain/inquiries/propose-inquiries";
import { approveInquiry } from "@/lib/domain/inquiries/review-inquiry";
import { sendInquiry } from "@/lib/domain/inquiries/send-inquiry";
import { inquiries, inquiryItems, matchingRuns, therapists } from "@/db/schema";
import { createPatient } from "@/lib/domain/patients/create-patient";
import { type PatientInput, patientInput } from "@/lib/domain/patients/schemas";
import { createTherapist } from "@/lib/domain/therapists/create-therapist";
import { type TherapistInput, therapistInput } from "@/lib/domain/therapists/schemas";
import { asc, eq } from "drizzle-orm";

/** A system context on a test database. */
export const systemOn = (db: Context["db"], now = new Date()): Context => ({
  db,
  actor: { kind: "system", job: "test" },
  now,
});

let counter = 0;
/** Test files that share a database are processes of their own, which count alike. */
const mark = randomUUID().slice(0, 8);

/** An invented patient whose search runs, and who fits the therapists of `givenTherapist`. */
export async function givenPatient(
  ctx: Context,
  changes: Partial<PatientInput> = {},
): Promise<{ id: string; searchId: string }> {
  counter += 1;
  const input = patientInput.parse({
    firstName: "Erna",
    lastName: `Beispiel${counter}`,
    gender: "female",
    birthDate: "1985-04-12",
    address: { street: "Probeweg", houseNumber: "1", postalCode: "52062", city: "Aachen" },
    coordinates: { lat: 50.776, lon: 6.084 },
    email: `erna.beispiel${counter}-${mark}@example.org`,
    payer: "gkv",
    availability: { mon: [{ from: "08:00", to: "18:00" }] },
    travel: { mode: "car", maxMinutes: 30 },
    ...changes,
  });
  return createPatient(ctx, { ...input, consents: ["processing", "sharing", "identity", "status_mails"] });
}

/** An invented active therapist in Aachen with a seat and a mailbox of their own. */
export async function givenTherapist(
  ctx: Context,
  changes: Partial<TherapistInput> = {},
): Promise<{ id: string; practiceId: string }> {
  counter += 1;
  const input = therapistInput.parse({
    firstName: "Karla",
    lastName: `Muster${counter}`,
    gender: "female",
    title: "Dr.",
    locations: [
      {
        address: { street: "Testallee", houseNumber: "2", postalCode: "52064", city: "Aachen" },
        coordinates: { lat: 50.768, lon: 6.09 },
      },
    ],
    email: `praxis${counter}-${mark}@example.org`,
    phone: "0241 99999901",
    statutorySeat: "yes",
    offers: [{ method: "VT", ageGroup: "adult", setting: "individual" }],
    officeHours: { mon: [{ from: "09:00", to: "17:00" }] },
    ...changes,
  });
  const { id } = await createTherapist(ctx, input, { status: "active" });
  const [row] = await ctx.db
    .select({ practiceId: therapists.practiceId })
    .from(therapists)
    .where(eq(therapists.id, id));
  return { id, practiceId: row!.practiceId };
}

/** A proposed inquiry to this therapist about these searches, first in line first. */
export async function givenProposal(
  ctx: Context,
  therapist: { id: string; practiceId: string },
  searchIds: string[],
  channel: InquiryProposal["channel"] = "email",
) {
  const [run] = await ctx.db
    .insert(matchingRuns)
    .values({ status: "finished", finishedAt: ctx.now })
    .returning();
  const items = searchIds.map((searchId) => ({
    searchId,
    locationId: null,
    distanceKm: 2,
    travelMinutes: 8,
    travelEstimated: true,
    checks: [],
  }));
  const proposal: InquiryProposal = {
    practiceId: therapist.practiceId,
    therapistId: therapist.id,
    channel,
    items,
  };
  await proposeInquiries(ctx, { runId: run!.id, proposals: [proposal], maxParallel: 1000 });
  const [inquiry] = await ctx.db.select().from(inquiries).where(eq(inquiries.runId, run!.id));
  return { inquiryId: inquiry!.id, items: await itemsOf(ctx, inquiry!.id) };
}

/** An inquiry that was approved and sent; its mail is queued. */
export async function givenSentInquiry(
  ctx: Context,
  therapist: { id: string; practiceId: string },
  searchIds: string[],
) {
  const proposal = await givenProposal(ctx, therapist, searchIds);
  await approveSeen(ctx, proposal.inquiryId);
  await sendInquiry(ctx, proposal.inquiryId);
  return proposal;
}

/** Approves a proposal; where something is to check, after having seen it, as a reviewer does. */
async function approveSeen(ctx: Context, inquiryId: string): Promise<void> {
  try {
    await approveInquiry(ctx, { inquiryId, version: 1 });
  } catch (error) {
    if (!(error instanceof AppError && error.key === "proposal_changed")) throw error;
    await approveInquiry(ctx, { inquiryId, version: 2 });
  }
}

export function itemsOf(ctx: Context, inquiryId: string) {
  return ctx.db
    .select()
    .from(inquiryItems)
    .where(eq(inquiryItems.inquiryId, inquiryId))
    .orderBy(asc(inquiryItems.position));
}
