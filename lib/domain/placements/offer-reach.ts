import { and, eq, inArray, isNotNull, isNull, or } from "drizzle-orm";
import { mails, placements, tasks } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { emit } from "@/lib/core/outbox";
import { mayArriveStatuses } from "../mail/first-mail";
import { offerLetters } from "../mail/templates";

/** Whether a patient may have heard of an offer. `to_call`: no mail arrived, and the call in its place waits. */
export type OfferReach = "heard" | "to_call" | "unheard";

/** By a mail that did not come back, or because a person made every call about it: only they can tell then. */
export async function offerReach(ctx: Context, placementId: string): Promise<OfferReach> {
  const written = and(
    eq(mails.placementId, placementId),
    inArray(mails.template, [...offerLetters]),
    inArray(mails.status, [...mayArriveStatuses]),
    isNull(mails.bouncedAt),
  );
  if ((await ctx.db.$count(mails, written)) > 0) return "heard";
  const calls = await ctx.db
    .select({ doneAt: tasks.doneAt })
    .from(tasks)
    .where(
      and(
        eq(tasks.placementId, placementId),
        or(inArray(tasks.letter, [...offerLetters]), eq(tasks.kind, "placement_unclear")),
      ),
    );
  if (calls.some(({ doneAt }) => doneAt === null)) return "to_call";
  return calls.length > 0 ? "heard" : "unheard";
}

/**
 * The patient hears of the offer only now: it is held from here on as long as after a reminder, if the reminder was. In
 * the caller's transaction.
 */
export async function holdOfferAnew(ctx: Context, placementId: string): Promise<void> {
  const [held] = await ctx.db
    .update(placements)
    .set({ askedAt: ctx.now })
    .where(
      and(eq(placements.id, placementId), eq(placements.status, "accepted"), isNotNull(placements.askedAt)),
    )
    .returning({ id: placements.id });
  if (held) await emit(ctx, "placement/changed", { placementId });
}
