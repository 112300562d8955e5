import { type Context, inTransaction } from "@/lib/core/context";
import { grantConsents } from "./grant-consents";
import { type ConsentKind, consentKinds } from "./status";
import { withdrawConsent } from "./withdraw-consent";

/**
 * Makes `kinds` the consents in force: grants what is new and withdraws the others, in one transaction. What stays as
 * it was is not touched. For staff and the patient's own link.
 */
export async function setConsents(
  ctx: Context,
  patientId: string,
  kinds: readonly ConsentKind[],
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    for (const kind of consentKinds.filter((known) => !kinds.includes(known)))
      await withdrawConsent(tx, patientId, kind);
    await grantConsents(tx, patientId, [...kinds]);
  });
}
