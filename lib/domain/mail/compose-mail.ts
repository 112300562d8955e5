import { eq } from "drizzle-orm";
import { type mails, patients } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { createToken } from "@/lib/core/tokens";
import { imprint } from "@/lib/email/imprint";
import {
  type RenderedMail,
  confirmEmailMail,
  placeFoundMail,
  searchStartedMail,
} from "@/lib/email/rendered-mails";
import { env } from "@/lib/env";
import { absolute, paths } from "@/lib/paths";
import { composeInquiryMail } from "./compose-inquiry-mail";

type Mail = typeof mails.$inferSelect;

export type ComposedMail = RenderedMail & { to: string; headers: Record<string, string> };

/**
 * Renders a mail with a fresh link in it, or returns null when there is nobody to send it to or nothing to say any
 * more. The link's secret leaves this function only inside the mail.
 */
export async function composeMail(ctx: Context, mail: Mail): Promise<ComposedMail | null> {
  if (mail.template === "inquiry" || mail.template === "inquiry_reminder")
    return composeInquiryMail(ctx, mail);
  return composePatientMail(ctx, mail);
}

async function composePatientMail(ctx: Context, mail: Mail): Promise<ComposedMail | null> {
  const [patient] = mail.patientId
    ? await ctx.db.select().from(patients).where(eq(patients.id, mail.patientId))
    : [];
  if (!patient?.email) return null;
  const { locale } = patient;
  const base = { to: patient.email, headers: { "Auto-Submitted": "auto-generated" } };
  if (mail.template === "confirm_email") {
    const link = absolute(paths.confirm(await createToken(ctx, "confirm_email", patient.id)), env().APP_URL);
    return { ...base, ...(await confirmEmailMail({ locale, link, validDays: 7, imprint: imprint() })) };
  }
  const link = absolute(paths.my(await createToken(ctx, "patient_page", patient.id)), env().APP_URL);
  const props = { locale, link, imprint: imprint() };
  if (mail.template === "search_started") return { ...base, ...(await searchStartedMail(props)) };
  if (mail.template === "place_found") return { ...base, ...(await placeFoundMail(props)) };
  throw new Error(`mail template without text: ${mail.template}`);
}
