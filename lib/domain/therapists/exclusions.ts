import { and, eq, sql } from "drizzle-orm";
import { exclusions, patients, therapists } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { type Context, inTransaction, requireAbility } from "@/lib/core/context";
import { notFound } from "@/lib/core/errors";
import { dropPairFromUnsentInquiries } from "../inquiries/drop-pair";
import type { ExclusionReason } from "./status";

export type Exclusion = { patientId: string; therapistId: string; reason: ExclusionReason };

/**
 * Never again, or not before `until`, proposes this patient to this therapist. A longer exclusion for the same reason
 * stays. Leaves no unsent inquiry with the pair. `not-found` when one of the two does not exist.
 */
export async function addExclusion(
  ctx: Context,
  { patientId, therapistId, reason, until = null }: Exclusion & { until?: Date | null },
): Promise<void> {
  requireAbility(ctx, "patients.write");
  await inTransaction(ctx, async (tx) => {
    const [pair] = await tx.db
      .select({ patientId: patients.id })
      .from(patients)
      .innerJoin(therapists, eq(therapists.id, therapistId))
      .where(eq(patients.id, patientId))
      .for("key share");
    if (!pair) throw notFound();
    await tx.db
      .insert(exclusions)
      .values({ patientId, therapistId, reason, until, createdAt: tx.now })
      .onConflictDoUpdate({
        target: [exclusions.patientId, exclusions.therapistId, exclusions.reason],
        set: {
          until: sql`case when ${exclusions.until} is null or excluded.until is null then null else greatest(${exclusions.until}, excluded.until) end`,
        },
      });
    await dropPairFromUnsentInquiries(tx, { patientId, therapistId });
    await audit(tx, "exclusion.add", { kind: "patient", id: patientId }, { therapistId, reason });
  });
}

/** Lets the pair be proposed again, as far as this reason goes; `not-found` when it was not excluded for it. */
export async function removeExclusion(
  ctx: Context,
  { patientId, therapistId, reason }: Exclusion,
): Promise<void> {
  requireAbility(ctx, "patients.write");
  await inTransaction(ctx, async (tx) => {
    const pair = and(
      eq(exclusions.patientId, patientId),
      eq(exclusions.therapistId, therapistId),
      eq(exclusions.reason, reason),
    );
    const [removed] = await tx.db.delete(exclusions).where(pair).returning({ id: exclusions.id });
    if (!removed) throw notFound();
    await audit(tx, "exclusion.remove", { kind: "patient", id: patientId }, { therapistId, reason });
  });
}
