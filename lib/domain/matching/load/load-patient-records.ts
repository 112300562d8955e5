import { type SQL, and, asc, count, eq, gt, inArray, isNull, sql } from "drizzle-orm";
import { isAmong } from "@/db/is-among";
import { consents, inquiries, inquiryItems, patients, searches } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { requiredConsents } from "../../consents/status";
import { agreedInquiryStatuses, openInquiryStatuses } from "../../inquiries/status";
import { urgencyOf } from "../../patients/urgency";
import { runningSearchStatuses } from "../../searches/status";
import type { MatchingPatient } from "../kernel/records";
import type { Region } from "./regions";

/** A patient of the snapshot with the search it stands for. */
export type SearchingPatient = MatchingPatient & { searchId: string };

/** The patient of every running search, or of these patients or those of one region. */
export async function loadPatientRecords(ctx: Context, only: PatientScope = {}): Promise<SearchingPatient[]> {
  const loaded: SearchingPatient[] = [];
  for await (const rows of pages(ctx, only)) {
    const ids = rows.map(({ patient }) => patient.id);
    const [consented, open] = await Promise.all([
      consentedPatients(ctx, ids),
      openInquiriesPerSearch(ctx, ids, statusesOf(only)),
    ]);
    for (const row of rows) {
      const searchClosed = closedReason(row.search.status, consented.has(row.patient.id));
      loaded.push({ ...toRecord(row), searchClosed, openInquiries: open.get(row.search.id) ?? 0 });
    }
  }
  return loaded;
}

function toRecord({ patient, search }: Row): Omit<SearchingPatient, "searchClosed" | "openInquiries"> {
  return {
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
  };
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

async function* pages(ctx: Context, { patientIds, region }: PatientScope) {
  if (patientIds) {
    const sorted = [...new Set(patientIds)].sort();
    for (let start = 0; start < sorted.length; start += perPage) {
      yield await loadPage(ctx, isAmong(patients.id, sorted.slice(start, start + perPage)));
    }
    return;
  }
  const isInRegion = region ? eq(regionColumn, region) : undefined;
  for (let after: string | null = null; ;) {
    const rows = await loadPage(ctx, and(isInRegion, after === null ? undefined : gt(patients.id, after)));
    yield rows;
    if (rows.length < perPage) return;
    after = rows.at(-1)!.patient.id;
  }
}

type PatientScope = { patientIds?: readonly string[]; region?: Region; withoutProposals?: boolean };
type Row = Awaited<ReturnType<typeof loadPage>>[number];

/** Only what matching asks for: the other encrypted columns are not opened. A patient has one running search. */
function loadPage(ctx: Context, isMeant: SQL | undefined) {
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
    .where(and(isMeant, isRunning))
    .orderBy(asc(patients.id))
    .limit(perPage);
}

function closedReason(status: string, consented: boolean): MatchingPatient["searchClosed"] {
  if (status === "paused") return "paused";
  if (status !== "active") return "inactive";
  return consented ? null : "consent";
}

/** Those of these patients for whom every consent that a search needs is in force. */
async function consentedPatients(ctx: Context, of: readonly string[]): Promise<Set<string>> {
  const rows = await ctx.db
    .select({ patientId: consents.patientId })
    .from(consents)
    .where(
      and(
        isAmong(consents.patientId, of),
        inArray(consents.kind, [...requiredConsents]),
        isNull(consents.withdrawnAt),
      ),
    )
    .groupBy(consents.patientId)
    .having(eq(count(), requiredConsents.length));
  return new Set(rows.map((row) => row.patientId));
}

/** Inquiries of these states count as open. */
export function statusesOf({ withoutProposals = false }: { withoutProposals?: boolean }): OpenStatus[] {
  return [...(withoutProposals ? agreedInquiryStatuses : openInquiryStatuses)];
}
type OpenStatus = (typeof openInquiryStatuses)[number];

async function openInquiriesPerSearch(
  ctx: Context,
  of: readonly string[],
  statuses: OpenStatus[],
): Promise<Map<string, number>> {
  const own = ctx.db.select({ id: searches.id }).from(searches).where(isAmong(searches.patientId, of));
  const rows = await ctx.db
    .select({ searchId: inquiryItems.searchId, open: count() })
    .from(inquiryItems)
    .innerJoin(inquiries, eq(inquiries.id, inquiryItems.inquiryId))
    .where(
      and(
        inArray(inquiryItems.searchId, own),
        eq(inquiryItems.outcome, "pending"),
        inArray(inquiries.status, statuses),
      ),
    )
    .groupBy(inquiryItems.searchId);
  return new Map(rows.map((row) => [row.searchId, row.open]));
}
