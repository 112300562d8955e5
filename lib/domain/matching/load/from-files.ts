import type { z } from "zod";
import type { DirectoryPerson } from "../../directory/merge-sites";
import { requiredConsents } from "../../consents/status";
import { type PatientFileEntry, patientFileEntry } from "../../patients/schemas";
import { urgencyOf } from "../../patients/urgency";
import { mailboxKey } from "../../practices/mailbox-key";
import { availableKind } from "../../therapists/has-capacity";
import type { Coordinates } from "../../vocabulary";
import type { MatchingExclusion, MatchingPatient, MatchingTherapist } from "../kernel/records";

/** Where a postcode lies, or null when it is not known. */
export type Locate = (postalCode: string) => Coordinates | null;

export type FilePatient = { id: string; entry: PatientFileEntry };
export type RefusedEntry = { id: string | null; index: number; issue: z.core.$ZodIssue | "id-twice" };
export type PatientsFile = { patients: FilePatient[]; refused: RefusedEntry[] };

/**
 * Reads a patients file, a list of REST resources. Entries without an id get "#1", "#2", … by their place; what does
 * not fit the schema, or uses an id a second time, is refused. Null when the file is not a list.
 */
export function readPatientsFile(json: unknown): PatientsFile | null {
  if (!Array.isArray(json)) return null;
  const patients = new Map<string, FilePatient>();
  const refused: RefusedEntry[] = [];
  for (const [index, raw] of json.entries()) {
    const parsed = patientFileEntry.safeParse(raw);
    const id = parsed.success ? (parsed.data.id ?? `#${index + 1}`) : statedId(raw);
    if (!parsed.success) {
      refused.push({ id, index, issue: parsed.error.issues[0]! });
    } else if (patients.has(id!)) {
      refused.push({ id, index, issue: "id-twice" });
    } else {
      patients.set(id!, { id: id!, entry: parsed.data });
    }
  }
  return { patients: [...patients.values()], refused };
}

/** A patient of a file as matching sees one on `at`: the search runs when the required consents are there. */
export function patientFromFile({ id, entry }: FilePatient, locate: Locate, at: Date): MatchingPatient {
  return {
    id,
    birthDate: entry.birthDate,
    gender: entry.gender,
    payer: entry.payer,
    reimbursementRoute: entry.reimbursementRoute,
    wantedMethods: entry.wantedMethods,
    openToGroup: entry.openToGroup,
    openToVideo: entry.openToVideo,
    wantedTherapistGender: entry.wantedTherapistGender,
    languages: entry.languages,
    availability: entry.availability,
    travel: entry.travel,
    stepFreeAccess: entry.stepFreeAccess,
    diagnoses: entry.diagnoses,
    coordinates: entry.coordinates ?? locate(entry.address.postalCode),
    urgency: urgencyOf(entry),
    waitingSince: entry.waitingSince ?? at.toISOString(),
    searchClosed: requiredConsents.every((kind) => entry.consents.includes(kind)) ? null : "consent",
    openInquiries: 0,
  };
}

/** A person of a directory as matching sees one on `at`, as if staff had reviewed and accepted the record. */
export function therapistFromFile(
  { sourceId, therapist }: DirectoryPerson,
  locate: Locate,
  at: Date,
): MatchingTherapist {
  const { email, phone } = therapist;
  return {
    id: sourceId,
    mailbox: mailboxKey({ email, phone, therapistId: sourceId }),
    email,
    hasPhone: phone !== null,
    status: "active",
    objected: false,
    coolingUntil: null,
    mailboxHasOpenInquiry: false,
    gender: therapist.gender,
    statutorySeat: therapist.statutorySeat,
    offers: therapist.offers,
    languages: therapist.languages,
    officeHours: therapist.officeHours,
    locations: therapist.locations.map(({ address, coordinates, stepFree }, index) => ({
      id: String(index),
      coordinates: coordinates ?? locate(address.postalCode),
      stepFree,
    })),
    video: therapist.video,
    wishes: therapist.wishes,
    available: availableKind(therapist, at),
    informed: therapist.informed,
    title: therapist.title,
    lastName: therapist.lastName,
    // Files do not tell how old a record is.
    createdAt: at,
  };
}

/** The exclusions that patients of a file ask for; any id under which the directory lists the person will do. */
export function exclusionsFromFile(
  patients: readonly FilePatient[],
  people: readonly DirectoryPerson[],
): MatchingExclusion[] {
  const idOf = new Map(
    people.flatMap(({ sourceId, sourceIds }) => [sourceId, ...sourceIds].map((id) => [id, sourceId])),
  );
  return patients.flatMap(({ id, entry }) =>
    entry.excludedTherapists.flatMap((excluded) => {
      const therapistId = idOf.get(excluded);
      return therapistId === undefined
        ? []
        : [{ patientId: id, therapistId, reason: "patient_wish" as const, until: null }];
    }),
  );
}

function statedId(raw: unknown): string | null {
  const id = typeof raw === "object" && raw !== null && "id" in raw ? raw.id : null;
  return typeof id === "string" || typeof id === "number" ? String(id) : null;
}
