import { and, eq } from "drizzle-orm";
import { inquiries, inquiryForwards, locations, objections, practices } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { type Context, inTransaction } from "@/lib/core/context";
import { AppError, conflict, forbidden } from "@/lib/core/errors";
import { limitRate } from "@/lib/core/rate-limit";
import { queueMail } from "../mail/queue-mail";
import { email as emailSchema } from "../shared-schemas";
import { isObjected, objectionIndex } from "../therapists/objection-index";
import { colleagueRows, mostForwards, ownDomain } from "./list-colleagues";

export type ForwardTo = { colleagueId: string } | { email: string };

const perHour = 10;
type Asked = { inquiry: typeof inquiries.$inferSelect; email: string };
type Target = { email: string; therapistId: string | null; person: Person };
type Person = { id: string | null; firstName: string; lastName: string; postalCodes: string[] };

/**
 * Sends an open inquiry on to a colleague, with a link of their own; the first link goes on working. Only to somebody
 * of the same mailbox or of the same mail domain, unless strangers have their mail there, at most twice for an inquiry,
 * never twice to the same address, never to a person, address or domain that objected. By the link of the inquiry only.
 */
export async function forwardInquiry(ctx: Context, to: ForwardTo): Promise<void> {
  if (ctx.actor.kind !== "therapist") throw forbidden();
  const { inquiryId } = ctx.actor;
  await limitRate(ctx, `forward:${inquiryId}`, perHour, 3600);
  await inTransaction(ctx, async (tx) => {
    const asked = await lockOpenInquiry(tx, inquiryId);
    const target =
      "email" in to ? typedTarget(asked, to.email) : await knownTarget(tx, asked, to.colleagueId);
    await refuseIfUnwanted(tx, target);
    await refuseIfForwarded(tx, inquiryId, target);
    await send(tx, asked, target);
  });
}

async function lockOpenInquiry(ctx: Context, inquiryId: string): Promise<Asked> {
  const [found] = await ctx.db
    .select({ inquiry: inquiries, email: practices.email })
    .from(inquiries)
    .innerJoin(practices, eq(practices.id, inquiries.practiceId))
    .where(and(eq(inquiries.id, inquiryId), eq(inquiries.status, "sent")))
    .for("update", { of: inquiries });
  if (!found) throw conflict("nothing_open");
  if (!found.email) throw new AppError("invalid", "no_mail_address");
  return { inquiry: found.inquiry, email: found.email };
}

function typedTarget(asked: Asked, typed: string): Target {
  const email = emailSchema.safeParse(typed);
  if (!email.success) throw new AppError("invalid", "email", { fields: { email: "email" } });
  const domain = ownDomain(asked.email);
  if (domain === null || ownDomain(email.data) !== domain)
    throw new AppError("invalid", "forward_domain", { fields: { email: "forward_domain" } });
  if (email.data === asked.email.toLowerCase())
    throw new AppError("invalid", "forward_same", { fields: { email: "forward_same" } });
  return {
    email: email.data,
    therapistId: null,
    person: { id: null, firstName: "", lastName: "", postalCodes: [] },
  };
}

async function knownTarget(ctx: Context, asked: Asked, colleagueId: string): Promise<Target> {
  const rows = await colleagueRows(ctx, asked.inquiry, ownDomain(asked.email));
  const found = rows.find(({ therapist }) => therapist.id === colleagueId);
  if (!found) throw new AppError("invalid", "choose", { fields: { colleague: "choose" } });
  const { therapist, practice } = found;
  if (!practice.email || practice.emailBouncedAt) throw conflict("forward_unwanted");
  const sites = await ctx.db
    .select({ postalCode: locations.postalCode })
    .from(locations)
    .where(eq(locations.therapistId, therapist.id));
  const { id, firstName, lastName } = therapist;
  return {
    email: practice.email,
    therapistId: id,
    person: { id, firstName, lastName, postalCodes: sites.map((site) => site.postalCode) },
  };
}

async function refuseIfUnwanted(ctx: Context, { email, person }: Target): Promise<void> {
  const index = objectionIndex(await ctx.db.select().from(objections));
  const bounced = await ctx.db
    .select({ since: practices.emailBouncedAt })
    .from(practices)
    .where(eq(practices.mailboxKey, `mail:${email.toLowerCase()}`));
  if (isObjected(index, { ...person, email }) || bounced[0]?.since) throw conflict("forward_unwanted");
}

async function refuseIfForwarded(ctx: Context, inquiryId: string, target: Target): Promise<void> {
  const before = await ctx.db
    .select({ email: inquiryForwards.email, therapistId: inquiryForwards.therapistId })
    .from(inquiryForwards)
    .where(eq(inquiryForwards.inquiryId, inquiryId));
  if (before.some(({ email, therapistId }) => email === target.email && therapistId === target.therapistId))
    throw conflict("forward_repeated");
  if (before.length >= mostForwards) throw conflict("forward_limit");
}

async function send(ctx: Context, { inquiry }: Asked, { email, therapistId }: Target): Promise<void> {
  const { id: inquiryId, practiceId } = inquiry;
  const [forward] = await ctx.db
    .insert(inquiryForwards)
    .values({ inquiryId, therapistId, email, createdAt: ctx.now })
    .returning({ id: inquiryForwards.id });
  const mailId = await queueMail(ctx, {
    template: "inquiry_forwarded",
    occasion: `forward:${forward!.id}`,
    locale: "de",
    practiceId,
    inquiryId,
    to: email,
  });
  await ctx.db.update(inquiryForwards).set({ mailId }).where(eq(inquiryForwards.id, forward!.id));
  await audit(
    ctx,
    "inquiry.forward",
    { kind: "inquiry", id: inquiryId },
    { forwardId: forward!.id, therapistId },
  );
}
