import { and, eq, gte, ne, or, sql } from "drizzle-orm";
import { inquiries } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import type { Context } from "@/lib/core/context";
import { nextSendingTime, sendingDay } from "../outreach/sending-time";
import type { Settings } from "../settings/settings";

/**
 * Puts an approved inquiry off that would be one more new inquiry, by mail or by phone, than may leave today: it gets a
 * place on the first working day that has one, which nobody else gets. Tells whether it is put off. The caller holds
 * the inquiry; sendings are looked at one at a time, so together they never exceed the day.
 */
export async function holdForContacts(ctx: Context, inquiryId: string, settings: Settings): Promise<boolean> {
  const { contactsPerDay: perDay } = settings;
  if (perDay === null) return false;
  await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtext('contacts-of-a-day'))`);
  const until = await nextRoom(ctx, inquiryId, settings);
  if (!until) return false;
  await ctx.db
    .update(inquiries)
    .set({ postponedUntil: until, heldAt: ctx.now })
    .where(and(eq(inquiries.id, inquiryId), eq(inquiries.status, "approved")));
  await audit(ctx, "inquiry.postpone", { kind: "inquiry", id: inquiryId }, { contactsPerDay: perDay });
  return true;
}

/** When the first day with room for one more inquiry begins; null when this one has. */
export async function nextRoom(
  ctx: Context,
  inquiryId: string | null,
  settings: Settings,
): Promise<Date | null> {
  const { contactsPerDay: perDay } = settings;
  if (perDay === null) return null;
  const today = sendingDay(ctx.now, settings);
  const others = await contactsFrom(ctx, today.start, inquiryId);
  let day = today;
  const isFull = ({ start, end }: typeof day) =>
    others.filter((at) => at >= start && at < end).length >= perDay;
  while (isFull(day)) day = sendingDay(day.end, settings);
  return day === today ? null : nextSendingTime(day.start, { ...settings, state: null });
}

/** When other inquiries left from an instant on, or will leave that have their day. */
async function contactsFrom(ctx: Context, start: Date, inquiryId: string | null): Promise<Date[]> {
  const isHeld = and(eq(inquiries.status, "approved"), gte(inquiries.postponedUntil, start));
  const rows = await ctx.db
    .select({ sentAt: inquiries.sentAt, postponedUntil: inquiries.postponedUntil })
    .from(inquiries)
    .where(
      and(inquiryId ? ne(inquiries.id, inquiryId) : undefined, or(gte(inquiries.sentAt, start), isHeld)),
    );
  return rows.map(({ sentAt, postponedUntil }) => sentAt ?? postponedUntil!);
}
