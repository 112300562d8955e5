import { and, eq } from "drizzle-orm";
import { evidenceFacts as factsTable, ownContacts, patients } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { type Context, inTransaction, requireAbility } from "@/lib/core/context";
import { AppError, conflict, notFound } from "@/lib/core/errors";
import { isoDayOf } from "@/lib/format";
import { requirePatientAccess } from "../patients/access";
import { type EvidenceFacts, type OwnContactInput, evidenceFacts, ownContact } from "./schemas";

/** More than this nobody asks alone; it keeps a link that leaked from filling the table. */
const mostOwnContacts = 200;

/** Writes down that the patient asked a practice alone. For the patient's link and for staff; returns its id. */
export async function addOwnContact(
  ctx: Context,
  patientId: string,
  input: OwnContactInput,
): Promise<string> {
  requirePatientAccess(ctx, "patients.write", patientId);
  const { contactedOn, ...details } = ownContact.parse(input);
  if (contactedOn > isoDayOf(ctx.now))
    throw new AppError("invalid", "invalid", { fields: { contactedOn: "dateInFuture" } });
  return inTransaction(ctx, async (tx) => {
    // Held, so that many at once are counted one after the other.
    const [patient] = await tx.db
      .select({ id: patients.id })
      .from(patients)
      .where(eq(patients.id, patientId))
      .for("update");
    if (!patient) throw notFound();
    const known = await tx.db.$count(ownContacts, eq(ownContacts.patientId, patientId));
    if (known >= mostOwnContacts) throw conflict("too_many_own_contacts");
    const addedBy = tx.actor.kind === "patient" ? ("patient" as const) : ("staff" as const);
    const [added] = await tx.db
      .insert(ownContacts)
      .values({ patientId, contactedOn, details, addedBy, createdAt: tx.now })
      .returning({ id: ownContacts.id });
    await audit(tx, "dossier.add-contact", { kind: "patient", id: patientId }, { contactId: added!.id });
    return added!.id;
  });
}

/** Takes back what was written down by hand. `not-found` for a contact of somebody else. */
export async function removeOwnContact(ctx: Context, patientId: string, contactId: string): Promise<void> {
  requirePatientAccess(ctx, "patients.write", patientId);
  await inTransaction(ctx, async (tx) => {
    const [removed] = await tx.db
      .delete(ownContacts)
      .where(and(eq(ownContacts.id, contactId), eq(ownContacts.patientId, patientId)))
      .returning({ id: ownContacts.id });
    if (!removed) throw notFound();
    await audit(tx, "dossier.remove-contact", { kind: "patient", id: patientId }, { contactId });
  });
}

/**
 * Stores when the insurer was asked, and when the mandate was signed; what is not given stays as it is. The mandate is
 * the service's own paper: only staff enter it (`forbidden` otherwise).
 */
export async function setEvidenceFacts(
  ctx: Context,
  patientId: string,
  input: Partial<EvidenceFacts>,
): Promise<void> {
  requirePatientAccess(ctx, "patients.write", patientId);
  if ("mandateOn" in input) requireAbility(ctx, "patients.write");
  const facts = evidenceFacts.partial().parse(input);
  await inTransaction(ctx, async (tx) => {
    const exists = await tx.db.$count(patients, eq(patients.id, patientId));
    if (exists === 0) throw notFound();
    await tx.db
      .insert(factsTable)
      .values({ patientId, ...facts })
      .onConflictDoUpdate({ target: factsTable.patientId, set: facts });
    await audit(tx, "dossier.update", { kind: "patient", id: patientId }, { fields: Object.keys(facts) });
  });
}
