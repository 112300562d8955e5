import { eq } from "drizzle-orm";
import { evidenceFacts, patients, searches } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { type Context, inTransaction } from "@/lib/core/context";
import { notFound } from "@/lib/core/errors";
import { env } from "@/lib/env";
import { requirePatientAccess } from "../patients/access";
import { pseudonymOf } from "../patients/pseudonym";
import { getSettings } from "../settings/settings";
import { type ContactRecord, hasPendingInquiry, listContacts, wasAsked } from "./list-contacts";
import type { EvidenceFacts } from "./schemas";
import { type DossierCheck, dossierChecks } from "./status";

export type Dossier = {
  patient: {
    id: string;
    pseudonym: string;
    firstName: string;
    lastName: string;
    birthDate: string | null;
    insurer: string;
    insuranceNumber: string;
    statutory: boolean;
    consultationDone: boolean;
    consultationOn: string | null;
    ptv11: { acute: boolean; urgent: boolean };
    /** Since when a place is looked for. */
    searchingSince: Date | null;
  };
  facts: EvidenceFacts;
  contacts: ContactRecord[];
  checks: { id: DossierCheck; holds: boolean }[];
  /** Contacted practices with a statutory seat, and how many this service asks for. */
  seats: { contacted: number; wanted: number };
  madeAt: Date;
  /** The service that makes it. */
  madeBy: string;
};

/**
 * Everything that shows an insurer (§ 13 (3) SGB V) that no statutory place was to be had: facts, each contact, and what
 * is still missing. For the patient's own link and for staff who may see who patients are; each reading is written down.
 */
export async function getDossier(ctx: Context, patientId: string): Promise<Dossier> {
  requirePatientAccess(ctx, "patients.identity", patientId);
  return inTransaction(ctx, async (tx) => {
    const [patient] = await tx.db.select().from(patients).where(eq(patients.id, patientId));
    if (!patient) throw notFound();
    const [known] = await tx.db.select().from(evidenceFacts).where(eq(evidenceFacts.patientId, patientId));
    const since = await searchingSince(tx, patientId);
    const contacts = await listContacts(tx, patientId);
    const { evidenceContacts: wanted } = await getSettings(tx);
    await audit(tx, "dossier.view", { kind: "patient", id: patientId }, { contacts: contacts.length });
    const { id, firstName, lastName, birthDate, insurer, health } = patient;
    const facts = { mandateOn: known?.mandateOn ?? null, insurerAskedOn: known?.insurerAskedOn ?? null };
    const { consultationDone, consultationOn, ptv11, insuranceNumber } = health;
    const dossier = {
      patient: {
        id,
        pseudonym: pseudonymOf(id),
        firstName,
        lastName,
        birthDate,
        insurer,
        insuranceNumber,
        consultationDone,
        consultationOn,
        ptv11,
        searchingSince: since,
        statutory: patient.payer === "gkv",
      },
      facts,
      contacts,
      seats: { contacted: seatsIn(contacts), wanted },
      madeAt: tx.now,
      madeBy: env().OPERATOR_NAME ?? "Lotse",
    };
    const holds = checksOf(dossier, {
      isPending: await hasPendingInquiry(tx, patientId),
      madeByPatient: tx.actor.kind === "patient",
    });
    return { ...dossier, checks: dossierChecks.map((check) => ({ id: check, holds: holds[check] })) };
  });
}

/** Practices with a statutory seat that were asked, each counted once. */
function seatsIn(contacts: readonly ContactRecord[]): number {
  const withSeat = contacts.filter((contact) => contact.therapist.seat === "yes" && wasAsked(contact));
  return new Set(withSeat.map(({ therapist }) => `${therapist.name}|${therapist.city}`)).size;
}

function checksOf(
  { patient, facts, contacts, seats }: Omit<Dossier, "checks">,
  { isPending, madeByPatient }: { isPending: boolean; madeByPatient: boolean },
): Record<DossierCheck, boolean> {
  const { consultationDone, consultationOn, ptv11 } = patient;
  return {
    statutory: patient.statutory,
    insurer: patient.insurer !== "" && patient.insuranceNumber !== "",
    consultation: consultationDone && consultationOn !== null,
    ptv11: ptv11.acute || ptv11.urgent,
    insurer_asked: facts.insurerAskedOn !== null,
    // Who makes the evidence for themselves needs nobody's mandate.
    mandate: madeByPatient || facts.mandateOn !== null,
    enough_contacts: seats.contacted >= seats.wanted,
    all_settled: contacts.length > 0 && !isPending,
  };
}

async function searchingSince(ctx: Context, patientId: string): Promise<Date | null> {
  const rows = await ctx.db
    .select({ since: searches.since })
    .from(searches)
    .where(eq(searches.patientId, patientId));
  const times = rows.map(({ since }) => since.getTime());
  return times.length > 0 ? new Date(Math.min(...times)) : null;
}
