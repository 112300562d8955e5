import { eq } from "drizzle-orm";
import { searches } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { type Context, inTransaction } from "@/lib/core/context";
import { AppError, forbidden } from "@/lib/core/errors";
import { emit } from "@/lib/core/outbox";
import { consentsInForce } from "../consents/consents-in-force";
import { storeConsents } from "../consents/store-consents";
import { lockPatient } from "../patients/lock-patient";
import { movePlacement } from "./move-placement";
import { tellPatient, tellPractice } from "./tell-about-placement";

/**
 * The patient wants this place: only now may the practice know name and contact, and it is told where to find them.
 * Needs the consent to reveal the identity, in force or given with the confirmation (`identity`); `invalid` without.
 * `conflict` when the place was given up meanwhile. For the patient's link, and for staff whom the patient told.
 */
export async function confirmPlacement(
  ctx: Context,
  { placementId, identity = false }: { placementId: string; identity?: boolean },
): Promise<void> {
  if (ctx.actor.kind === "therapist") throw forbidden();
  await inTransaction(ctx, async (tx) => {
    const placement = await movePlacement(tx, placementId, "confirmed", { confirmedAt: tx.now });
    const patientId = await patientOf(tx, placement.searchId);
    await lockPatient(tx, patientId);
    const inForce = await consentsInForce(tx, patientId);
    if (!inForce.includes("identity")) {
      if (!identity)
        throw new AppError("invalid", "consent_identity", { fields: { identity: "consent_identity" } });
      await storeConsents(tx, patientId, ["identity"]);
    }
    await audit(tx, "placement.confirm", { kind: "placement", id: placementId });
    await tellPatient(tx, placement, { template: "practice_contact" });
    await tellPractice(tx, placement, { template: "patient_confirmed" });
    await emit(tx, "placement/changed", { placementId });
  });
}

async function patientOf(ctx: Context, searchId: string): Promise<string> {
  const [search] = await ctx.db
    .select({ patientId: searches.patientId })
    .from(searches)
    .where(eq(searches.id, searchId));
  return search!.patientId;
}
