import { and, gt, isNull, or } from "drizzle-orm";
import { isAmong } from "@/db/is-among";
import { exclusions } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { type SearchingPatient, loadPatientRecords } from "./load-patient-records";
import { type ReachableTherapist, loadTherapistRecords } from "./load-therapist-records";
import { boxWithinReach } from "./near-box";
import type { MatchingExclusion, MatchingPatient } from "../kernel/records";
import type { Region } from "./regions";

export type MatchingRecords = {
  patients: SearchingPatient[];
  therapists: ReachableTherapist[];
  exclusions: MatchingExclusion[];
};

/**
 * Loads what matching needs to know: every running search and every active therapist, or only the given ones (then
 * whatever their status). With `withoutProposals` as if nothing waited for review. Nothing here decides; the kernel does.
 */
export async function loadMatchingRecords(
  ctx: Context,
  only: { patientIds?: readonly string[]; therapistId?: string; withoutProposals?: boolean } = {},
): Promise<MatchingRecords> {
  const [loadedPatients, loadedTherapists, inForce] = await Promise.all([
    loadPatientRecords(ctx, only),
    loadTherapistRecords(ctx, only),
    loadExclusions(ctx, only.patientIds),
  ]);
  return { patients: loadedPatients, therapists: loadedTherapists, exclusions: inForce };
}

/**
 * Loads the running searches of one region and every active therapist within `reach` times their travel limits, or who
 * works by video where a patient is open to it.
 */
export async function loadRegionRecords(
  ctx: Context,
  region: Region,
  reach: number,
): Promise<MatchingRecords> {
  return loadAround(ctx, await loadPatientRecords(ctx, { region }), reach);
}

/**
 * Loads every active therapist within `reach` times the travel limits of these patients, or by video where open to it;
 * with `unlocated` also those of whom nobody knows where they are.
 */
export async function loadAround<Patient extends MatchingPatient>(
  ctx: Context,
  loadedPatients: Patient[],
  reach: number,
  { unlocated = false } = {},
): Promise<Omit<MatchingRecords, "patients"> & { patients: Patient[] }> {
  const near = {
    box: boxWithinReach(loadedPatients, reach),
    video: loadedPatients.some(({ openToVideo }) => openToVideo),
    unlocated,
  };
  const patientIds = loadedPatients.map(({ id }) => id);
  const [loadedTherapists, inForce] = await Promise.all([
    loadTherapistRecords(ctx, { near }),
    loadExclusions(ctx, patientIds),
  ]);
  return { patients: loadedPatients, therapists: loadedTherapists, exclusions: inForce };
}

/** The exclusions in force, of all or of these patients. */
function loadExclusions(ctx: Context, of?: readonly string[]): Promise<MatchingExclusion[]> {
  const isOfThese = of ? isAmong(exclusions.patientId, of) : undefined;
  const inForce = or(isNull(exclusions.until), gt(exclusions.until, ctx.now));
  return ctx.db.select(columns).from(exclusions).where(and(isOfThese, inForce));
}

const columns = {
  patientId: exclusions.patientId,
  therapistId: exclusions.therapistId,
  reason: exclusions.reason,
  until: exclusions.until,
};
