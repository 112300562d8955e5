import { eq } from "drizzle-orm";
import { inquiries } from "@/db/schema";
import { type Context, requireAbility } from "@/lib/core/context";
import { expectDelivery } from "../mail/expect-delivery";
import { nextSendingTime } from "../outreach/sending-time";
import { getSettings } from "../settings/settings";
import { nextRoom } from "./hold-for-contacts";

/**
 * When the mail of an inquiry leaves that is approved now, or was: after the time to take that back, on a day with
 * room for one more, in the hours of the practice's state. Null when that is up to a person, or it asks by telephone.
 */
export async function expectSending(ctx: Context, inquiryId: string): Promise<Date | null> {
  requireAbility(ctx, "inquiries.read");
  const [inquiry] = await ctx.db.select().from(inquiries).where(eq(inquiries.id, inquiryId));
  if (!inquiry || inquiry.channel !== "email" || inquiry.takenOverAt) return null;
  const from = await whenSent(ctx, inquiry);
  const { practiceId } = inquiry;
  return (await expectDelivery(ctx, { template: "inquiry", practiceId, inquiryId, recipient: null }, from))
    .at;
}

/** When the first of several leaves that are approved now, wherever their practices are. */
export async function expectFirstSending(ctx: Context): Promise<Date> {
  requireAbility(ctx, "inquiries.read");
  const settings = await getSettings(ctx);
  const from = await whenSent(ctx, null);
  return nextSendingTime(from, { ...settings, state: null });
}

async function whenSent(ctx: Context, inquiry: typeof inquiries.$inferSelect | null): Promise<Date> {
  if (inquiry?.sentAt) return ctx.now;
  const settings = await getSettings(ctx);
  const approvedAt = inquiry?.approvedAt ?? ctx.now;
  const delayed = new Date(
    Math.max(
      ctx.now.getTime(),
      approvedAt.getTime() + settings.sendDelaySeconds * 1000,
      inquiry?.postponedUntil?.getTime() ?? 0,
    ),
  );
  return (await nextRoom({ ...ctx, now: delayed }, inquiry?.id ?? null, settings)) ?? delayed;
}
