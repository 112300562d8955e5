import type { Context } from "@/lib/core/context";
import { type InquiryProposal, proposeInquiries } from "@/lib/domain/inquiries/propose-inquiries";
import { approveInquiry } from "@/lib/domain/inquiries/review-inquiry";
import { sendInquiry } from "@/lib/domain/inquiries/send-inquiry";
import { inquiries, inquiryItems, matchingRuns, searches, therapists } from "@/db/schema";
import { judgePairsNow } from "@/lib/domain/matching/judge-pair-now";
import { loadPairRecords } from "@/lib/domain/matching/load-pair-records";
import { createPatient } from "@/lib/domain/patients/create-patient";
import { type PatientInput, patientInput } from "@/lib/domain/patients/schemas";
import { createTherapist } from "@/lib/domain/therapists/create-therapist";
import { type TherapistInput, therapistInput } from "@/lib/domain/therapists/schemas";
import { asc, eq, inArray } from "drizzle-orm";

/** A system context on a test database. */
export const systemOn = (db: Context["db"], now = new Date()): Context => ({
  db,
  actor: { kind: "system", job: "test" },
  now,
});

let counter = 0;

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
    email: `erna.beispiel${counter}@example.org`,
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
    email: `praxis${counter}@example.org`,
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
  const checksOf = await checksBySearch(ctx, therapist.id, searchIds);
  const items = searchIds.map((searchId) => ({
    searchId,
    locationId: null,
    distanceKm: 2,
    travelMinutes: 8,
    travelEstimated: true,
    checks: checksOf.get(searchId) ?? [],
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

/** What a run would mark as to check. */
async function checksBySearch(ctx: Context, therapistId: string, searchIds: string[]) {
  const rows = await ctx.db
    .select({ searchId: searches.id, patientId: searches.patientId })
    .from(searches)
    .where(inArray(searches.id, searchIds));
  const patientIds = rows.map(({ patientId }) => patientId);
  const judged = await judgePairsNow(ctx, await loadPairRecords(ctx, therapistId, patientIds));
  return new Map(rows.map(({ searchId, patientId }) => [searchId, judged.get(patientId)?.checks]));
}

/** An inquiry that was approved and sent; its mail is queued. */
export async function givenSentInquiry(
  ctx: Context,
  therapist: { id: string; practiceId: string },
  searchIds: string[],
) {
  const proposal = await givenProposal(ctx, therapist, searchIds);
  await approveInquiry(ctx, { inquiryId: proposal.inquiryId, version: 1 });
  await sendInquiry(ctx, proposal.inquiryId);
  return proposal;
}

export function itemsOf(ctx: Context, inquiryId: string) {
  return ctx.db
    .select()
    .from(inquiryItems)
    .where(eq(inquiryItems.inquiryId, inquiryId))
    .orderBy(asc(inquiryItems.position));
}
