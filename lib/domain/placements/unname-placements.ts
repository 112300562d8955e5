import { and, eq, inArray, isNull } from "drizzle-orm";
import { mails, placements, searches, tasks } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import type { Context } from "@/lib/core/context";
import { tellPractice } from "./tell-about-placement";
import { sharedStatuses } from "./status";
import { wasNamed } from "./was-named";

/**
 * After a patient withdrew the consent to be named and keeps the place, in the caller's transaction: a practice that
 * could know name and contact is asked to delete them (Art. 19 GDPR), by telephone where no mail reaches it. A mail that
 * waits to send it to the name is called off. A therapy that started is between the two, and no longer ours.
 */
export async function unnamePlacementsOf(ctx: Context, patientId: string): Promise<void> {
  const known = await ctx.db
    .select({ placement: placements })
    .from(placements)
    .innerJoin(searches, eq(searches.id, placements.searchId))
    .where(and(eq(searches.patientId, patientId), inArray(placements.status, [...sharedStatuses])));
  for (const { placement } of known) {
    if (!(await wasNamed(ctx, placement))) continue;
    await callOffNaming(ctx, placement.id);
    // Whoever agrees again and withdraws again is told of each time.
    await tellPractice(ctx, placement, { template: "identity_withdrawn", round: ctx.now.toISOString() });
  }
}

async function callOffNaming(ctx: Context, placementId: string): Promise<void> {
  const naming = and(
    eq(mails.placementId, placementId),
    eq(mails.template, "patient_confirmed"),
    eq(mails.status, "queued"),
  );
  const calledOff = await ctx.db
    .update(mails)
    .set({ status: "cancelled" })
    .where(naming)
    .returning({ id: mails.id });
  for (const { id } of calledOff)
    await audit(ctx, "mail.send", { kind: "mail", id }, { result: "cancelled" });
  // Nor does a call that waits give the name.
  await ctx.db
    .update(tasks)
    .set({ letter: "patient_will_call" })
    .where(
      and(eq(tasks.placementId, placementId), eq(tasks.letter, "patient_confirmed"), isNull(tasks.doneAt)),
    );
}
