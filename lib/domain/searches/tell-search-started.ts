import { and, eq } from "drizzle-orm";
import { patients, searches } from "@/db/schema";
import { type Context, inTransaction } from "@/lib/core/context";
import { forbidden } from "@/lib/core/errors";
import { consentsInForce } from "../consents/consents-in-force";
import { queueMail } from "../mail/queue-mail";

/**
 * Queues the one mail with the link to the patient's page once their search runs. How it stands is said in it only to
 * who consented to such mails; the others get the link alone.
 */
export async function tellSearchStarted(ctx: Context, searchId: string): Promise<void> {
  if (ctx.actor.kind !== "system") throw forbidden();
  await inTransaction(ctx, async (tx) => {
    const [patient] = await tx.db
      .select({ id: patients.id, locale: patients.locale, email: patients.emailIndex })
      .from(searches)
      .innerJoin(patients, eq(patients.id, searches.patientId))
      .where(and(eq(searches.id, searchId), eq(searches.status, "active")));
    if (!patient?.email) return;
    const consents = await consentsInForce(tx, patient.id);
    await queueMail(tx, {
      template: consents.includes("status_mails") ? "search_started" : "registered",
      occasion: `search:${searchId}:started`,
      locale: patient.locale,
      patientId: patient.id,
    });
  });
}
