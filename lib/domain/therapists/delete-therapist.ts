import { and, eq, notExists, sql } from "drizzle-orm";
import { inquiries, therapists } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { type Context, inTransaction, requireAbility } from "@/lib/core/context";
import { conflict } from "@/lib/core/errors";
import { emit } from "@/lib/core/outbox";
import { removeUnusedPractice } from "../practices/leave-practice";
import { forgetRecordKey, keepObjection } from "./keep-objection";
import { loadTherapistRows } from "./load-therapist";

/**
 * Deletes a therapist who was never asked, with sites and exclusions. `conflict` when there are inquiries, which have
 * to be kept: deactivate instead. An objection outlives the record by name and directory key. `not-found` when there is no such therapist.
 */
export async function deleteTherapist(ctx: Context, id: string): Promise<void> {
  requireAbility(ctx, "therapists.write");
  await inTransaction(ctx, async (tx) => {
    const { practice } = await loadTherapistRows(tx, id);
    // Locks the row against an inquiry that is being proposed right now.
    await tx.db.select({ id: therapists.id }).from(therapists).where(eq(therapists.id, id)).for("update");
    await keepObjection(tx, id);
    const asked = tx.db
      .select({ one: sql`1` })
      .from(inquiries)
      .where(eq(inquiries.therapistId, id));
    const [deleted] = await tx.db
      .delete(therapists)
      .where(and(eq(therapists.id, id), notExists(asked)))
      .returning({ id: therapists.id });
    if (!deleted) throw conflict("therapist_has_inquiries");
    await forgetRecordKey(tx, id);
    await removeUnusedPractice(tx, practice.id);
    await audit(tx, "therapist.delete", { kind: "therapist", id });
    await emit(tx, "therapist/changed", { therapistId: id });
  });
}
