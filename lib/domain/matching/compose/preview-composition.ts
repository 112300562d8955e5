import { type SQL, eq, isNotNull, max, sql } from "drizzle-orm";
import { inquiries, practices } from "@/db/schema";
import { type Context, requireAbility } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { contactsLeftToday } from "../../inquiries/contacts-left-today";
import { type Settings, getSettings, settingsSchema } from "../../settings/settings";
import { equalOdds } from "../odds/acceptance-odds";
import { composePresent, loadPresent } from "./compose-now";
import { type Effect, effectOf } from "./expected-effect";
import { loadKnowledge } from "./load-knowledge";

/** A preview that takes longer than this is given up. */
const patienceMs = 20_000;

/**
 * What a matching run would propose if nothing waited for review, with the settings in force and with the given changes:
 * a real composition from the present state of which nothing is stored. Counting the `waiting` proposals in would leave
 * nothing to compare, for the last run proposed all that could be. Both are measured by the odds learned from the
 * service's own history. Throws `unavailable` when it takes too long.
 */
export async function previewComposition(
  ctx: Context,
  changes: Partial<Settings>,
): Promise<{ before: Effect; after: Effect; resting: Resting; waiting: number }> {
  requireAbility(ctx, "settings.write");
  const inForce = await getSettings(ctx);
  const changed = settingsSchema.parse({ ...inForce, ...changes });
  const started = performance.now();
  const report = async () => {
    if (performance.now() - started > patienceMs) throw new AppError("unavailable", "preview_too_long");
  };
  const present = await loadPresent(ctx, report, { withoutProposals: true });
  const learned = await loadKnowledge(ctx, present.records.therapists, { learn: true });
  const effect = async (settings: Settings) => {
    const knowledge = settings.learnOdds ? learned : { ...learned, odds: equalOdds() };
    const budget = await contactsLeftToday(ctx, settings.contactsPerDay, { withoutProposals: true });
    const proposals = await composePresent(present, settings, knowledge, budget, report);
    return effectOf(present.snapshot, proposals, learned.odds, settings, learned.askedBefore);
  };
  return {
    before: await effect(inForce),
    after: await effect(changed),
    resting: await countResting(ctx, inForce, changed),
    waiting: await ctx.db.$count(inquiries, eq(inquiries.status, "proposed")),
  };
}

/** Practices that rest at the moment, and that would if they had always rested for as long as the changes say. */
export type Resting = { now: number; after: number };

/** An answer may have let a practice rest longer than the setting in force does: that counts in both. */
async function countResting(ctx: Context, inForce: Settings, changed: Settings): Promise<Resting> {
  // One look at all inquiries: asked once for each practice, a country would take half a minute.
  const asked = ctx.db
    .select({ practiceId: inquiries.practiceId, last: max(inquiries.sentAt).as("last") })
    .from(inquiries)
    .where(isNotNull(inquiries.sentAt))
    .groupBy(inquiries.practiceId)
    .as("asked");
  const now = sql`${ctx.now.toISOString()}::timestamptz`;
  const rests = sql`${practices.coolingUntil} > ${now}`;
  const days = (setting: Settings) => sql`${setting.coolingDays} * interval '1 day'`;
  const bySetting = sql`coalesce(${asked.last} >= ${practices.coolingUntil} - ${days(inForce)}, false)`;
  const wouldBySetting = sql`${asked.last} >= ${now} - ${days(changed)}`;
  const countWhere = (isMeant: SQL) => sql<number>`(count(*) filter (where ${isMeant}))::int`;
  const [row] = await ctx.db
    .select({
      now: countWhere(rests),
      after: countWhere(sql`${wouldBySetting} or (${rests} and not ${bySetting})`),
    })
    .from(practices)
    .leftJoin(asked, eq(asked.practiceId, practices.id));
  return row!;
}
