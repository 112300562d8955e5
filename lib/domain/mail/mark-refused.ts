import { and, eq, inArray, isNull, notExists, sql } from "drizzle-orm";
import { inquiries, mails } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { type Context, inTransaction } from "@/lib/core/context";
import { forbidden } from "@/lib/core/errors";
import { callIfNext } from "../inquiries/call-if-next";
import { callInsteadOfLetter } from "../placements/call-about-placement";
import { mayArriveStatuses } from "./first-mail";
import { noteUndelivered } from "./note-undelivered";

/**
 * Remembers that one mail was refused for good though its address may exist, such as by a filter: the address stays in
 * use, but what the mail said is told by telephone. Once, however often it is reported, and only where the report is
 * about the address to which it went; tells whether it was news. For the system only.
 */
export async function markRefused(ctx: Context, mailId: string, address: string): Promise<boolean> {
  if (ctx.actor.kind !== "system") throw forbidden();
  return inTransaction(ctx, async (tx) => {
    const [mail] = await tx.db.select().from(mails).where(eq(mails.id, mailId));
    if (!mail || !(await noteUndelivered(tx, mail, address))) return false;
    await audit(tx, "mail.send", { kind: "mail", id: mailId }, { result: "refused" });
    if (mail.inquiryId) await goOnByPhone(tx, mail.inquiryId);
    await callInsteadOfLetter(tx, mail);
    return true;
  });
}

/** No mail that asks has reached the practice, and none is under way: it is called, as if it had no address. */
async function goOnByPhone(ctx: Context, inquiryId: string): Promise<void> {
  const arrived = ctx.db
    .select({ one: sql`1` })
    .from(mails)
    .where(
      and(
        eq(mails.inquiryId, inquiryId),
        inArray(mails.template, ["inquiry", "inquiry_reminder"]),
        inArray(mails.status, [...mayArriveStatuses]),
        isNull(mails.bouncedAt),
      ),
    );
  const isUnasked = and(eq(inquiries.id, inquiryId), eq(inquiries.status, "sent"), notExists(arrived));
  const [unasked] = await ctx.db
    .update(inquiries)
    .set({ channel: "phone" })
    .where(isUnasked)
    .returning({ id: inquiries.id });
  if (unasked) await callIfNext(ctx, inquiryId);
}
