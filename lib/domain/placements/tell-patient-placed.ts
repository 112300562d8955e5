import { and, eq } from "drizzle-orm";
import { patients, searches } from "@/db/schema";
import { type Context, inTransaction } from "@/lib/core/context";
import { forbidden } from "@/lib/core/errors";
import { queueMail } from "../mail/queue-mail";

/** Queues the one mail that tells a patient of a place, unless the placement was undone meanwhile. */
export async function tellPatientPlaced(
  ctx: Context,
  { searchId, itemId }: { searchId: string; itemId: string },
): Promise<void> {
  if (ctx.actor.kind !== "system") throw forbidden();
  await inTransaction(ctx, async (tx) => {
    const [patient] = await tx.db
      .select({ id: patients.id, locale: patients.locale, email: patients.emailIndex })
      .from(searches)
      .innerJoin(patients, eq(patients.id, searches.patientId))
      .where(
        and(eq(searches.id, searchId), eq(searches.placedItemId, itemId), eq(searches.status, "placed")),
      );
    if (!patient?.email) return;
    await queueMail(tx, {
      template: "place_found",
      occasion: `search:${searchId}:placed:${itemId}`,
      locale: patient.locale,
      patientId: patient.id,
    });
  });
}
