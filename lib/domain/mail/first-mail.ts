import { and, desc, eq, inArray } from "drizzle-orm";
import { mails } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import type { MailStatus } from "./status";

/** It is with the practice, as far as this installation delivers mail at all. */
const leftStatuses = ["sent", "kept"] as const satisfies readonly MailStatus[];

/** It may still leave. */
const underWayStatuses = ["queued", "sending"] as const satisfies readonly MailStatus[];

const firstMails = (inquiryId: string) => and(eq(mails.inquiryId, inquiryId), eq(mails.template, "inquiry"));

/** When the mail that asks left for the practice; null as long as it has not, or is not known to have. */
export async function firstMailLeftAt(ctx: Context, inquiryId: string): Promise<Date | null> {
  const [mail] = await ctx.db
    .select({ sentAt: mails.sentAt })
    .from(mails)
    .where(and(firstMails(inquiryId), inArray(mails.status, [...leftStatuses])))
    .orderBy(desc(mails.sentAt))
    .limit(1);
  return mail?.sentAt ?? null;
}

/** The mail that asks as long as it may still leave; null when it has, or never will. */
export async function firstMailUnderWay(
  ctx: Context,
  inquiryId: string,
): Promise<{ notBefore: Date | null } | null> {
  const [mail] = await ctx.db
    .select({ notBefore: mails.notBefore })
    .from(mails)
    .where(and(firstMails(inquiryId), inArray(mails.status, [...underWayStatuses])))
    .limit(1);
  return mail ?? null;
}
