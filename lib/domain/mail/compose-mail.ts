import type { mails } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import type { RenderedMail } from "@/lib/email/render-letter";
import { composePatientMail } from "./compose-patient-mail";
import { composePracticeMail } from "./compose-practice-mail";
import { composeStaffMail } from "./compose-staff-mail";
import { goesTo } from "./templates";

export type Mail = typeof mails.$inferSelect;

export type ComposedMail = RenderedMail & {
  to: string;
  /** Where one click stops mails like this one (RFC 8058); the secret in it does only that. */
  unsubscribe?: string;
  /** The sign of the inquiry that answers belong to. */
  reference?: string;
};

/**
 * Writes a mail with a fresh link in it, or returns null when there is nobody to send it to or nothing to say any
 * more. The link's secret leaves this function only inside the mail.
 */
export async function composeMail(ctx: Context, mail: Mail): Promise<ComposedMail | null> {
  const { template } = mail;
  if (goesTo(template, "patient")) return composePatientMail(ctx, { ...mail, template });
  if (goesTo(template, "practice")) return composePracticeMail(ctx, { ...mail, template });
  if (goesTo(template, "staff")) return composeStaffMail(ctx, { ...mail, template });
  throw new Error(`mail template without text: ${template}`);
}
