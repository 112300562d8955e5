import { asc, desc, eq } from "drizzle-orm";
import { consents, exclusions, patients, searches } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { type Context, inTransaction, may, requireAbility } from "@/lib/core/context";
import { notFound } from "@/lib/core/errors";

import type { ConsentKind } from "../consents/status";
import type { SearchStatus } from "../searches/status";
import type { ExclusionReason } from "../therapists/status";
import type { CoordinateSource, Urgency } from "../vocabulary";
import { ageOn } from "./age-on";
import { type PatientRow, patientInputOf } from "./patient-rows";
import { pseudonymOf } from "./pseudonym";
import type { PatientInput } from "./schemas";
import type { PatientStatus } from "./status";
import { urgencyOf } from "./urgency";

export type SearchSummary = {
  id: string;
  status: SearchStatus;
  since: Date;
  pausedUntil: Date | null;
  pauseReason: string;
  /** Stands still only until a consent is given again. */
  pausedForConsent: boolean;
  placedAt: Date | null;
};

type RecordFacts = {
  id: string;
  pseudonym: string;
  status: PatientStatus;
  age: number | null;
  urgency: Urgency;
  coordinateSource: CoordinateSource;
  emailVerifiedAt: Date | null;
  /** The latest search; a patient entered here always has one. */
  search: SearchSummary | null;
  /** Consents in force. */
  consents: ConsentKind[];
  consentHistory: { kind: ConsentKind; version: string; grantedAt: Date; withdrawnAt: Date | null }[];
  exclusions: { therapistId: string; reason: ExclusionReason; until: Date | null }[];
  lastContactAt: Date | null;
  createdAt: Date;
  updatedAt: Date;
};

/** What tells who somebody is, or may do so. */
const identityFields = [
  "salutation",
  "firstName",
  "lastName",
  "birthDate",
  "coordinates",
  "email",
  "phone",
  "generalPractitioner",
  "guardian",
  "insuranceNumber",
  "symptomsText",
  "notes",
] as const satisfies (keyof PatientInput)[];
type IdentityField = (typeof identityFields)[number];

/** The record as the forms and the REST API know it, with what happened to it. */
export type FullPatient = RecordFacts & PatientInput & { withheld: false };
/** The same without what tells who it is; of the address, two digits of the postcode and the town are left. */
export type PseudonymousPatient = RecordFacts &
  Omit<PatientInput, IdentityField> & { [Field in IdentityField]: null } & { withheld: true };
export type PatientRecord = FullPatient | PseudonymousPatient;

/**
 * One patient, for staff and tokens; each call is written to the audit log as `patient.view`. Who may not know who
 * patients are gets a `PseudonymousPatient`. `not-found` when there is no such patient.
 */
export async function getPatient(ctx: Context, id: string): Promise<PatientRecord> {
  requireAbility(ctx, "patients.read");
  const withheld = !may(ctx, "patients.identity");
  return inTransaction(ctx, async (tx) => {
    const [row] = await tx.db.select().from(patients).where(eq(patients.id, id));
    if (!row) throw notFound();
    const facts = await recordFacts(tx, row);
    await audit(tx, "patient.view", { kind: "patient", id }, { withheld });
    const input = patientInputOf(row);
    return withheld ? { ...facts, ...withhold(input), withheld } : { ...facts, ...input, withheld };
  });
}

function withhold(input: PatientInput): Omit<PseudonymousPatient, keyof RecordFacts | "withheld"> {
  const nothing = Object.fromEntries(identityFields.map((field) => [field, null])) as Record<
    IdentityField,
    null
  >;
  const { postalCode, city } = input.address;
  return {
    ...input,
    ...nothing,
    address: { street: "", houseNumber: "", postalCode: postalCode.slice(0, 2), city },
  };
}

async function recordFacts(ctx: Context, row: PatientRow): Promise<RecordFacts> {
  const [search] = await ctx.db
    .select()
    .from(searches)
    .where(eq(searches.patientId, row.id))
    .orderBy(desc(searches.createdAt), desc(searches.id))
    .limit(1);
  const history = await ctx.db
    .select()
    .from(consents)
    .where(eq(consents.patientId, row.id))
    .orderBy(asc(consents.grantedAt), asc(consents.kind));
  const excluded = await ctx.db
    .select({ therapistId: exclusions.therapistId, reason: exclusions.reason, until: exclusions.until })
    .from(exclusions)
    .where(eq(exclusions.patientId, row.id))
    .orderBy(asc(exclusions.createdAt));
  return {
    id: row.id,
    pseudonym: pseudonymOf(row.id),
    status: row.status,
    age: ageOn(row.birthDate, ctx.now),
    urgency: urgencyOf(row.health),
    coordinateSource: row.coordinateSource,
    emailVerifiedAt: row.emailVerifiedAt,
    search: search ? summaryOf(search) : null,
    consents: history.filter((consent) => consent.withdrawnAt === null).map((consent) => consent.kind),
    consentHistory: history.map(({ kind, version, grantedAt, withdrawnAt }) => ({
      kind,
      version,
      grantedAt,
      withdrawnAt,
    })),
    exclusions: excluded,
    lastContactAt: row.lastContactAt,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  };
}

export function summaryOf(search: typeof searches.$inferSelect): SearchSummary {
  const { id, status, since, pausedUntil, pauseReason, pausedForConsent, placedAt } = search;
  return { id, status, since, pausedUntil, pauseReason: pauseReason ?? "", pausedForConsent, placedAt };
}
