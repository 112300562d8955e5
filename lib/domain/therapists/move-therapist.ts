import { and, eq, inArray } from "drizzle-orm";
import { therapists } from "@/db/schema";
import type { Act } from "@/lib/core/audit";
import { audit } from "@/lib/core/audit";
import type { Context } from "@/lib/core/context";
import { conflict, notFound } from "@/lib/core/errors";
import { emit } from "@/lib/core/outbox";
import type { TherapistStatus } from "./status";

type Move = {
  from: TherapistStatus[];
  to: TherapistStatus;
  act: Act;
  set?: Partial<typeof therapists.$inferInsert>;
};

/**
 * Moves a therapist to another state by one conditional update, with audit and event, in the caller's transaction.
 * Throws `not-found`, or `conflict` with the key `therapist_<state>` when the state forbids it.
 */
export async function moveTherapist(ctx: Context, id: string, { from, to, act, set }: Move): Promise<void> {
  const [moved] = await ctx.db
    .update(therapists)
    .set({ ...set, status: to, updatedAt: ctx.now })
    .where(and(eq(therapists.id, id), inArray(therapists.status, from)))
    .returning({ id: therapists.id });
  if (!moved) {
    const [therapist] = await ctx.db
      .select({ status: therapists.status })
      .from(therapists)
      .where(eq(therapists.id, id));
    throw therapist ? conflict(`therapist_${therapist.status}`) : notFound();
  }
  await audit(ctx, act, { kind: "therapist", id });
  await emit(ctx, "therapist/changed", { therapistId: id });
}
