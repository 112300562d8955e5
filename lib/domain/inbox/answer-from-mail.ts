import { and, eq } from "drizzle-orm";
import { inboundMails } from "@/db/schema";
import { type Context, requireAbility } from "@/lib/core/context";
import { conflict, notFound } from "@/lib/core/errors";
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

/** Writes down the objection that came by mail and settles the mail. */
export async function objectFromMail(ctx: Context, seen: SeenMail, kind: ObjectionKind): Promise<void> {
  const inquiryId = await inquiryOf(ctx, seen);
  await objectToContact(ctx, { kind, inquiryId });
  await settleInboundMail(ctx, seen);
}

/** The inquiry of a mail as it was seen; conflict when somebody changed the mail meanwhile. */
export async function inquiryOf(ctx: Context, { id, version }: SeenMail): Promise<string> {
  requireAbility(ctx, "inquiries.review");
  const [mail] = await ctx.db
    .select({ inquiryId: inboundMails.inquiryId })
    .from(inboundMails)
    .where(and(eq(inboundMails.id, id), eq(inboundMails.version, version)));
  if (!mail) throw conflict("inbound_mail_changed");
  if (!mail.inquiryId) throw notFound();
  return mail.inquiryId;
}
