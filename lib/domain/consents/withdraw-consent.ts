import { and, eq, isNull } from "drizzle-orm";
import { consents } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { type Context, inTransaction } from "@/lib/core/context";
import { requirePatientAccess } from "../patients/access";
import { lockPatient } from "../patients/lock-patient";
import { stopPlacementsOf } from "../placements/fail-placement";
import { unnamePlacementsOf } from "../placements/unname-placements";
import { pauseForConsent } from "../searches/pause-search";
import { type ConsentKind, requiredConsents } from "./status";

/**
 * Ends a consent at once. Without one that a search needs, the search is taken out of every open inquiry, a place that
 * was found is given back, and the search stands still, with its waiting date, until the consent is given again. A
 * practice that knows who it is is asked to delete that, also when only the consent to be named ends and the place is
 * kept. Nothing happens when it was not in force.
 */
export async function withdrawConsent(ctx: Context, patientId: string, kind: ConsentKind): Promise<void> {
  requirePatientAccess(ctx, "patients.write", patientId);
  await inTransaction(ctx, async (tx) => {
    await lockPatient(tx, patientId);
    const inForce = and(
      eq(consents.patientId, patientId),
      eq(consents.kind, kind),
      isNull(consents.withdrawnAt),
    );
    const withdrawn = await tx.db
      .update(consents)
      .set({ withdrawnAt: tx.now })
      .where(inForce)
      .returning({ id: consents.id });
    if (withdrawn.length === 0) return;
    await audit(tx, "consent.withdraw", { kind: "patient", id: patientId }, { kinds: [kind] });
    if (kind === "identity") await unnamePlacementsOf(tx, patientId);
    if (!requiredConsents.includes(kind)) return;
    await stopPlacementsOf(tx, patientId);
    await pauseForConsent(tx, patientId);
  });
}
