import { and, eq } from "drizzle-orm";
import { patients, searches, tasks } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { type Context, inTransaction, requireAbility } from "@/lib/core/context";
import { emit } from "@/lib/core/outbox";
import { revokeTokens } from "@/lib/core/tokens";
import { withdrawSearchFromInquiries } from "../inquiries/withdraw-search";
import { endPlacementsOf } from "../placements/fail-placement";
import { lockPatient } from "./lock-patient";

/**
 * Deletes a patient for good, with search, consents, mails and exclusions; open inquiries lose the entry, links stop
 * working. Only ids remain, in the audit log. `not-found` when there is no such patient. For staff and tokens.
 */
export async function deletePatient(ctx: Context, id: string): Promise<void> {
  requireAbility(ctx, "patients.write");
  await inTransaction(ctx, async (tx) => {
    await lockPatient(tx, id);
    const own = await tx.db.select({ id: searches.id }).from(searches).where(eq(searches.patientId, id));
    for (const search of own) {
      await endPlacementsOf(tx, search.id);
      await withdrawSearchFromInquiries(tx, search.id, "withdrawn");
    }
    await revokeTokens(tx, "confirm_email", id);
    await revokeTokens(tx, "patient_page", id);
    await tx.db.delete(tasks).where(and(eq(tasks.subjectKind, "patient"), eq(tasks.subjectId, id)));
    await tx.db.delete(patients).where(eq(patients.id, id));
    await audit(tx, "patient.delete", { kind: "patient", id });
    await emit(tx, "patient/withdrawn", { patientId: id });
  });
}
