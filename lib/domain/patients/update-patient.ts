import { and, eq } from "drizzle-orm";
import { searches } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { type Context, inTransaction, requireAbility } from "@/lib/core/context";
import { revokeTokens } from "@/lib/core/tokens";
import { consentsInForce, hasRequiredConsents } from "../consents/consents-in-force";
import { queueMail } from "../mail/queue-mail";
import { requireUnchanged } from "../require-unchanged";
import { lockPatient } from "./lock-patient";
import type { PatientRow } from "./patient-rows";
import { type PatientChanges, patientChanges } from "./schemas";
import { storeChanges } from "./store-changes";

/**
 * Changes the given fields of a patient and no other, and returns the names of those that changed. Another e-mail
 * address closes the links that were mailed to the old one; a registration that is still to be confirmed gets a new
 * link. `not-found` when there is no such patient, `conflict` when the record is no longer as it was at `seen` (its
 * `updatedAt`, where somebody changed what they had looked at). For staff and tokens.
 */
export async function updatePatient(
  ctx: Context,
  id: string,
  changes: PatientChanges,
  { seen }: { seen?: string } = {},
): Promise<{ changed: string[] }> {
  requireAbility(ctx, "patients.write");
  const valid = patientChanges.parse(changes);
  return inTransaction(ctx, async (tx) => {
    const patient = await lockPatient(tx, id);
    requireUnchanged(patient, seen);
    const changed = await storeChanges(tx, patient, valid);
    if (changed.length > 0) await audit(tx, "patient.update", { kind: "patient", id }, { fields: changed });
    if (changed.includes("email")) await changeAddressee(tx, patient, valid.email ?? null);
    return { changed };
  });
}

async function changeAddressee(ctx: Context, patient: PatientRow, email: string | null): Promise<void> {
  await revokeTokens(ctx, "confirm_email", patient.id);
  await revokeTokens(ctx, "patient_page", patient.id);
  if (!email || !(await isToBeConfirmed(ctx, patient.id))) return;
  const occasion = `patient:${patient.id}:confirm:${ctx.now.toISOString()}`;
  await queueMail(ctx, {
    template: "confirm_email",
    occasion,
    locale: patient.locale,
    patientId: patient.id,
  });
}

/** Only a registration has its consents before its search runs; what staff enter waits for a consent instead. */
async function isToBeConfirmed(ctx: Context, patientId: string): Promise<boolean> {
  const waiting = await ctx.db
    .select({ id: searches.id })
    .from(searches)
    .where(and(eq(searches.patientId, patientId), eq(searches.status, "unverified")));
  return waiting.length > 0 && hasRequiredConsents(await consentsInForce(ctx, patientId));
}
