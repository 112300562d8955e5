import { type SQL, and, asc, count, eq, gt, inArray, isNull, sql } from "drizzle-orm";
import { isAmong } from "@/db/is-among";
import { plainSelect } from "@/db/plain-select";
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
  for await (const rows of pages(ctx, only)) for (const row of rows) loaded.push(toRecord(row));
  return loaded;
}

function toRecord(row: Row): SearchingPatient {
  return {
    id: row.id,
    searchId: row.searchId,
    birthDate: row.birthDate,
    gender: row.gender,
    payer: row.payer,
    reimbursementRoute: row.reimbursementRoute,
    wantedMethods: row.wantedMethods as MatchingPatient["wantedMethods"],
    openToGroup: row.openToGroup,
    openToVideo: row.openToVideo,
    wantedTherapistGender: row.wantedTherapistGender,
    languages: row.languages,
    availability: row.availability,
    travel: { mode: row.travelMode, maxMinutes: row.travelMaxMinutes, maxKm: row.travelMaxKm },
    stepFreeAccess: row.stepFreeAccess,
    diagnoses: row.health.diagnoses,
    coordinates: coordinatesOf(row),
    urgency: urgencyOf(row.health),
    waitingSince: row.since.toISOString(),
    searchClosed: closedReason(row.searchStatus, row.hasConsented),
    openInquiries: row.openInquiries,
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

async function* pages(ctx: Context, scope: PatientScope): AsyncGenerator<Row[]> {
  const { patientIds, region } = scope;
  const statuses = statusesOf(scope);
  if (patientIds) {
    const sorted = [...new Set(patientIds)].sort();
    for (let start = 0; start < sorted.length; start += perPage) {
      yield await loadPage(ctx, isAmong(patients.id, sorted.slice(start, start + perPage)), statuses);
    }
    return;
  }
  const isInRegion = region ? eq(regionColumn, region) : undefined;
  for (let after: string | null = null; ;) {
    const rows: Row[] = await loadPage(
      ctx,
      and(isInRegion, after === null ? undefined : gt(patients.id, after)),
      statuses,
    );
    yield rows;
    if (rows.length < perPage) return;
    after = rows.at(-1)!.id;
  }
}

type PatientScope = { patientIds?: readonly string[]; region?: Region; withoutProposals?: boolean };
type Row = Awaited<ReturnType<typeof loadPage>>[number];

/** Only what matching asks for: the other encrypted columns are not opened. A patient has one running search. */
function loadPage(ctx: Context, isMeant: SQL | undefined, statuses: OpenStatus[]) {
  const open = { openInquiries: openInquiries(statuses) };
  return plainSelect(ctx.db, { ...columns, ...open }, (named) =>
    ctx.db
      .select(named)
      .from(searches)
      .innerJoin(patients, eq(patients.id, searches.patientId))
      .where(and(isMeant, isRunning))
      .orderBy(asc(patients.id))
      .limit(perPage),
  );
}

const columns = {
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
  searchId: searches.id,
  searchStatus: searches.status,
  since: searches.since,
  /** Every consent that a search needs is in force; there is one of a kind at most. */
  hasConsented: sql<boolean>`(select count(*) from ${consents} where ${and(
    eq(consents.patientId, patients.id),
    inArray(consents.kind, [...requiredConsents]),
    isNull(consents.withdrawnAt),
  )}) = ${requiredConsents.length}`,
};

/** Inquiries of these states count as open. */
export function statusesOf({ withoutProposals = false }: { withoutProposals?: boolean }): OpenStatus[] {
  return [...(withoutProposals ? agreedInquiryStatuses : openInquiryStatuses)];
}
type OpenStatus = (typeof openInquiryStatuses)[number];

/** How many open inquiries the search is part of. */
function openInquiries(statuses: OpenStatus[]) {
  return sql<number>`(select count(*)::int from ${inquiryItems} join ${inquiries}
    on ${eq(inquiries.id, inquiryItems.inquiryId)} where ${and(
      eq(inquiryItems.searchId, searches.id),
      eq(inquiryItems.outcome, "pending"),
      inArray(inquiries.status, statuses),
    )})`;
}

function closedReason(status: string, consented: boolean): MatchingPatient["searchClosed"] {
  if (status === "paused") return "paused";
  if (status !== "active") return "inactive";
  return consented ? null : "consent";
}
