import { and, eq, sql } from "drizzle-orm";
import { inquiries } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { firstMailUnderWay } from "../mail/first-mail";
import { getSettings } from "../settings/settings";
import { cancelPlannedCalls } from "./cancel-empty-inquiries";
import { dueAtOf } from "./due-at";

/**
 * Takes an inquiry's calls off the list, in the caller's transaction, to be planned anew when it goes on. Whom somebody
 * reached already, or tried as often as is set, is not called once more.
 */
export async function putOffCalls(ctx: Context, inquiryId: string): Promise<void> {
  if (!(await cancelPlannedCalls(ctx, inquiryId))) return;
  await ctx.db.update(inquiries).set({ callPlannedAt: null }).where(eq(inquiries.id, inquiryId));
}

/**
 * The mail that asks was held back and leaves from an instant on: what runs from it runs from then, and it names a day
 * to answer by that is still ahead. Changes nothing when it has left, or never will.
 */
export async function restartFirstMail(ctx: Context, inquiryId: string, from: Date): Promise<void> {
  if (!(await firstMailUnderWay(ctx, inquiryId))) return;
  const dueAt = dueAtOf(await getSettings(ctx), from);
  await ctx.db
    .update(inquiries)
    .set({
      postponedUntil: sql`greatest(${inquiries.postponedUntil}, ${from.toISOString()}::timestamptz)`,
      dueAt: sql`greatest(${inquiries.dueAt}, ${dueAt.toISOString()}::timestamptz)`,
    })
    .where(and(eq(inquiries.id, inquiryId), eq(inquiries.status, "sent")));
}
