import { sql } from "drizzle-orm";
import { z } from "zod";
import { settings } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { type Context, inTransaction, requireAbility } from "@/lib/core/context";
import { AppError, conflict } from "@/lib/core/errors";
import { compositionStrategies } from "../vocabulary";

const days = (fallback: number) => z.number().int().min(1).max(365).default(fallback);

/** What a service may set for itself; the defaults are those of the field (docs/glossary.md). */
export const settingsSchema = z.object({
  /** Patients in one inquiry at the most. */
  maxItems: z.number().int().min(1).max(6).default(6),
  /** Open inquiries that one search is in at the same time, at the most. */
  maxParallel: z.number().int().min(1).max(10).default(3),
  /** Seconds between approval and sending, in which the approval can be taken back. */
  sendDelaySeconds: z.number().int().min(0).max(3600).default(60),
  /** Whether a practice is offered the next person at once when one of an inquiry has found a place elsewhere. */
  offerNextPatient: z.boolean().default(true),
  coolingDays: days(28),
  /** Days for which a practice that has no place after all is not asked about the same patient, cooling or not. */
  capacityExclusionDays: days(28),
  /** How inquiries are composed. */
  strategy: z.enum(compositionStrategies).default("expected-placements"),
  /** Whether the odds of an acceptance are estimated from the service's own history; off: every practice is alike. */
  learnOdds: z.boolean().default(true),
  /** New inquiries a day at the most, by mail or phone, proposed by a run and sent; null: no limit. */
  contactsPerDay: z.number().int().min(1).max(10_000).nullable().default(null),
  /** Who would wait longer than this for a first inquiry comes before everyone else. */
  firstInquiryDays: days(14),
  /** What placing an acute or urgent patient weighs beside one, and the weeks of waiting that weigh as much again. */
  acuteWeight: z.number().min(1).max(20).default(4),
  urgentWeight: z.number().min(1).max(20).default(2),
  waitingWeeks: z.number().int().min(1).max(520).default(36),
  /** Days without an answer before the reminder, then before the call, then before the inquiry expires. */
  reminderAfterDays: days(7),
  callAfterDays: days(7),
  expiryAfterDays: days(14),
  /** Days until a patient is reminded of a place that was offered, then until the offer lapses. */
  confirmReminderAfterDays: days(3),
  confirmLapseAfterDays: days(4),
  /** Days after the confirmation, the first talk and the beginning of the trial sessions until both sides are asked. */
  firstTalkAskAfterDays: days(14),
  trialAskAfterDays: days(28),
  startAskAfterDays: days(42),
  /** Days without an answer to such a question until a person looks after it. */
  placementTaskAfterDays: days(7),
  /** Contacted practices with a seat from which on the evidence for an insurer counts as complete. */
  evidenceContacts: z.number().int().min(1).max(50).default(5),
  /** Days until a task asks what became of an inquiry that somebody took over. */
  takeOverTaskAfterDays: days(5),
  /** How often a practice that is not reached is called about one inquiry. */
  callAttempts: z.number().int().min(1).max(10).default(3),
  /** Minutes for which one person holds a number while they call. */
  claimMinutes: z.number().int().min(5).max(120).default(15),
  /** Days before the end of a pause on which the patient is told. */
  pauseNoticeDays: z.number().int().min(1).max(30).default(3),
  /** Days after the beginning of a search from which on the weekly mail is sent. */
  weeklyStatusAfterDays: z.number().int().min(1).max(60).default(3),
  /** Mails that nobody waits for leave only on working days between these hours. */
  quietHours: z.boolean().default(true),
  mailFromHour: z.number().int().min(0).max(23).default(8),
  mailToHour: z.number().int().min(1).max(24).default(18),
  /** Mails to practices at one mail domain on one day, at the most. */
  dailyMailsPerDomain: z.number().int().min(1).max(100_000).default(100),
  /** Days for which a mail that came in is kept after it was settled. */
  inboundMailDays: days(180),
});
export type Settings = z.output<typeof settingsSchema>;

/** The settings in force: what staff stored, else the defaults. */
export async function getSettings(ctx: Context): Promise<Settings> {
  const rows = await ctx.db.select({ key: settings.key, value: settings.value }).from(settings);
  return settingsSchema.parse(Object.fromEntries(rows.map(({ key, value }) => [key, value])));
}

/** How these settings stand, as one text: what a form saw, to tell whether it still is so. */
export function settingsState(settings: Settings, names: readonly string[]): string {
  return JSON.stringify(names.toSorted().map((name) => [name, settings[name as keyof Settings]]));
}

/**
 * Stores the given settings and leaves the others as they are. `invalid` when the hours for mails end before they
 * begin, `conflict` when one of them is no longer as it was `seen` (see `settingsState`).
 */
export async function updateSettings(
  ctx: Context,
  changes: Partial<Settings>,
  { seen }: { seen?: string } = {},
): Promise<Settings> {
  requireAbility(ctx, "settings.write");
  const valid = z.strictObject(settingsSchema.shape).partial().parse(changes);
  const entries = Object.entries(valid).filter(([key]) => key in changes);
  return inTransaction(ctx, async (tx) => {
    await tx.db.execute(sql`select pg_advisory_xact_lock(hashtext('settings'))`);
    const before = await getSettings(tx);
    if (seen !== undefined && seen !== settingsState(before, Object.keys(changes)))
      throw conflict("record_changed");
    const { mailFromHour, mailToHour } = { ...before, ...valid };
    if (mailFromHour >= mailToHour)
      throw new AppError("invalid", "invalid", { fields: { mailToHour: "range_order" } });
    for (const [key, value] of entries) {
      const updatedBy = tx.actor.kind === "staff" ? tx.actor.id : null;
      // The value null ("no limit") is JSON; the column itself is never null.
      const row = { value: value ?? sql`'null'::jsonb`, updatedAt: tx.now, updatedBy };
      await tx.db
        .insert(settings)
        .values({ key, ...row })
        .onConflictDoUpdate({ target: settings.key, set: row });
    }
    await audit(
      tx,
      "settings.update",
      { kind: "settings", id: settingsId },
      Object.fromEntries(
        entries
          .map(([key, value]) => ({ key, was: told(before[key as keyof Settings]), is: told(value) }))
          .filter(({ was, is }) => was !== is)
          .map(({ key, was, is }) => [key, `${was} → ${is}`]),
      ),
    );
    return getSettings(tx);
  });
}

/** A value as the audit log shows it; none of them is personal. */
const told = (value: unknown) => JSON.stringify(value ?? null);

/** The settings are one thing in the audit log, so they need one id. */
const settingsId = "00000000-0000-7000-8000-000000000001";
