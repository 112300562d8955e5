import { and, asc, eq, gt, isNotNull, isNull, lt } from "drizzle-orm";
import { consents, patients, searches } from "@/db/schema";
import { type Context, inTransaction } from "@/lib/core/context";
import { forbidden } from "@/lib/core/errors";
import { isoDayOf } from "@/lib/format";
import { addDays, weekdayOf } from "../german-time";
import { queueMail } from "../mail/queue-mail";
import { getSettings } from "../settings/settings";
import { weekdays } from "../vocabulary";

const dayMs = 24 * 60 * 60 * 1000;

/**
 * Queues this week's mail on how their search stands for the next patients in the order of their searches' ids: those
 * whose search is active, who consented to such mails, and who did not begin only a few days ago (the setting
 * `weeklyStatusAfterDays`), since they have just been told how it goes on. One mail per search and week, however often it is asked for.
 * Returns the id to go on after, or null when everybody was looked at. For the system only.
 */
export async function tellWeeklyStatus(
  ctx: Context,
  after: string | null,
  limit = 200,
): Promise<string | null> {
  if (ctx.actor.kind !== "system") throw forbidden();
  const { weeklyStatusAfterDays } = await getSettings(ctx);
  const newSince = new Date(ctx.now.getTime() - weeklyStatusAfterDays * dayMs);
  const inForce = and(
    eq(consents.patientId, searches.patientId),
    eq(consents.kind, "status_mails"),
    isNull(consents.withdrawnAt),
  );
  const due = await ctx.db
    .select({ searchId: searches.id, patientId: patients.id, locale: patients.locale })
    .from(searches)
    .innerJoin(patients, eq(patients.id, searches.patientId))
    .innerJoin(consents, inForce)
    .where(
      and(
        eq(searches.status, "active"),
        lt(searches.createdAt, newSince),
        isNotNull(patients.emailIndex),
        isNull(patients.emailBouncedAt),
        after ? gt(searches.id, after) : undefined,
      ),
    )
    .orderBy(asc(searches.id))
    .limit(limit);
  const week = mondayOf(isoDayOf(ctx.now));
  await inTransaction(ctx, async (tx) => {
    for (const { searchId, ...recipient } of due) {
      const occasion = `search:${searchId}:week:${week}`;
      await queueMail(tx, { template: "weekly_status", occasion, ...recipient });
    }
  });
  return due.length === limit ? due.at(-1)!.searchId : null;
}

const mondayOf = (day: string) => addDays(day, -weekdays.indexOf(weekdayOf(day)));
