import { and, eq, isNotNull } from "drizzle-orm";
import { inquiries } from "@/db/schema";
import { type Context, requireAbility } from "@/lib/core/context";

/** Whether an inquiry went out, and can only be called off any more. */
export async function wasSent(ctx: Context, inquiryId: string): Promise<boolean> {
  requireAbility(ctx, "inquiries.read");
  const sent = and(eq(inquiries.id, inquiryId), isNotNull(inquiries.sentAt));
  return (await ctx.db.$count(inquiries, sent)) > 0;
}
