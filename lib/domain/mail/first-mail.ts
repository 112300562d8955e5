import { type SQL, and, eq, inArray, isNull, max, sql } from "drizzle-orm";
import { inquiries, mails } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import type { MailStatus } from "./status";

/** It is with the practice, as far as this installation delivers mail at all. */
export const leftStatuses = ["sent", "kept"] as const satisfies readonly MailStatus[];

/** It may still leave. */
const underWayStatuses = ["queued", "sending"] as const satisfies readonly MailStatus[];

/** It reached somebody or still may, as long as no mail server reports otherwise. */
export const mayArriveStatuses = [
  ...leftStatuses,
  ...underWayStatuses,
  "unknown",
] as const satisfies readonly MailStatus[];

const firstMails = (inquiryId: string | typeof inquiries.id) =>
  and(eq(mails.inquiryId, inquiryId), eq(mails.template, "inquiry"));

const leftAtOf = (ctx: Context, inquiryId: string | typeof inquiries.id) =>
  ctx.db
    .select({ leftAt: max(mails.sentAt) })
    .from(mails)
    .where(and(firstMails(inquiryId), inArray(mails.status, [...leftStatuses]), isNull(mails.bouncedAt)));

/** When the mail that asks left for the practice; null as long as it has not, is not known to have, or came back. */
export async function firstMailLeftAt(ctx: Context, inquiryId: string): Promise<Date | null> {
  const [mail] = await leftAtOf(ctx, inquiryId);
  return mail?.leftAt ?? null;
}

/** The same as a column of a query over inquiries. */
export const firstMailLeftAtColumn = (ctx: Context): SQL<Date | null> =>
  sql<Date | null>`(${leftAtOf(ctx, inquiries.id)})`.mapWith(mails.sentAt);

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
