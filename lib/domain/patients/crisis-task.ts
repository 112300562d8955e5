import { tasks } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { type Symptom, crisisSymptoms } from "../vocabulary";

/** Asks staff to call today whoever chose suicidal thoughts or self-harm; in the caller's transaction. */
export async function addCrisisTask(ctx: Context, patientId: string, symptoms: Symptom[]): Promise<void> {
  if (!symptoms.some((symptom) => crisisSymptoms.includes(symptom))) return;
  await ctx.db.insert(tasks).values({
    kind: "crisis",
    subjectKind: "patient",
    subjectId: patientId,
    dueAt: ctx.now,
    createdAt: ctx.now,
  });
}
