import { asc, eq } from "drizzle-orm";
import { inquiries, inquiryItems, patients, practices, searches, therapists } from "@/db/schema";
import { type Context, may, requireAbility } from "@/lib/core/context";
import { ageOn } from "../patients/age-on";
import { pseudonymOf } from "../patients/pseudonym";
import { urgencyOf } from "../patients/urgency";
import { type Gender, type Payer, type Urgency, urgencies } from "../vocabulary";
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
  waitingSince: Date;
  urgency: Urgency;
  distanceKm: number | null;
  travelMinutes: number | null;
  travelEstimated: boolean;
  checks: string[];
};
export type Proposal = {
  id: string;
  reference: string;
  version: number;
  channel: InquiryChannel;
  createdAt: Date;
  therapist: {
    id: string;
    name: string;
    practiceName: string;
    city: string;
    phone: string | null;
    email: string | null;
  };
  items: ProposalItem[];
};

/**
 * Every inquiry that waits for review, with its patients in their order. First comes the one with the most urgent
 * patient, then the one whose patient of that urgency has waited longest, then the oldest.
 */
export async function listProposals(ctx: Context): Promise<Proposal[]> {
  requireAbility(ctx, "inquiries.read");
  const rows = await ctx.db
    .select({
      inquiry: inquiries,
      therapist: therapists,
      practice: practices,
      item: inquiryItems,
      search: searches,
      patient: patients,
    })
    .from(inquiries)
    .innerJoin(therapists, eq(therapists.id, inquiries.therapistId))
    .innerJoin(practices, eq(practices.id, inquiries.practiceId))
    .innerJoin(inquiryItems, eq(inquiryItems.inquiryId, inquiries.id))
    .innerJoin(searches, eq(searches.id, inquiryItems.searchId))
    .innerJoin(patients, eq(patients.id, searches.patientId))
    .where(eq(inquiries.status, "proposed"))
    .orderBy(asc(inquiries.createdAt), asc(inquiries.id), asc(inquiryItems.position));
  const cities = await citiesOf(ctx);
  const proposals = new Map<string, Proposal>();
  for (const row of rows) {
    const proposal = proposals.get(row.inquiry.id) ?? proposalOf(row, cities);
    proposal.items.push(itemOf(ctx, row));
    proposals.set(row.inquiry.id, proposal);
  }
  return [...proposals.values()].toSorted((a, b) => {
    const [first, second] = [firstInLine(a.items), firstInLine(b.items)];
    return first.rank - second.rank || first.since - second.since;
  });
}

function firstInLine(items: ProposalItem[]): { rank: number; since: number } {
  const rank = Math.min(...items.map(({ urgency }) => urgencies.indexOf(urgency)));
  const ofRank = items.filter(({ urgency }) => urgencies.indexOf(urgency) === rank);
  return { rank, since: Math.min(...ofRank.map(({ waitingSince }) => waitingSince.getTime())) };
}

/** The town of each proposed therapist's first site. */
async function citiesOf(ctx: Context): Promise<Map<string, string>> {
  const rows = await ctx.db.query.locations.findMany({
    columns: { therapistId: true, city: true },
    where: (location, { inArray }) =>
      inArray(
        location.therapistId,
        ctx.db.select({ id: inquiries.therapistId }).from(inquiries).where(eq(inquiries.status, "proposed")),
      ),
  });
  return new Map(rows.map((row) => [row.therapistId, row.city]));
}

type Row = {
  inquiry: typeof inquiries.$inferSelect;
  therapist: typeof therapists.$inferSelect;
  practice: typeof practices.$inferSelect;
  item: typeof inquiryItems.$inferSelect;
  search: typeof searches.$inferSelect;
  patient: typeof patients.$inferSelect;
};

function proposalOf({ inquiry, therapist, practice }: Row, cities: Map<string, string>): Proposal {
  const { id, reference, version, channel, createdAt } = inquiry;
  const name = [therapist.title, therapist.firstName, therapist.lastName].filter(Boolean).join(" ");
  const { name: practiceName, email } = practice;
  const city = cities.get(therapist.id) ?? "";
  const phone = therapist.phone ?? practice.phone;
  return {
    id,
    reference,
    version,
    channel,
    createdAt,
    therapist: { id: therapist.id, name, practiceName, city, phone, email },
    items: [],
  };
}

function itemOf(ctx: Context, { item, search, patient }: Row): ProposalItem {
  const named = may(ctx, "patients.identity");
  const { id, position, distanceKm, travelMinutes, travelEstimated, checks } = item;
  return {
    id,
    position,
    distanceKm,
    travelMinutes,
    travelEstimated,
    checks,
    patientId: patient.id,
    patientName: named ? `${patient.firstName} ${patient.lastName}` : pseudonymOf(patient.id),
    age: ageOn(patient.birthDate, ctx.now),
    gender: patient.gender,
    payer: patient.payer,
    waitingSince: search.since,
    urgency: urgencyOf(patient.health),
  };
}
