import type { Provenance } from "@/db/schema";
import { type Context, requireAbility } from "@/lib/core/context";
import type { CoordinateSource } from "../vocabulary";
import { loadTherapistRows } from "./load-therapist";
import type { LocationInput, TherapistInput } from "./schemas";
import type { TherapistStatus } from "./status";
import { type LocationRow, type PracticeRow, type TherapistRow, therapistInputOf } from "./therapist-rows";

/** A site with what was found out about it. */
export type TherapistSite = LocationInput & { id: string; coordinateSource: CoordinateSource };

/** The record as the forms and the REST API know it, with what happened to it. */
export type TherapistRecord = Omit<TherapistInput, "locations"> & {
  id: string;
  status: TherapistStatus;
  blockedReason: string | null;
  blockedAt: Date | null;
  locations: TherapistSite[];
  practice: {
    id: string;
    emailBouncedAt: Date | null;
    /** Who reads the mails there said that it is not this practice. */
    emailDisownedAt: Date | null;
    /** Not contacted again before this instant. */
    coolingUntil: Date | null;
    lastMailAt: Date | null;
    lastCallAt: Date | null;
  };
  sourceKey: string | null;
  provenance: Provenance;
  /** Fields that imports leave alone. */
  fixedFields: string[];
  createdAt: Date;
  updatedAt: Date;
};

/** One therapist with sites, mailbox and where each field came from; `not-found` when there is none. */
export async function getTherapist(ctx: Context, id: string): Promise<TherapistRecord> {
  requireAbility(ctx, "therapists.read");
  const { therapist, practice, sites } = await loadTherapistRows(ctx, id);
  return therapistRecord(therapist, practice, sites);
}

export function therapistRecord(
  therapist: TherapistRow,
  practice: PracticeRow,
  sites: LocationRow[],
): TherapistRecord {
  const input = therapistInputOf(therapist, practice, sites);
  return {
    ...input,
    id: therapist.id,
    status: therapist.status,
    blockedReason: therapist.blockedReason,
    blockedAt: therapist.blockedAt,
    locations: sites.map((site, index) => ({
      ...input.locations[index]!,
      id: site.id,
      coordinateSource: site.coordinateSource,
    })),
    practice: {
      id: practice.id,
      emailBouncedAt: practice.emailBouncedAt,
      emailDisownedAt: practice.emailDisownedAt,
      coolingUntil: practice.coolingUntil,
      lastMailAt: practice.lastMailAt,
      lastCallAt: practice.lastCallAt,
    },
    sourceKey: therapist.sourceKey,
    provenance: therapist.provenance,
    fixedFields: therapist.fixedFields,
    createdAt: therapist.createdAt,
    updatedAt: therapist.updatedAt,
  };
}
