import { eq } from "drizzle-orm";
import { practiceForms } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { type Context, inTransaction, requireAbility } from "@/lib/core/context";
import { notFound } from "@/lib/core/errors";

/** Takes a form away; nobody can open it any more. `not-found` when somebody else did before. */
export async function removePracticeForm(ctx: Context, formId: string): Promise<void> {
  requireAbility(ctx, "therapists.write");
  await inTransaction(ctx, async (tx) => {
    const [removed] = await tx.db
      .delete(practiceForms)
      .where(eq(practiceForms.id, formId))
      .returning({ practiceId: practiceForms.practiceId });
    if (!removed) throw notFound();
    await audit(tx, "practice.remove-form", { kind: "practice", id: removed.practiceId });
  });
}
