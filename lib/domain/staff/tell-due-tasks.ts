import { and, eq, inArray, isNull, lte } from "drizzle-orm";
import { staff, tasks } from "@/db/schema";
import { type Context, inTransaction } from "@/lib/core/context";
import { forbidden } from "@/lib/core/errors";
import { isoDayOf } from "@/lib/format";
import { queueMail } from "../mail/queue-mail";
import { isContactDay } from "../outreach/contact-calendar";

/**
 * On a working day on which tasks are due, queues a mail to everybody who can do them, once a day and in their language,
 * and returns how many were told. For the system only.
 */
export async function tellDueTasks(ctx: Context): Promise<number> {
  if (ctx.actor.kind !== "system") throw forbidden();
  const day = isoDayOf(ctx.now);
  const due = await ctx.db.$count(tasks, and(isNull(tasks.doneAt), lte(tasks.dueAt, ctx.now)));
  if (due === 0 || !isContactDay(day, null)) return 0;
  const team = await ctx.db
    .select({ staffId: staff.id, locale: staff.locale })
    .from(staff)
    .where(and(eq(staff.active, true), inArray(staff.role, ["admin", "coordinator"])));
  await inTransaction(ctx, async (tx) => {
    for (const { staffId, locale } of team) {
      const occasion = `tasks:${staffId}:${day}`;
      await queueMail(tx, { template: "task_due", occasion, locale, staffId });
    }
  });
  return team.length;
}
