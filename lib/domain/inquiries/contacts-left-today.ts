import { and, count, eq, gte, lt, or } from "drizzle-orm";
import { inquiries } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { sendingDay } from "../outreach/sending-time";
import { getSettings } from "../settings/settings";

/**
 * How many inquiries may still be proposed when at most `perDay` leave a day: what left today counts, and what waits for
 * review or for sending, so that proposals nobody reviews do not pile up. Null for no limit. What leaves is held by
 * `holdForContacts`. With `withoutProposals` as if nothing waited for review.
 */
export async function contactsLeftToday(
  ctx: Context,
  perDay: number | null,
  { withoutProposals = false } = {},
): Promise<number | null> {
  if (perDay === null) return null;
  const { start, end } = sendingDay(ctx.now, await getSettings(ctx));
  const left = and(gte(inquiries.sentAt, start), lt(inquiries.sentAt, end));
  const waiting = withoutProposals ? undefined : eq(inquiries.status, "proposed");
  const [row] = await ctx.db
    .select({ contacts: count() })
    .from(inquiries)
    .where(or(left, eq(inquiries.status, "approved"), waiting));
  return Math.max(0, perDay - row!.contacts);
}
