import { and, eq, exists, lt, notExists, sql } from "drizzle-orm";
import { intakeDrafts, mails, patients, searches, tasks } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { type Context, inTransaction } from "@/lib/core/context";
import { forbidden } from "@/lib/core/errors";
import { revokeTokens } from "@/lib/core/tokens";

const retentionMs = 7 * 24 * 60 * 60 * 1000;

/**
 * Deletes expired form drafts, and people who registered themselves and did not confirm their address within seven
 * days. Returns the counts. For the system only.
 */
export async function deleteStaleIntakes(ctx: Context): Promise<{ drafts: number; patients: number }> {
  if (ctx.actor.kind !== "system") throw forbidden();
  return inTransaction(ctx, async (tx) => {
    const drafts = await tx.db
      .delete(intakeDrafts)
      .where(lt(intakeDrafts.expiresAt, tx.now))
      .returning({ id: intakeDrafts.id });
    const searchOf = (condition = sql`true`) =>
      tx.db
        .select({ one: sql`1` })
        .from(searches)
        .where(and(eq(searches.patientId, patients.id), condition));
    const registered = tx.db
      .select({ one: sql`1` })
      .from(mails)
      .where(and(eq(mails.patientId, patients.id), eq(mails.template, "confirm_email")));
    const stale = await tx.db
      .delete(patients)
      .where(
        and(
          lt(patients.createdAt, new Date(tx.now.getTime() - retentionMs)),
          exists(registered),
          exists(searchOf(eq(searches.status, "unverified"))),
          notExists(searchOf(sql`${searches.status} <> 'unverified'`)),
        ),
      )
      .returning({ id: patients.id });
    for (const { id } of stale) {
      await revokeTokens(tx, "confirm_email", id);
      await tx.db.delete(tasks).where(and(eq(tasks.subjectKind, "patient"), eq(tasks.subjectId, id)));
      await audit(tx, "patient.delete", { kind: "patient", id }, { reason: "not_confirmed" });
    }
    return { drafts: drafts.length, patients: stale.length };
  });
}
