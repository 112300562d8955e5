import { eq } from "drizzle-orm";
import { newId } from "@/db/columns";
import { staff } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { type Context, requireAbility } from "@/lib/core/context";
import { AppError, notFound } from "@/lib/core/errors";
import { limitRate } from "@/lib/core/rate-limit";
import { deliver, isMailDelivered } from "@/lib/email/mailer";
import { type RenderedMail, renderLetter } from "@/lib/email/render-letter";
import { sampleLetter } from "@/lib/email/sample-letters";
import { messageId } from "./message-id";
import { type MailTemplate, mailTemplates } from "./templates";

type Choice = { template: string; locale: "de" | "en" };

/** A mail as it would leave, written with invented data. `not-found` for a kind of mail that does not exist. */
export async function previewMail(ctx: Context, { template, locale }: Choice): Promise<RenderedMail> {
  requireAbility(ctx, "mail.read");
  const name = templateNamed(template);
  return renderLetter(name, sampleLetter(name, locale));
}

/**
 * Sends such a mail to the person who asks for it, marked as a test, and returns the address it went to. At most ten an
 * hour. `unavailable` when the mail server did not take it or none is configured. For admins.
 */
export async function sendTestMail(ctx: Context, { template, locale }: Choice): Promise<string> {
  requireAbility(ctx, "settings.write");
  if (ctx.actor.kind !== "staff") throw notFound();
  const name = templateNamed(template);
  if (!isMailDelivered()) throw new AppError("unavailable", "mail_server_missing");
  const [member] = await ctx.db.select().from(staff).where(eq(staff.id, ctx.actor.id));
  if (!member) throw notFound();
  await limitRate(ctx, `test-mail:${member.id}`, 10, 60 * 60);
  const { subject, html, text } = await renderLetter(name, sampleLetter(name, locale));
  const id = newId();
  await audit(ctx, "mail.test", { kind: "mail", id }, { template: name, locale });
  const { result } = await deliver({
    messageId: messageId(id),
    to: member.email,
    subject: `[Test] ${subject}`,
    html,
    text,
    headers: { "Auto-Submitted": "auto-generated" },
  });
  if (result !== "accepted") throw new AppError("unavailable", "mail_server_refused");
  return member.email;
}

function templateNamed(name: string): MailTemplate {
  if (!Object.hasOwn(mailTemplates, name)) throw notFound();
  return name as MailTemplate;
}
