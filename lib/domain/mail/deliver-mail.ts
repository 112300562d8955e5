import { and, eq, sql } from "drizzle-orm";
import { type MailContent, mails, tasks } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { type Context, inTransaction } from "@/lib/core/context";
import { AppError, forbidden } from "@/lib/core/errors";
import {
  type Delivery,
  type OutgoingMail,
  deliver,
  deliveryTimeoutMs,
  isMailDelivered,
} from "@/lib/email/mailer";
import { env } from "@/lib/env";
import { type ComposedMail, composeMail } from "./compose-mail";
import type { MailStatus } from "./status";

type Mail = typeof mails.$inferSelect;

/**
 * Delivers a queued mail, at most once: whoever takes it from "queued" to "sending" may send it. When a delivery died
 * in between, nobody knows whether the mail server took the mail; it becomes "unknown" and a task for a person.
 * Throws `unavailable` when it is worth trying again later. Returns the mail's status; one that was deleted together
 * with its patient counts as cancelled.
 */
export async function deliverMail(ctx: Context, mailId: string): Promise<MailStatus> {
  if (ctx.actor.kind !== "system") throw forbidden();
  if (!isMailDelivered()) return keepMail(ctx, mailId);
  const mail = await takeQueued(ctx, mailId);
  if (!mail) return settleUntaken(ctx, mailId);
  const composed = await composeOrPutBack(ctx, mail);
  if (!composed) return finish(ctx, mailId, "cancelled", null);
  const delivery = await deliver(letterOf(mailId, composed));
  return record(ctx, mailId, composed, delivery);
}

/** Gives up on a mail that is still queued after the last try, and makes a task of it. */
export async function abandonMail(ctx: Context, mailId: string): Promise<void> {
  if (ctx.actor.kind !== "system") throw forbidden();
  await inTransaction(ctx, async (tx) => {
    const [failed] = await tx.db
      .update(mails)
      .set({ status: "failed" })
      .where(and(eq(mails.id, mailId), eq(mails.status, "queued")))
      .returning({ id: mails.id });
    if (failed) await addTask(tx, mailId, "mail_failed");
  });
}

/** Without a mail server: composes and keeps the mail, encrypted, in the transaction that makes its link. */
async function keepMail(ctx: Context, mailId: string): Promise<MailStatus> {
  return inTransaction(ctx, async (tx) => {
    const [mail] = await tx.db.select().from(mails).where(eq(mails.id, mailId)).for("update");
    if (!mail) return "cancelled";
    if (mail.status !== "queued") return mail.status;
    const composed = await composeMail(tx, mail);
    if (!composed) return finish(tx, mailId, "cancelled", null);
    const { to: recipient, subject, html, text, version } = composed;
    await tx.db
      .update(mails)
      .set({ status: "kept", recipient, version, content: { subject, html, text }, sentAt: tx.now })
      .where(eq(mails.id, mailId));
    await audit(tx, "mail.send", { kind: "mail", id: mailId }, { result: "kept" });
    return "kept";
  });
}

/** A mail that could not even be written was certainly not sent: it goes back into the queue. */
async function composeOrPutBack(ctx: Context, mail: Mail): Promise<ComposedMail | null> {
  try {
    return await composeMail(ctx, mail);
  } catch (error) {
    await putBack(ctx, mail.id, "not-composed");
    throw error;
  }
}

async function putBack(ctx: Context, mailId: string, errorCode: string): Promise<void> {
  await ctx.db
    .update(mails)
    .set({ status: "queued", sendingSince: null, errorCode })
    .where(and(eq(mails.id, mailId), eq(mails.status, "sending")));
}

async function takeQueued(ctx: Context, mailId: string): Promise<Mail | undefined> {
  const [mail] = await ctx.db
    .update(mails)
    .set({ status: "sending", sendingSince: ctx.now, attempts: sql`${mails.attempts} + 1` })
    .where(and(eq(mails.id, mailId), eq(mails.status, "queued")))
    .returning();
  return mail;
}

/** Somebody else has it, or had it when they died. */
async function settleUntaken(ctx: Context, mailId: string): Promise<MailStatus> {
  const [mail] = await ctx.db.select().from(mails).where(eq(mails.id, mailId));
  if (!mail) return "cancelled";
  if (mail.status !== "sending") return mail.status;
  const aliveUntil = (mail.sendingSince?.getTime() ?? 0) + deliveryTimeoutMs;
  if (ctx.now.getTime() < aliveUntil) throw new AppError("unavailable", "mail_in_delivery");
  return finish(ctx, mailId, "unknown", "died-while-sending");
}

async function record(
  ctx: Context,
  mailId: string,
  composed: ComposedMail,
  delivery: Delivery,
): Promise<MailStatus> {
  if (delivery.result === "accepted") return finish(ctx, mailId, "sent", null, composed);
  if (delivery.result === "permanent") return finish(ctx, mailId, "failed", delivery.code, composed);
  if (delivery.result === "unknown") return finish(ctx, mailId, "unknown", delivery.code, composed);
  await putBack(ctx, mailId, delivery.code);
  throw new AppError("unavailable", "mail_server_unavailable");
}

async function finish(
  ctx: Context,
  mailId: string,
  status: "sent" | "failed" | "unknown" | "cancelled",
  errorCode: string | null,
  composed?: ComposedMail,
): Promise<MailStatus> {
  return inTransaction(ctx, async (tx) => {
    const sentAt = status === "sent" ? tx.now : null;
    const kept = composed
      ? { recipient: composed.to, version: composed.version, content: withoutLinks(composed) }
      : {};
    await tx.db
      .update(mails)
      .set({ status, errorCode, sentAt, ...kept })
      .where(eq(mails.id, mailId));
    if (status === "failed" || status === "unknown") await addTask(tx, mailId, `mail_${status}`);
    await audit(tx, "mail.send", { kind: "mail", id: mailId }, { result: status });
    return status;
  });
}

/** What staff may read of a mail that left: everything but the secret links. */
function withoutLinks({ subject, html, text }: ComposedMail): MailContent {
  const hide = (body: string) =>
    body.replaceAll(/\/(confirm|my|respond|stop-mails|unsubscribe)\/[\w-]{43}/g, "/$1/…");
  return { subject, html: hide(html), text: hide(text) };
}

async function addTask(ctx: Context, mailId: string, kind: "mail_failed" | "mail_unknown"): Promise<void> {
  await ctx.db
    .insert(tasks)
    .values({ kind, subjectKind: "mail", subjectId: mailId, dueAt: ctx.now, createdAt: ctx.now });
}

/** Told to mail programs: written by a machine, so no out-of-office note is wanted (RFC 3834). */
function letterOf(mailId: string, { to, subject, html, text }: ComposedMail): OutgoingMail {
  const headers = { "Auto-Submitted": "auto-generated" };
  return { messageId: messageId(mailId), to, subject, html, text, headers };
}

const messageId = (mailId: string) => `<${mailId}@${new URL(env().APP_URL).hostname}>`;
