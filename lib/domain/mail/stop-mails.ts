import type { Context } from "@/lib/core/context";
import { AppError, notFound } from "@/lib/core/errors";
import { findRespondent, findTokenSubject } from "@/lib/core/tokens";
import { consentsInForce } from "../consents/consents-in-force";
import { withdrawConsent } from "../consents/withdraw-consent";
import { objectToContact } from "../therapists/object-to-contact";

/** What the secret of a mail can stop, and whether it is stopped already; null for an unknown or expired one. */
export async function findMailStop(
  ctx: Context,
  secret: string,
): Promise<{ kind: "status-mails"; stopped: boolean } | { kind: "inquiries" } | null> {
  const patientId = await findTokenSubject(ctx, "stop_status_mails", secret);
  if (patientId) {
    const consents = await consentsInForce(ctx, patientId);
    return { kind: "status-mails", stopped: !consents.includes("status_mails") };
  }
  return (await findRespondent(ctx, secret)) ? { kind: "inquiries" } : null;
}

/**
 * Stops mails like the one that carried the secret: for a patient the consent to status mails is withdrawn, for a
 * practice or its colleague their address is never written to again. Doing it again changes nothing. `not-found` for an unknown secret.
 */
export async function stopMails(ctx: Context, secret: string): Promise<void> {
  const patientId = await findTokenSubject(ctx, "stop_status_mails", secret);
  if (patientId) {
    const patient: Context = { ...ctx, actor: { kind: "patient", patientId } };
    return withdrawConsent(patient, patientId, "status_mails");
  }
  const actor = await findRespondent(ctx, secret);
  if (!actor) throw notFound("link_unknown");
  const therapist: Context = { ...ctx, actor };
  try {
    await objectToContact(therapist, { kind: "address" });
  } catch (error) {
    // Without an address there is only the person to leave alone.
    if (!(error instanceof AppError) || error.key !== "no_mail_address") throw error;
    await objectToContact(therapist, { kind: "person" });
  }
}
