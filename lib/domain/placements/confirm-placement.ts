import { audit } from "@/lib/core/audit";
import { type Context, inTransaction } from "@/lib/core/context";
import { forbidden } from "@/lib/core/errors";
import { emit } from "@/lib/core/outbox";
import { mayShareContact } from "../consents/may-share-contact";
import { storeConsents } from "../consents/store-consents";
import { lockPatient } from "../patients/lock-patient";
import { patientOf } from "../searches/patient-of";
import { refuseColleague } from "./access";
import { movePlacement } from "./move-placement";
import { tellPatient, tellPractice } from "./tell-about-placement";

/**
 * The patient wants this place. With the consent to reveal the identity, in force or given with the confirmation
 * (`identity`), the practice may know name and contact from now on, and is told where to find them. Without it nobody is
 * named: the patient calls the practice, which is told to expect that.
 * `conflict` when the place was given up meanwhile. For the patient's link, and for staff whom the patient told.
 */
export async function confirmPlacement(
  ctx: Context,
  { placementId, identity = false }: { placementId: string; identity?: boolean },
): Promise<void> {
  refuseColleague(ctx);
  if (ctx.actor.kind === "therapist") throw forbidden();
  await inTransaction(ctx, async (tx) => {
    const placement = await movePlacement(tx, placementId, "confirmed", { confirmedAt: tx.now });
    const patientId = await patientOf(tx, placement.searchId);
    await lockPatient(tx, patientId);
    if (identity) await storeConsents(tx, patientId, ["identity"]);
    const named = await mayShareContact(tx, patientId);
    await audit(tx, "placement.confirm", { kind: "placement", id: placementId }, { named });
    await tellPatient(tx, placement, { template: named ? "practice_contact" : "practice_to_call" });
    await tellPractice(tx, placement, { template: named ? "patient_confirmed" : "patient_will_call" });
    await emit(tx, "placement/changed", { placementId });
  });
}
