import { and, eq } from "drizzle-orm";
import { inboundMails, therapists } from "@/db/schema";
import { type Context, requireAbility } from "@/lib/core/context";
import { AppError, conflict, notFound } from "@/lib/core/errors";
import { respondToInquiry } from "../inquiries/respond-to-inquiry";
import type { AnswerResult, ItemAnswer } from "../inquiries/schemas";
import { objectToContact } from "../therapists/object-to-contact";
import type { ObjectionKind } from "../therapists/objection-kinds";
import { settleInboundMail } from "./decide-inbound-mail";
import type { SeenMail } from "./move-mail";

/**
 * Writes down what a practice answered by mail, as a person read it, and settles the mail. First the answers, which
 * nobody can give twice, then the mail: dying in between leaves it waiting, not lost. Returns what became of each
 * answer; the mail stays where one came too late, so that somebody sees it.
 */
export async function answerFromMail(
  ctx: Context,
  seen: SeenMail,
  answers: ItemAnswer[],
): Promise<Record<string, AnswerResult>> {
  const inquiryId = await inquiryOf(ctx, seen);
  const results = await respondToInquiry(ctx, inquiryId, answers);
  const isLate = Object.values(results).some((result) => result !== "accepted" && result !== "recorded");
  if (!isLate) await settleInboundMail(ctx, seen);
  return results;
}

/**
 * Writes down the objection that came by mail and settles the mail. A mail that belongs to no inquiry speaks for
 * `therapistId` of its practice, and one that belongs to no practice for the address that it came from. Conflict when
 * somebody changed the mail meanwhile, `not-found` for somebody of another practice.
 */
export async function objectFromMail(
  ctx: Context,
  seen: SeenMail,
  { kind, therapistId }: { kind: ObjectionKind; therapistId?: string },
): Promise<void> {
  const { inquiryId, practiceId } = await linksOf(ctx, seen);
  const meant = !inquiryId && practiceId ? await whoOf(ctx, practiceId, therapistId) : undefined;
  if (inquiryId) await objectToContact(ctx, { kind, inquiryId });
  else if (meant) await objectToContact(ctx, { kind, therapistId: meant });
  else await objectToContact(ctx, { kind, inboundMailId: seen.id });
  await settleInboundMail(ctx, seen);
}

/** Only who works at the practice that the mail belongs to; nobody where nobody works any more. */
async function whoOf(ctx: Context, practiceId: string, therapistId: string | undefined) {
  const people = await ctx.db
    .select({ id: therapists.id })
    .from(therapists)
    .where(eq(therapists.practiceId, practiceId));
  if (!therapistId && people.length > 1)
    throw new AppError("invalid", "choose", { fields: { therapistId: "choose" } });
  if (!therapistId) return people[0]?.id;
  if (!people.some(({ id }) => id === therapistId)) throw notFound();
  return therapistId;
}

/** The inquiry of a mail as it was seen; conflict when somebody changed the mail meanwhile. */
export async function inquiryOf(ctx: Context, seen: SeenMail): Promise<string> {
  const { inquiryId } = await linksOf(ctx, seen);
  if (!inquiryId) throw notFound();
  return inquiryId;
}

async function linksOf(ctx: Context, { id, version }: SeenMail) {
  requireAbility(ctx, "inquiries.review");
  const [mail] = await ctx.db
    .select({ inquiryId: inboundMails.inquiryId, practiceId: inboundMails.practiceId })
    .from(inboundMails)
    .where(and(eq(inboundMails.id, id), eq(inboundMails.version, version)));
  if (!mail) throw conflict("inbound_mail_changed");
  return mail;
}
