import { and, count, eq, gt, inArray, isNull, or, sql } from "drizzle-orm";
import {
  consents,
  exclusions,
  inquiries,
  inquiryItems,
  locations,
  objections,
  patients,
  practices,
  searches,
  therapists,
} from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { requiredConsents } from "../consents/status";
import { openInquiryStatuses } from "../inquiries/status";
import { urgencyOf } from "../patients/urgency";
import { runningSearchStatuses } from "../searches/status";
import { isObjected, objectionIndex } from "../therapists/objection-index";
import { noWishes } from "../therapists/schemas";
import { hasCapacity } from "../therapists/has-capacity";
import type { MatchingExclusion, MatchingPatient, MatchingTherapist } from "./records";

/** A patient of the snapshot with the search it stands for. */
export type SearchingPatient = MatchingPatient & { searchId: string };
/** A therapist of the snapshot with the practice whose mailbox is written to. */
export type ReachableTherapist = MatchingTherapist & { practiceId: string };

export type MatchingRecords = {
  patients: SearchingPatient[];
  therapists: ReachableTherapist[];
  exclusions: MatchingExclusion[];
};

/**
 * Loads what matching needs to know: every running search and every active therapist, or only the given ones (then
 * whatever their status). Nothing here decides; the kernel does.
 */
export async function loadMatchingRecords(
  ctx: Context,
  only: { patientId?: string; therapistId?: string } = {},
): Promise<MatchingRecords> {
  const [loadedPatients, loadedTherapists, inForce] = await Promise.all([
    loadPatients(ctx, only.patientId),
    loadTherapists(ctx, only.therapistId),
    ctx.db
      .select()
      .from(exclusions)
      .where(or(isNull(exclusions.until), gt(exclusions.until, ctx.now))),
  ]);
  return { patients: loadedPatients, therapists: loadedTherapists, exclusions: inForce };
}

async function loadPatients(ctx: Context, patientId?: string): Promise<SearchingPatient[]> {
  const wanted = patientId ? eq(patients.id, patientId) : undefined;
  const [rows, consented, open] = await Promise.all([
    ctx.db
      .select({ patient: patients, search: searches })
      .from(searches)
      .innerJoin(patients, eq(patients.id, searches.patientId))
      .where(and(wanted, inArray(searches.status, [...runningSearchStatuses]))),
    consentedPatients(ctx),
    openInquiriesPerSearch(ctx),
  ]);
  return rows.map(({ patient, search }) => ({
    id: patient.id,
    searchId: search.id,
    birthDate: patient.birthDate,
    gender: patient.gender,
    payer: patient.payer,
    reimbursementRoute: patient.reimbursementRoute,
    wantedMethods: patient.wantedMethods as MatchingPatient["wantedMethods"],
    openToGroup: patient.openToGroup,
    openToVideo: patient.openToVideo,
    wantedTherapistGender: patient.wantedTherapistGender,
    languages: patient.languages,
    availability: patient.availability,
    travel: { mode: patient.travelMode, maxMinutes: patient.travelMaxMinutes, maxKm: patient.travelMaxKm },
    stepFreeAccess: patient.stepFreeAccess,
    diagnoses: patient.health.diagnoses,
    coordinates: coordinatesOf(patient),
    urgency: urgencyOf(patient.health),
    waitingSince: search.since.toISOString(),
    searchClosed:
      search.status === "paused"
        ? "paused"
        : search.status !== "active"
          ? "inactive"
          : consented.has(patient.id)
            ? null
            : "consent",
    openInquiries: open.get(search.id) ?? 0,
  }));
}

/** Patients for whom every consent that a search needs is in force. */
async function consentedPatients(ctx: Context): Promise<Set<string>> {
  const rows = await ctx.db
    .select({ patientId: consents.patientId })
    .from(consents)
    .where(and(inArray(consents.kind, [...requiredConsents]), isNull(consents.withdrawnAt)))
    .groupBy(consents.patientId)
    .having(eq(count(), requiredConsents.length));
  return new Set(rows.map((row) => row.patientId));
}

async function openInquiriesPerSearch(ctx: Context): Promise<Map<string, number>> {
  const rows = await ctx.db
    .select({ searchId: inquiryItems.searchId, open: count() })
    .from(inquiryItems)
    .innerJoin(inquiries, eq(inquiries.id, inquiryItems.inquiryId))
    .where(and(eq(inquiryItems.outcome, "pending"), inArray(inquiries.status, [...openInquiryStatuses])))
    .groupBy(inquiryItems.searchId);
  return new Map(rows.map((row) => [row.searchId, row.open]));
}

async function loadTherapists(ctx: Context, therapistId?: string): Promise<ReachableTherapist[]> {
  const wanted = therapistId ? eq(therapists.id, therapistId) : eq(therapists.status, "active");
  const hasOpen = sql<boolean>`exists (select 1 from ${inquiries} where ${inquiries.practiceId} = ${practices.id} and ${inquiries.status} in ('proposed', 'approved', 'sent'))`;
  const [rows, sites, objected] = await Promise.all([
    ctx.db
      .select({ therapist: therapists, practice: practices, hasOpen })
      .from(therapists)
      .innerJoin(practices, eq(practices.id, therapists.practiceId))
      .where(wanted),
    loadLocations(ctx, therapistId),
    ctx.db.select().from(objections).then(objectionIndex),
  ]);
  return rows.map(({ therapist, practice, hasOpen }) => {
    const own = sites.get(therapist.id) ?? [];
    const email = practice.emailBouncedAt ? null : practice.email;
    return {
      id: therapist.id,
      practiceId: practice.id,
      mailbox: practice.mailboxKey,
      email,
      hasPhone: practice.phone !== null || therapist.phone !== null,
      status: therapist.status,
      objected: isObjected(objected, {
        ...therapist,
        email: practice.email,
        postalCodes: own.map((site) => site.postalCode),
      }),
      coolingUntil: practice.coolingUntil,
      mailboxHasOpenInquiry: hasOpen,
      gender: therapist.gender,
      statutorySeat: therapist.statutorySeat,
      offers: therapist.offers,
      languages: therapist.languages,
      officeHours: therapist.officeHours,
      locations: own.map((site) => ({
        id: site.id,
        coordinates: coordinatesOf(site),
        stepFree: site.stepFree,
      })),
      video: therapist.video,
      wishes: { ...noWishes, ...therapist.wishes },
      available: therapist.potentiallyAvailable || hasCapacity(therapist.capacity, ctx.now),
      informed: therapist.informed,
      title: therapist.title,
      lastName: therapist.lastName,
      createdAt: therapist.createdAt,
    };
  });
}

async function loadLocations(ctx: Context, therapistId?: string) {
  const rows = await ctx.db
    .select()
    .from(locations)
    .where(therapistId ? eq(locations.therapistId, therapistId) : undefined);
  return Map.groupBy(rows, (row) => row.therapistId);
}

function coordinatesOf(row: { lat: number | null; lon: number | null }) {
  return row.lat === null || row.lon === null ? null : { lat: row.lat, lon: row.lon };
}
