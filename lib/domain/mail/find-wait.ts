import { and, eq, gte, inArray, isNotNull, lt } from "drizzle-orm";
import { inquiries, mails } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { domainOf } from "@/lib/email/addresses";
import { deliveryTimeoutMs } from "@/lib/email/mailer";
import { stateOf } from "../outreach/contact-calendar";
import { germanDay, nextSendingTime } from "../outreach/sending-time";
import { getSettings } from "../settings/settings";
import type { Mail } from "./compose-mail";
import type { Recipient } from "./find-recipient";
import { firstMailUnderWay } from "./first-mail";
import { goesTo, waitsForHours } from "./templates";
import { unreadSince } from "./unread-since";

const minuteMs = 60 * 1000;
const hourMs = 60 * minuteMs;

/** What a mail waits for, and until when it does at least: nobody knows when a person is done. */
export type Wait = {
  until: Date;
  because: "taken_over" | "postponed" | "unread" | "first" | "hours" | "daily_limit";
};

export type Addressed = Pick<Mail, "template" | "practiceId" | "inquiryId">;

/**
 * What keeps a mail from leaving at this instant: a person who has its inquiry or put it off, something of the practice
 * that nobody has read yet, the mail that it follows, hours in which people are written to, or enough mails to its
 * domain on this day. Null when nothing does.
 */
export async function findWait(ctx: Context, mail: Addressed, recipient: Recipient): Promise<Wait | null> {
  const held = (await heldByPerson(ctx, mail)) ?? (await untilRead(ctx, mail, recipient));
  if (held || !waitsForHours(mail.template)) return held;
  return (await untilFirstIsDone(ctx, mail)) ?? (await untilHoursAllow(ctx, mail, recipient));
}

/** The mail that asks stays where it is as long as a person goes on by hand, and until the day it was put off to. */
async function heldByPerson(ctx: Context, { template, inquiryId }: Addressed): Promise<Wait | null> {
  if (template !== "inquiry" || !inquiryId) return null;
  const [inquiry] = await ctx.db.select().from(inquiries).where(eq(inquiries.id, inquiryId));
  if (inquiry?.status !== "sent") return null;
  const { takenOverAt, postponedUntil } = inquiry;
  if (takenOverAt) return { until: lookAgain(ctx, takenOverAt, 24 * hourMs), because: "taken_over" };
  return postponedUntil && postponedUntil > ctx.now ? { until: postponedUntil, because: "postponed" } : null;
}

/** Nothing leaves for a practice that may have objected before a person read what it wrote. */
async function untilRead(ctx: Context, mail: Addressed, recipient: Recipient): Promise<Wait | null> {
  const since = await unreadSince(ctx, mail, recipient);
  return since && { until: lookAgain(ctx, since, 4 * hourMs), because: "unread" };
}

/** After a quarter of the time that it waits already: soon while somebody is at it, seldom when nobody is. */
function lookAgain(ctx: Context, since: Date, longestMs: number): Date {
  const waitMs = (ctx.now.getTime() - since.getTime()) / 4;
  return new Date(ctx.now.getTime() + Math.min(Math.max(waitMs, 5 * minuteMs), longestMs));
}

/** "Already placed" follows the mail that asked: as long as that one may still leave, nobody knows whether it is due. */
async function untilFirstIsDone(ctx: Context, { template, inquiryId }: Addressed): Promise<Wait | null> {
  const first = template === "already_placed" && inquiryId ? await firstMailUnderWay(ctx, inquiryId) : null;
  if (!first) return null;
  const soon = ctx.now.getTime() + deliveryTimeoutMs;
  return { until: new Date(Math.max(soon, first.notBefore?.getTime() ?? 0)), because: "first" };
}

async function untilHoursAllow(
  ctx: Context,
  { template }: Addressed,
  { address, postalCode }: Recipient,
): Promise<Wait | null> {
  const settings = await getSettings(ctx);
  const rules = { ...settings, state: stateOf(postalCode) };
  const next = nextSendingTime(ctx.now, rules);
  if (next > ctx.now) return { until: next, because: "hours" };
  if (!address || !goesTo(template, "practice")) return null;
  const { start, end } = germanDay(ctx.now);
  const sent = await countBetween(ctx, domainOf(address), start, end);
  if (sent < settings.dailyMailsPerDomain) return null;
  return { until: nextSendingTime(end, rules), because: "daily_limit" };
}

/**
 * Mails to practices at a domain that left or may have left; those to patients do not count, or a big provider would
 * starve.
 */
function countBetween(ctx: Context, domain: string, start: Date, end: Date): Promise<number> {
  const today = and(gte(mails.sendingSince, start), lt(mails.sendingSince, end));
  const handedOver = inArray(mails.status, ["sending", "sent", "unknown"]);
  return ctx.db.$count(
    mails,
    and(eq(mails.recipientDomain, domain), isNotNull(mails.practiceId), today, handedOver),
  );
}
