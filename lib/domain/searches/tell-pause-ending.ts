import { and, eq, gt, isNotNull, lte } from "drizzle-orm";
import { patients, searches } from "@/db/schema";
import { type Context, inTransaction } from "@/lib/core/context";
import { forbidden } from "@/lib/core/errors";
import { isoDayOf } from "@/lib/format";
import { queueMail } from "../mail/queue-mail";
import { getSettings } from "../settings/settings";

const dayMs = 24 * 60 * 60 * 1000;

/**
 * Queues a mail for everybody whose pause ends within the setting `pauseNoticeDays`, once per pause, and returns how
 * many pauses that are. For the system only.
 */
export async function tellPausesEnding(ctx: Context): Promise<number> {
  if (ctx.actor.kind !== "system") throw forbidden();
  const { pauseNoticeDays } = await getSettings(ctx);
  const soon = new Date(ctx.now.getTime() + pauseNoticeDays * dayMs);
  const ending = await ctx.db
    .select({
      searchId: searches.id,
      until: searches.pausedUntil,
      patientId: patients.id,
      locale: patients.locale,
    })
    .from(searches)
    .innerJoin(patients, eq(patients.id, searches.patientId))
    .where(
      and(
        eq(searches.status, "paused"),
        gt(searches.pausedUntil, ctx.now),
        lte(searches.pausedUntil, soon),
        isNotNull(patients.emailIndex),
      ),
    );
  await inTransaction(ctx, async (tx) => {
    for (const { searchId, until, ...recipient } of ending) {
      const day = isoDayOf(until!);
      const occasion = `search:${searchId}:pause:${day}`;
      await queueMail(tx, { template: "pause_ending", occasion, day, ...recipient });
    }
  });
  return ending.length;
}
