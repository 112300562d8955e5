import { and, eq } from "drizzle-orm";
import { patients, searches } from "@/db/schema";
import { type Context, inTransaction } from "@/lib/core/context";
import { forbidden } from "@/lib/core/errors";
import { queueMail } from "../mail/queue-mail";

/** Queues the one mail that tells a patient that the search runs, with the link to their page. */
export async function tellSearchStarted(ctx: Context, searchId: string): Promise<void> {
  if (ctx.actor.kind !== "system") throw forbidden();
  await inTransaction(ctx, async (tx) => {
    const [patient] = await tx.db
      .select({ id: patients.id, locale: patients.locale, email: patients.emailIndex })
      .from(searches)
      .innerJoin(patients, eq(patients.id, searches.patientId))
      .where(and(eq(searches.id, searchId), eq(searches.status, "active")));
    if (!patient?.email) return;
    await queueMail(tx, {
      template: "search_started",
      occasion: `search:${searchId}:started`,
      locale: patient.locale,
      patientId: patient.id,
    });
  });
}
