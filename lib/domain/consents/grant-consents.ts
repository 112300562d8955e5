import { type Context, inTransaction } from "@/lib/core/context";
import { requirePatientAccess } from "../patients/access";
import { lockPatient } from "../patients/lock-patient";
import { openSearch } from "../searches/open-search";
import { resumeAfterConsent } from "../searches/resume-search";
import { consentsInForce, hasRequiredConsents } from "./consents-in-force";
import type { ConsentKind } from "./status";
import { storeConsents } from "./store-consents";

/**
 * Writes down that the patient agreed; what is in force already stays as it is. A search that stood still only for
 * want of a consent goes on. For staff, tokens and the patient's own link.
 */
export async function grantConsents(ctx: Context, patientId: string, kinds: ConsentKind[]): Promise<void> {
  requirePatientAccess(ctx, "patients.write", patientId);
  await inTransaction(ctx, async (tx) => {
    await lockPatient(tx, patientId);
    const before = await consentsInForce(tx, patientId);
    await storeConsents(tx, patientId, kinds);
    const after = await consentsInForce(tx, patientId);
    if (hasRequiredConsents(before) || !hasRequiredConsents(after)) return;
    await resumeAfterConsent(tx, patientId);
    // Who agrees on the status page has not thereby confirmed the address; staff vouch for whom they enter.
    if (tx.actor.kind !== "patient") await openSearch(tx, patientId);
  });
}
