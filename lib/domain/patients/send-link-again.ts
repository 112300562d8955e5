import { desc, eq } from "drizzle-orm";
import { patients, searches } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { type Context, inTransaction, requireAbility } from "@/lib/core/context";
import { conflict, notFound } from "@/lib/core/errors";
import { limitRate } from "@/lib/core/rate-limit";
import { queueMail } from "../mail/queue-mail";

const perDay = 3;
const daySeconds = 24 * 60 * 60;

/**
 * Mails a patient who lost it a new link to their page, or to confirm the address as long as that is open; the link is
 * made when the mail leaves and shown to nobody here. For staff, at most three times in 24 hours for each patient
 * (`rate-limited`); `not-found` without the record, `conflict` without an address.
 */
export async function sendLinkAgain(ctx: Context, patientId: string): Promise<void> {
  requireAbility(ctx, "patients.write");
  await limitRate(ctx, `link-again:${patientId}`, perDay, daySeconds);
  await inTransaction(ctx, async (tx) => {
    const [found] = await tx.db
      .select({ locale: patients.locale, email: patients.emailIndex, search: searches.status })
      .from(patients)
      .leftJoin(searches, eq(searches.patientId, patients.id))
      .where(eq(patients.id, patientId))
      .orderBy(desc(searches.createdAt), desc(searches.id))
      .limit(1);
    if (!found) throw notFound();
    if (!found.email) throw conflict("no_mail_address");
    const template = found.search === "unverified" ? "confirm_email" : "registered";
    await audit(tx, "patient.link", { kind: "patient", id: patientId }, { template });
    await queueMail(tx, {
      template,
      occasion: `patient:${patientId}:link-again:${tx.now.toISOString()}`,
      locale: found.locale,
      patientId,
    });
  });
}
