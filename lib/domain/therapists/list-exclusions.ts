import { asc, eq } from "drizzle-orm";
import { exclusions, therapists } from "@/db/schema";
import { type Context, requireAbility } from "@/lib/core/context";
import type { ExclusionReason } from "./status";

export type ExclusionRow = {
  therapistId: string;
  therapistName: string;
  reason: ExclusionReason;
  until: Date | null;
};

/** Everyone a patient is not proposed to, with the reason, by surname; those whose time is over are left out. */
export async function listExclusions(ctx: Context, patientId: string): Promise<ExclusionRow[]> {
  requireAbility(ctx, "patients.read");
  const rows = await ctx.db
    .select({ exclusion: exclusions, therapist: therapists })
    .from(exclusions)
    .innerJoin(therapists, eq(therapists.id, exclusions.therapistId))
    .where(eq(exclusions.patientId, patientId))
    .orderBy(asc(therapists.lastName), asc(therapists.firstName));
  return rows
    .filter(({ exclusion }) => exclusion.until === null || exclusion.until > ctx.now)
    .map(({ exclusion: { therapistId, reason, until }, therapist: { title, firstName, lastName } }) => ({
      therapistId,
      therapistName: [title, firstName, lastName].filter(Boolean).join(" "),
      reason,
      until,
    }));
}
