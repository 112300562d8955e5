import { and, eq, inArray, isNull } from "drizzle-orm";
import { mails, searches, tasks } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import type { Context } from "@/lib/core/context";
import type { PlacementRow } from "./access";

/**
 * Calls off the mails of an offer that still wait to leave, in the caller's transaction, and says whether the patient
 * may have heard of the offer: by a mail that left or may have left, or by a call that was made in its place.
 */
export async function callOffOffer(ctx: Context, offer: PlacementRow): Promise<boolean> {
  if (offer.toldAt === null) return false;
  const offering = and(
    eq(mails.placementId, offer.id),
    inArray(mails.template, ["acceptance_confirm", "acceptance_reminder"]),
  );
  const calledOff = await ctx.db
    .update(mails)
    .set({ status: "cancelled" })
    .where(and(offering, eq(mails.status, "queued")))
    .returning({ id: mails.id });
  for (const { id } of calledOff)
    await audit(ctx, "mail.send", { kind: "mail", id }, { result: "cancelled" });
  const sent = await ctx.db.select({ status: mails.status }).from(mails).where(offering);
  if (sent.length > 0) return sent.some(({ status }) => status !== "cancelled");
  return !(await isStillToCall(ctx, offer.searchId));
}

/** Whoever no mail reaches is called; the task stands open until somebody did. */
async function isStillToCall(ctx: Context, searchId: string): Promise<boolean> {
  const patientOf = ctx.db.select({ id: searches.patientId }).from(searches).where(eq(searches.id, searchId));
  const open = and(
    eq(tasks.kind, "placement_call"),
    inArray(tasks.subjectId, patientOf),
    isNull(tasks.doneAt),
  );
  return (await ctx.db.$count(tasks, open)) > 0;
}
