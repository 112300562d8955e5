import { and, asc, eq, inArray } from "drizzle-orm";
import { inquiries, inquiryItems, placements, practiceForms, searches, therapists } from "@/db/schema";
import { type Context, requireAbility } from "@/lib/core/context";
import { namedPlacementStatuses } from "../placements/status";

/**
 * A form with its bytes, or null. A patient's link opens those of the practice whose place the patient confirmed, as
 * long as that holds; staff open all.
 */
export async function findPracticeForm(
  ctx: Context,
  formId: string,
): Promise<{ name: string; content: Buffer } | null> {
  const [form] = await ctx.db.select().from(practiceForms).where(eq(practiceForms.id, formId));
  if (ctx.actor.kind !== "patient") requireAbility(ctx, "therapists.read");
  else if (form && !(await isPatientOf(ctx, ctx.actor.patientId, form.practiceId))) return null;
  return form ? { name: form.name, content: form.content } : null;
}

/** The forms of a therapist's practice without their bytes, oldest first. */
export async function listPracticeForms(
  ctx: Context,
  therapistId: string,
): Promise<{ id: string; name: string; sizeBytes: number }[]> {
  requireAbility(ctx, "therapists.read");
  return ctx.db
    .select({ id: practiceForms.id, name: practiceForms.name, sizeBytes: practiceForms.sizeBytes })
    .from(practiceForms)
    .innerJoin(
      therapists,
      and(eq(therapists.practiceId, practiceForms.practiceId), eq(therapists.id, therapistId)),
    )
    .orderBy(asc(practiceForms.createdAt), asc(practiceForms.id));
}

async function isPatientOf(ctx: Context, patientId: string, practiceId: string): Promise<boolean> {
  const rows = await ctx.db
    .select({ id: placements.id })
    .from(placements)
    .innerJoin(searches, and(eq(searches.id, placements.searchId), eq(searches.patientId, patientId)))
    .innerJoin(inquiryItems, eq(inquiryItems.id, placements.itemId))
    .innerJoin(inquiries, and(eq(inquiries.id, inquiryItems.inquiryId), eq(inquiries.practiceId, practiceId)))
    .where(inArray(placements.status, [...namedPlacementStatuses]));
  return rows.length > 0;
}
