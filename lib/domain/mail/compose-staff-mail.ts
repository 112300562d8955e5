import { and, eq, isNull, lte } from "drizzle-orm";
import { staff, tasks } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { renderLetter } from "@/lib/email/render-letter";
import { env } from "@/lib/env";
import { absolute, paths } from "@/lib/paths";
import type { ComposedMail, Mail } from "./compose-mail";
import type { MailTemplateTo } from "./templates";

/** How many tasks are due, and the way to them; null when none is, or when the person left the team. */
export async function composeStaffMail(
  ctx: Context,
  mail: Mail & { template: MailTemplateTo<"staff"> },
): Promise<ComposedMail | null> {
  const [member] = mail.staffId
    ? await ctx.db
        .select()
        .from(staff)
        .where(and(eq(staff.id, mail.staffId), eq(staff.active, true)))
    : [];
  const count = await ctx.db.$count(tasks, and(isNull(tasks.doneAt), lte(tasks.dueAt, ctx.now)));
  if (!member || count === 0) return null;
  const link = absolute(paths.admin.today, env().APP_URL);
  return {
    to: member.email,
    ...(await renderLetter(mail.template, { locale: mail.locale, link, values: { count } })),
  };
}
