import { and, asc, count, eq, gt, inArray, isNull, sql } from "drizzle-orm";
import { consents, inquiries, inquiryItems, patients, searches } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { requiredConsents } from "../consents/status";
import { openInquiryStatuses } from "../inquiries/status";
import { urgencyOf } from "../patients/urgency";
import { runningSearchStatuses } from "../searches/status";
import type { MatchingPatient } from "./records";
import type { Region } from "./regions";

/** A patient of the snapshot with the search it stands for. */
export type SearchingPatient = MatchingPatient & { searchId: string };

/** The patient of every running search, or of these patients or those of one region. */
export async function loadPatientRecords(ctx: Context, only: PatientScope = {}): Promise<SearchingPatient[]> {
  const [rows, consented, open] = await Promise.all([
    loadRows(ctx, only),
    consentedPatients(ctx, only.patientIds),
    openInquiriesPerSearch(ctx, only.patientIds),
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
    searchClosed: closedReason(search.status, consented.has(patient.id)),
    openInquiries: open.get(search.id) ?? 0,
  }));
}

/** How many patients with a running search live in each region, by the number of its name. */
export async function countPatientsByRegion(ctx: Context): Promise<Map<string, number>> {
  const rows = await ctx.db
    .select({ region: regionColumn, patients: count() })
    .from(searches)
    .innerJoin(patients, eq(patients.id, searches.patientId))
    .where(isRunning)
    .groupBy(regionColumn);
  return new Map(rows.map((row) => [row.region, row.patients]));
}

export function coordinatesOf(row: { lat: number | null; lon: number | null }) {
  return row.lat === null || row.lon === null ? null : { lat: row.lat, lon: row.lon };
}

const isRunning = inArray(searches.status, [...runningSearchStatuses]);

const regionColumn = sql<Region>`coalesce(substring(${patients.postalCode} from '^[0-9]'), 'other')`;

/** So many rows are loaded and decrypted at once; in between the process answers others. */
const perPage = 500;

async function loadRows(ctx: Context, only: PatientScope) {
  const rows: Awaited<ReturnType<typeof loadPage>> = [];
  for (let after: string | null = null; ;) {
    const page = await loadPage(ctx, only, after);
    rows.push(...page);
    if (page.length < perPage) return rows;
    after = page.at(-1)!.patient.id;
  }
}

type PatientScope = { patientIds?: readonly string[]; region?: Region };

/** Only what matching asks for: the other encrypted columns are not opened. A patient has one running search. */
function loadPage(ctx: Context, { patientIds, region }: PatientScope, after: string | null) {
  return ctx.db
    .select({
      patient: {
        id: patients.id,
        birthDate: patients.birthDate,
        gender: patients.gender,
        payer: patients.payer,
        reimbursementRoute: patients.reimbursementRoute,
        wantedMethods: patients.wantedMethods,
        openToGroup: patients.openToGroup,
        openToVideo: patients.openToVideo,
        wantedTherapistGender: patients.wantedTherapistGender,
        languages: patients.languages,
        availability: patients.availability,
        travelMode: patients.travelMode,
        travelMaxMinutes: patients.travelMaxMinutes,
        travelMaxKm: patients.travelMaxKm,
        stepFreeAccess: patients.stepFreeAccess,
        health: patients.health,
        lat: patients.lat,
        lon: patients.lon,
      },
      search: { id: searches.id, status: searches.status, since: searches.since },
    })
    .from(searches)
    .innerJoin(patients, eq(patients.id, searches.patientId))
    .where(
      and(
        patientIds ? inArray(patients.id, [...patientIds]) : undefined,
        region ? eq(regionColumn, region) : undefined,
        after === null ? undefined : gt(patients.id, after),
        isRunning,
      ),
    )
    .orderBy(asc(patients.id))
    .limit(perPage);
}

function closedReason(status: string, consented: boolean): MatchingPatient["searchClosed"] {
  if (status === "paused") return "paused";
  if (status !== "active") return "inactive";
  return consented ? null : "consent";
}

/** Patients for whom every consent that a search needs is in force. */
async function consentedPatients(ctx: Context, of?: readonly string[]): Promise<Set<string>> {
  const rows = await ctx.db
    .select({ patientId: consents.patientId })
    .from(consents)
    .where(
      and(
        of ? inArray(consents.patientId, [...of]) : undefined,
        inArray(consents.kind, [...requiredConsents]),
        isNull(consents.withdrawnAt),
      ),
    )
    .groupBy(consents.patientId)
    .having(eq(count(), requiredConsents.length));
  return new Set(rows.map((row) => row.patientId));
}

async function openInquiriesPerSearch(ctx: Context, of?: readonly string[]): Promise<Map<string, number>> {
  const own = ctx.db
    .select({ id: searches.id })
    .from(searches)
    .where(inArray(searches.patientId, [...(of ?? [])]));
  const rows = await ctx.db
    .select({ searchId: inquiryItems.searchId, open: count() })
    .from(inquiryItems)
    .innerJoin(inquiries, eq(inquiries.id, inquiryItems.inquiryId))
    .where(
      and(
        of ? inArray(inquiryItems.searchId, own) : undefined,
        eq(inquiryItems.outcome, "pending"),
        inArray(inquiries.status, [...openInquiryStatuses]),
      ),
    )
    .groupBy(inquiryItems.searchId);
  return new Map(rows.map((row) => [row.searchId, row.open]));
}
