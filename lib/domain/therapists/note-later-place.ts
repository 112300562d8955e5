import { eq } from "drizzle-orm";
import { therapists } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import type { Context } from "@/lib/core/context";
import { emit } from "@/lib/core/outbox";
import { isoDayOf } from "@/lib/format";
import { askAgainFrom } from "../practices/ask-again-from";
import { hasCapacity } from "./has-capacity";

/**
 * "Ask me again in May": a place with a date. The mailbox is left alone until then; from that day on the nightly run
 * proposes to ask again, before practices of which nothing is known. Places that are free now stay as they are noted.
 * In the caller's transaction.
 */
export async function noteLaterPlace(
  ctx: Context,
  { therapistId, practiceId }: { therapistId: string; practiceId: string },
  day: string,
): Promise<void> {
  await askAgainFrom(ctx, practiceId, day);
  const [therapist] = await ctx.db
    .select({ capacity: therapists.capacity })
    .from(therapists)
    .where(eq(therapists.id, therapistId))
    .for("no key update");
  if (!therapist || hasCapacity(therapist.capacity, ctx.now)) return;
  const capacity = { individual: 1, group: 0, from: day, notedOn: isoDayOf(ctx.now) };
  await ctx.db.update(therapists).set({ capacity }).where(eq(therapists.id, therapistId));
  await audit(ctx, "therapist.update", { kind: "therapist", id: therapistId }, { fields: ["capacity"] });
  await emit(ctx, "therapist/changed", { therapistId });
}
