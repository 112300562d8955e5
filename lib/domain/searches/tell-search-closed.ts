import { and, eq } from "drizzle-orm";
import { mails, patients, searches } from "@/db/schema";
import { type Context, inTransaction } from "@/lib/core/context";
import { forbidden } from "@/lib/core/errors";
import { queueMail } from "../mail/queue-mail";

/** Queues the one mail that confirms the end of a search to who was told of its beginning. For the system only. */
export async function tellSearchClosed(ctx: Context, searchId: string): Promise<void> {
  if (ctx.actor.kind !== "system") throw forbidden();
  await inTransaction(ctx, async (tx) => {
    const [patient] = await tx.db
      .select({ patientId: patients.id, locale: patients.locale })
      .from(searches)
      .innerJoin(patients, eq(patients.id, searches.patientId))
      .innerJoin(
        mails,
        and(eq(mails.patientId, patients.id), eq(mails.occasion, `search:${searchId}:started`)),
      )
      .where(and(eq(searches.id, searchId), eq(searches.status, "cancelled")));
    if (!patient) return;
    await queueMail(tx, { template: "search_closed", occasion: `search:${searchId}:closed`, ...patient });
  });
}
