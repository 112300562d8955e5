import { and, eq, inArray, isNull } from "drizzle-orm";
import { type MailContent, mails, tasks } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { type Context, inTransaction } from "@/lib/core/context";
import { forbidden } from "@/lib/core/errors";
import type { ComposedMail } from "./compose-mail";
import { callInsteadOfLetter } from "../placements/call-about-placement";
import { hideLinks } from "./hide-links";
import { markBounced } from "./mark-bounced";
import { releaseMails } from "./release-mails";
import type { MailStatus } from "./status";

type End = {
  status: "sent" | "failed" | "unknown" | "cancelled";
  errorCode?: string | null;
  composed?: ComposedMail;
  /** The address does not exist. */
  bounced?: boolean;
};

/**
 * Writes down how a delivery ended, with what staff may read of the mail, and makes a task where a person has to
 * decide. What a person decided before stays. That a mail was taken after all is believed also after it was given up
 * for unknown. Returns the status that holds.
 */
export async function finishMail(ctx: Context, mailId: string, end: End): Promise<MailStatus> {
  return inTransaction(ctx, async (tx) => {
    const { status, errorCode = null, composed, bounced = false } = end;
    const before: MailStatus[] =
      status === "sent"
        ? ["sending", "unknown"]
        : status === "cancelled"
          ? ["queued", "sending"]
          : ["sending"];
    const kept = composed && {
      recipient: composed.to,
      version: composed.version,
      content: withoutLinks(composed),
    };
    const [mail] = await tx.db
      .update(mails)
      .set({ status, errorCode, sentAt: status === "sent" ? tx.now : null, ...kept })
      .where(and(eq(mails.id, mailId), inArray(mails.status, before)))
      .returning();
    if (!mail) return statusOf(tx, mailId);
    await audit(tx, "mail.send", { kind: "mail", id: mailId }, { result: bounced ? "bounced" : status });
    if (status === "sent") await dropTasks(tx, mailId);
    // What follows the mail that asks waited for its end.
    if (mail.template === "inquiry") await releaseMails(tx, [{ inquiryId: mail.inquiryId }]);
    if (status === "cancelled" && mail.practiceId) await callInsteadOfLetter(tx, mail);
    // Then people are asked to telephone instead, and the mail itself needs no task.
    const isReachedOtherwise = bounced && composed && (await markBounced(tx, mailId, composed.to));
    if (status === "unknown" || (status === "failed" && !isReachedOtherwise)) {
      await addTask(tx, mailId, `mail_${status}`);
    }
    return status;
  });
}

/** Gives up on a mail whose workflow failed for good: makes a task of it unless it has ended. For the system only. */
export async function abandonMail(ctx: Context, mailId: string): Promise<void> {
  if (ctx.actor.kind !== "system") throw forbidden();
  await inTransaction(ctx, async (tx) => {
    const [failed] = await tx.db
      .update(mails)
      .set({ status: "failed" })
      .where(and(eq(mails.id, mailId), eq(mails.status, "queued")))
      .returning({ id: mails.id });
    if (failed) await addTask(tx, mailId, "mail_failed");
    else await finishMail(tx, mailId, { status: "unknown", errorCode: "died-while-sending" });
  });
}

async function statusOf(ctx: Context, mailId: string): Promise<MailStatus> {
  const [mail] = await ctx.db.select({ status: mails.status }).from(mails).where(eq(mails.id, mailId));
  return mail?.status ?? "cancelled";
}

/** What staff may read of a mail that left: everything but the secret links. */
function withoutLinks({ subject, html, text }: ComposedMail): MailContent {
  return { subject, html: hideLinks(html), text: hideLinks(text) };
}

async function addTask(ctx: Context, mailId: string, kind: "mail_failed" | "mail_unknown"): Promise<void> {
  await ctx.db
    .insert(tasks)
    .values({ kind, subjectKind: "mail", subjectId: mailId, dueAt: ctx.now, createdAt: ctx.now });
}

async function dropTasks(ctx: Context, mailId: string): Promise<void> {
  await ctx.db
    .update(tasks)
    .set({ doneAt: ctx.now })
    .where(and(eq(tasks.subjectKind, "mail"), eq(tasks.subjectId, mailId), isNull(tasks.doneAt)));
}
