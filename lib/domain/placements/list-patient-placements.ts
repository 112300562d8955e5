import { and, asc, eq } from "drizzle-orm";
import { inquiries, inquiryItems, placements, searches, therapists } from "@/db/schema";
import { type Context, requireAbility } from "@/lib/core/context";
import { personName } from "@/lib/format";
import { getSettings } from "../settings/settings";
import type { PlacementStep } from "./next-step";
import { type Stages, stagesOf } from "./stages";
import { stepOf } from "./step-of";
import type { FailReason, PlacementStatus } from "./status";

export type PatientPlacement = Stages & {
  status: PlacementStatus;
  therapist: { id: string; name: string };
  inquiryId: string;
  endedAt: Date | null;
  endReason: FailReason | null;
  next: PlacementStep;
};

/** Every acceptance of a patient, oldest first, with what comes next by itself. */
export async function listPatientPlacements(ctx: Context, patientId: string): Promise<PatientPlacement[]> {
  requireAbility(ctx, "patients.read");
  const settings = await getSettings(ctx);
  const rows = await ctx.db
    .select({ placement: placements, inquiryId: inquiries.id, therapist: therapists })
    .from(placements)
    .innerJoin(searches, and(eq(searches.id, placements.searchId), eq(searches.patientId, patientId)))
    .innerJoin(inquiryItems, eq(inquiryItems.id, placements.itemId))
    .innerJoin(inquiries, eq(inquiries.id, inquiryItems.inquiryId))
    .innerJoin(therapists, eq(therapists.id, inquiries.therapistId))
    .orderBy(asc(placements.acceptedAt), asc(placements.id));
  const listed = rows.map(async ({ placement, inquiryId, therapist }) => {
    const { status, endedAt, endReason } = placement;
    return {
      ...stagesOf(placement),
      status,
      endedAt,
      endReason,
      inquiryId,
      therapist: { id: therapist.id, name: personName(therapist) },
      next: await stepOf(ctx, placement, settings),
    };
  });
  return Promise.all(listed);
}
