import { and, desc, eq, sql } from "drizzle-orm";
import { type RegisteredAgain, type TaskResult, tasks } from "@/db/schema";
import { type Context, may, requireAbility } from "@/lib/core/context";

export type PatientTask = {
  id: string;
  kind: (typeof tasks.$inferSelect)["kind"];
  createdAt: Date;
  dueAt: Date;
  doneAt: Date | null;
  /** What came of it, oldest first; null for who may not know who patients are, as these words may tell. */
  results: TaskResult[] | null;
  /** What a later form changed, with the values from before; null for others, and for who may not see them. */
  details: RegisteredAgain | null;
};

/** What staff had and have to do about a patient: open ones first, crises before the rest, then the latest. `getPatient` logs the view of the record. */
export async function listPatientTasks(ctx: Context, patientId: string): Promise<PatientTask[]> {
  requireAbility(ctx, "patients.read");
  const rows = await ctx.db
    .select()
    .from(tasks)
    .where(and(eq(tasks.subjectKind, "patient"), eq(tasks.subjectId, patientId)))
    .orderBy(
      desc(sql`${tasks.doneAt} is null`),
      desc(sql`${tasks.kind} = 'crisis'`),
      desc(tasks.createdAt),
      desc(tasks.id),
    )
    .limit(20);
  const named = may(ctx, "patients.identity");
  return rows.map(({ id, kind, createdAt, dueAt, doneAt, results, details }) => ({
    id,
    kind,
    createdAt,
    dueAt,
    doneAt,
    results: named ? (results ?? []) : null,
    details: named ? details : null,
  }));
}
