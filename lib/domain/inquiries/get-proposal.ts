import { and, asc, eq } from "drizzle-orm";
import { inquiries, inquiryItems, patients, practices, searches } from "@/db/schema";
import { type Context, inTransaction, may, requireAbility } from "@/lib/core/context";
import { limitKm } from "../matching/kernel/pack-patients";
import { ageOn } from "../patients/age-on";
import { pseudonymOf } from "../patients/pseudonym";
import { urgencyOf } from "../patients/urgency";
import { type TherapistRecord, getTherapist } from "../therapists/get-therapist";
import type { Gender, Payer, Urgency } from "../vocabulary";
import { agreedElsewhere } from "./agreed-elsewhere";
import { logInquiryView } from "./log-view";
import type { InquiryChannel } from "./status";

export type ProposalItem = {
  id: string;
  position: number;
  patientId: string;
  /** The name, or for who may not see it the end of the id. */
  patientName: string;
  age: number | null;
  gender: Gender;
  payer: Payer | null;
  /** With the town, for the map and nothing finer. */
  postalCode: string;
  city: string;
  /** The straight line that the travel limit reaches; null without one. */
  reachKm: number | null;
  waitingSince: Date;
  urgency: Urgency;
  distanceKm: number | null;
  travelMinutes: number | null;
  travelEstimated: boolean;
  checks: string[];
  /** In how many other inquiries, approved or sent, the search is open. */
  agreedElsewhere: number;
};
export type Proposal = {
  id: string;
  reference: string;
  version: number;
  channel: InquiryChannel;
  practiceName: string;
  email: string | null;
  phone: string | null;
  therapist: TherapistRecord;
  items: ProposalItem[];
};

/**
 * One inquiry that waits for review, with its patients in their order; null when it does not wait any more. Each
 * opening is written to the audit log as `inquiry.view`, with the patients shown.
 */
export async function findProposal(ctx: Context, inquiryId: string): Promise<Proposal | null> {
  requireAbility(ctx, "inquiries.read");
  return inTransaction(ctx, async (tx) => {
    const [found] = await tx.db
      .select({ inquiry: inquiries, practice: practices })
      .from(inquiries)
      .innerJoin(practices, eq(practices.id, inquiries.practiceId))
      .where(and(eq(inquiries.id, inquiryId), eq(inquiries.status, "proposed")));
    if (!found) return null;
    const therapist = await getTherapist(tx, found.inquiry.therapistId);
    const items = await loadItems(tx, inquiryId);
    await logInquiryView(
      tx,
      inquiryId,
      items.map(({ patientId }) => patientId),
    );
    const { id, reference, version, channel } = found.inquiry;
    const { name: practiceName, email } = found.practice;
    const phone = therapist.phone ?? found.practice.phone;
    return { id, reference, version, channel, practiceName, email, phone, therapist, items };
  });
}

async function loadItems(ctx: Context, inquiryId: string): Promise<ProposalItem[]> {
  const rows = await ctx.db
    .select({
      item: inquiryItems,
      since: searches.since,
      patient: {
        id: patients.id,
        firstName: patients.firstName,
        lastName: patients.lastName,
        birthDate: patients.birthDate,
        gender: patients.gender,
        payer: patients.payer,
        postalCode: patients.postalCode,
        city: patients.city,
        travelMode: patients.travelMode,
        travelMaxMinutes: patients.travelMaxMinutes,
        travelMaxKm: patients.travelMaxKm,
        health: patients.health,
      },
    })
    .from(inquiryItems)
    .innerJoin(searches, eq(searches.id, inquiryItems.searchId))
    .innerJoin(patients, eq(patients.id, searches.patientId))
    .where(eq(inquiryItems.inquiryId, inquiryId))
    .orderBy(asc(inquiryItems.position));
  const named = may(ctx, "patients.identity");
  const agreed = await agreedElsewhere(ctx, inquiryId);
  return rows.map(({ item, since, patient }) => ({
    id: item.id,
    position: item.position,
    distanceKm: item.distanceKm,
    travelMinutes: item.travelMinutes,
    travelEstimated: item.travelEstimated,
    checks: item.checks,
    agreedElsewhere: agreed.get(item.searchId) ?? 0,
    patientId: patient.id,
    patientName: named ? `${patient.firstName} ${patient.lastName}` : pseudonymOf(patient.id),
    age: ageOn(patient.birthDate, ctx.now),
    gender: patient.gender,
    payer: patient.payer,
    postalCode: named ? patient.postalCode : patient.postalCode.slice(0, 2),
    city: named ? patient.city : "",
    reachKm: reachOf(patient),
    waitingSince: since,
    urgency: urgencyOf(patient.health),
  }));
}

type Travel = Pick<typeof patients.$inferSelect, "travelMode" | "travelMaxMinutes" | "travelMaxKm">;

function reachOf({ travelMode: mode, travelMaxMinutes: maxMinutes, travelMaxKm: maxKm }: Travel) {
  const km = limitKm({ mode, maxMinutes, maxKm }, 1);
  return Number.isFinite(km) ? km : null;
}
