import { and, desc, eq, inArray } from "drizzle-orm";
import { patients, searches } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { createToken } from "@/lib/core/tokens";
import { renderLetter } from "@/lib/email/render-letter";
import { env } from "@/lib/env";
import { formatDate } from "@/lib/format";
import { absolute, paths } from "@/lib/paths";
import { consentsInForce } from "../consents/consents-in-force";
import { isLetterMoot } from "../placements/letter-states";
import { countAsked } from "../searches/count-asked";
import type { SearchStatus } from "../searches/status";
import type { ComposedMail, Mail } from "./compose-mail";
import type { MailTemplateTo } from "./templates";

type PatientTemplate = MailTemplateTo<"patient">;
type PatientMail = Mail & { template: PatientTemplate };
type Patient = typeof patients.$inferSelect;

/** A mail that says how a search stands is moot when the search stands otherwise by the time it leaves. */
const onlyWhile: Partial<Record<PatientTemplate, SearchStatus[]>> = {
  search_started: ["active"],
  weekly_status: ["active"],
  acceptance_confirm: ["placed"],
  acceptance_reminder: ["placed"],
  acceptance_lapsed: ["active", "paused"],
  back_in_queue: ["active", "paused"],
  pause_ending: ["paused"],
  new_address: ["active", "paused", "placed"],
};

/** A mail to a patient; null when no address takes it, or when it would say what is no longer so. */
export async function composePatientMail(ctx: Context, mail: PatientMail): Promise<ComposedMail | null> {
  const [patient] = mail.patientId
    ? await ctx.db.select().from(patients).where(eq(patients.id, mail.patientId))
    : [];
  if (!patient?.email || patient.emailBouncedAt) return null;
  if (await isLetterMoot(ctx, mail)) return null;
  const searchId = await searchMeant(ctx, mail.template, patient.id);
  if (!searchId) return null;
  if (mail.template === "confirm_email") return composeConfirmation(ctx, patient);
  if (mail.template === "weekly_status")
    return isLate(ctx, mail) ? null : composeWeeklyStatus(ctx, patient, searchId);
  const letter = await renderLetter(mail.template, {
    locale: patient.locale,
    link: await pageLink(ctx, patient.id),
    isLinkPrivate: true,
    values: {
      hasDay: mail.day ? "yes" : "no",
      day: mail.day ? formatDate(mail.day, patient.locale) : "",
    },
  });
  return { to: patient.email, ...letter };
}

/** A weekly mail that could not leave for so long would come shortly before the next one. */
const weeklyPatienceMs = 3 * 24 * 60 * 60 * 1000;

const isLate = (ctx: Context, { createdAt }: Mail) =>
  ctx.now.getTime() - createdAt.getTime() > weeklyPatienceMs;

async function composeConfirmation(ctx: Context, { id, email, locale }: Patient): Promise<ComposedMail> {
  const link = absolute(paths.confirm(await createToken(ctx, "confirm_email", id)), env().APP_URL);
  return { to: email!, ...(await renderLetter("confirm_email", { locale, link, values: { days: 7 } })) };
}

/** Counts only: no practice is named before it accepted. Null without the consent to such mails. */
async function composeWeeklyStatus(
  ctx: Context,
  { id, email, locale }: Patient,
  searchId: string,
): Promise<ComposedMail | null> {
  if (!(await consentsInForce(ctx, id)).includes("status_mails")) return null;
  const { asked, open, week } = await countAsked(ctx, searchId);
  const secret = await createToken(ctx, "stop_status_mails", id);
  const letter = await renderLetter("weekly_status", {
    locale,
    link: await pageLink(ctx, id),
    isLinkPrivate: true,
    values: {
      asked,
      open,
      week: week === asked ? 0 : week,
      next: open > 0 ? "waiting" : "looking",
    },
    links: { stop: absolute(paths.stopMails(secret), env().APP_URL) },
  });
  return { to: email!, ...letter, unsubscribe: absolute(paths.unsubscribe(secret), env().APP_URL) };
}

const pageLink = async (ctx: Context, patientId: string) =>
  absolute(paths.my(await createToken(ctx, "patient_page", patientId)), env().APP_URL);

/** The patient's latest search, if it stands as the mail says. */
async function searchMeant(
  ctx: Context,
  template: PatientTemplate,
  patientId: string,
): Promise<string | null> {
  const statuses = onlyWhile[template];
  const [search] = await ctx.db
    .select({ id: searches.id })
    .from(searches)
    .where(and(eq(searches.patientId, patientId), statuses && inArray(searches.status, statuses)))
    .orderBy(desc(searches.createdAt), desc(searches.id))
    .limit(1);
  return search?.id ?? null;
}
