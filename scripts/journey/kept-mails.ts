import { and, asc, eq } from "drizzle-orm";
import { mails } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import type { MailTemplate } from "@/lib/domain/mail/templates";

/** The secrets of the links in every kept mail of this kind, in the order in which the mails were queued. */
export async function linksInMails(ctx: Context, template: MailTemplate, path: string): Promise<string[]> {
  const kept = await ctx.db
    .select({ content: mails.content })
    .from(mails)
    .where(and(eq(mails.template, template), eq(mails.status, "kept")))
    .orderBy(asc(mails.id));
  const link = new RegExp(`/${path}/([\\w-]{43})`);
  return kept.flatMap(({ content }) => link.exec(content?.text ?? "")?.[1] ?? []);
}
