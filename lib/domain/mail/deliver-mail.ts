import { and, eq } from "drizzle-orm";
import { mails } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { type Context, inTransaction } from "@/lib/core/context";
import { forbidden } from "@/lib/core/errors";
import { replyAddress } from "@/lib/email/addresses";
import type { Delivery } from "@/lib/email/classify";
import { type OutgoingMail, deliver, deliveryTimeoutMs, isMailDelivered } from "@/lib/email/mailer";
import { type ComposedMail, type Mail, composeMail } from "./compose-mail";
import { finishMail } from "./finish-mail";
import { messageId } from "./message-id";
import type { MailStatus } from "./status";
import { takeMail } from "./take-mail";

/** How a mail stands, and from when on it is worth asking again; null when it has arrived at its end. */
export type DeliveryLook = { status: MailStatus; askAgainAt: string | null };

/** After so many tries, over half a day, a mail that the server takes "later" counts as failed. */
const maxAttempts = 20;
const waitsSeconds = [15, 60, 120, 300, 600, 1200, 1800, 3600];

/**
 * Delivers a queued mail when its time has come, at most once: whoever takes it from "queued" to "sending" may send it.
 * When a delivery died in between, nobody knows whether the mail server took the mail; it becomes "unknown" and a task
 * for a person. A mail that was deleted together with its patient counts as cancelled. For the system only.
 */
export async function deliverMail(ctx: Context, mailId: string): Promise<DeliveryLook> {
  if (ctx.actor.kind !== "system") throw forbidden();
  if (!isMailDelivered()) return ended(await keepMail(ctx, mailId));
  const take = await takeMail(ctx, mailId);
  if (take.kind === "waits") return waiting("queued", take.until);
  if (take.kind === "not-queued") return settleUntaken(ctx, take.mail);
  const composed = await composeOrPutBack(ctx, take.mail);
  if (!composed) return ended(await finishMail(ctx, mailId, { status: "cancelled" }));
  return record(ctx, take.mail, composed, await deliver(letterOf(mailId, composed)));
}

const ended = (status: MailStatus): DeliveryLook => ({ status, askAgainAt: null });
const waiting = (status: MailStatus, until: Date): DeliveryLook => ({
  status,
  askAgainAt: until.toISOString(),
});

/** Without a mail server nobody is disturbed: composes and keeps the mail at once, in the transaction that makes its link. */
async function keepMail(ctx: Context, mailId: string): Promise<MailStatus> {
  return inTransaction(ctx, async (tx) => {
    const [mail] = await tx.db.select().from(mails).where(eq(mails.id, mailId)).for("update");
    if (!mail) return "cancelled";
    if (mail.status !== "queued") return mail.status;
    const composed = await composeMail(tx, mail);
    if (!composed) return finishMail(tx, mailId, { status: "cancelled" });
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
    await putBack(ctx, mail.id, "not-composed", ctx.now);
    throw error;
  }
}

async function putBack(ctx: Context, mailId: string, errorCode: string, notBefore: Date): Promise<void> {
  await ctx.db
    .update(mails)
    .set({ status: "queued", sendingSince: null, errorCode, notBefore })
    .where(and(eq(mails.id, mailId), eq(mails.status, "sending")));
}

/** Somebody else has it, or had it when they died. */
async function settleUntaken(ctx: Context, mail: Mail | undefined): Promise<DeliveryLook> {
  if (!mail) return ended("cancelled");
  if (mail.status !== "sending") return ended(mail.status);
  const aliveUntil = new Date((mail.sendingSince?.getTime() ?? 0) + deliveryTimeoutMs);
  if (ctx.now < aliveUntil) return waiting("sending", aliveUntil);
  return ended(await finishMail(ctx, mail.id, { status: "unknown", errorCode: "died-while-sending" }));
}

async function record(
  ctx: Context,
  mail: Mail,
  composed: ComposedMail,
  delivery: Delivery,
): Promise<DeliveryLook> {
  const end = (status: "sent" | "failed" | "unknown", bounced = false) => {
    const errorCode = delivery.result === "accepted" ? null : delivery.code;
    return finishMail(ctx, mail.id, { status, errorCode, composed, bounced });
  };
  switch (delivery.result) {
    case "accepted":
      return ended(await end("sent"));
    case "bounced":
      return ended(await end("failed", true));
    case "permanent":
      return ended(await end("failed"));
    case "unknown":
      return ended(await end("unknown"));
    case "temporary": {
      if (mail.attempts >= maxAttempts) return ended(await end("failed"));
      const seconds = waitsSeconds[Math.min(mail.attempts, waitsSeconds.length) - 1]!;
      const next = new Date(ctx.now.getTime() + seconds * 1000);
      await putBack(ctx, mail.id, delivery.code, next);
      return waiting("queued", next);
    }
  }
}

/** Written by a machine, so no out-of-office note is wanted (RFC 3834); one click stops what was not asked for (RFC 8058). */
function letterOf(mailId: string, composed: ComposedMail): OutgoingMail {
  const { to, subject, html, text, unsubscribe, reference } = composed;
  const headers: Record<string, string> = { "Auto-Submitted": "auto-generated" };
  if (unsubscribe) {
    headers["List-Unsubscribe"] = `<${unsubscribe}>`;
    headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click";
  }
  return { messageId: messageId(mailId), to, replyTo: replyAddress(reference), subject, html, text, headers };
}
