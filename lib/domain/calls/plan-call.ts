import { calls } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import type { Context } from "@/lib/core/context";

/** Puts a practice on the call list, in the caller's transaction; an inquiry has at most one planned call. */
export async function planCall(ctx: Context, call: { practiceId: string; inquiryId: string }): Promise<void> {
  const [planned] = await ctx.db
    .insert(calls)
    .values({ ...call, plannedAt: ctx.now, createdAt: ctx.now })
    .onConflictDoNothing()
    .returning({ id: calls.id });
  if (planned) await audit(ctx, "call.plan", { kind: "call", id: planned.id }, { inquiryId: call.inquiryId });
}
