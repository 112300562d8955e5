import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { practices, tasks, therapists } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { type Context, inTransaction, requireAbility } from "@/lib/core/context";
import { notFound } from "@/lib/core/errors";
import { emit } from "@/lib/core/outbox";

/** Staff found out that a therapist's address is right after all: mails may go there again, and the task is done. */
export async function trustMailbox(ctx: Context, therapistId: string): Promise<void> {
  requireAbility(ctx, "therapists.write");
  await inTransaction(ctx, async (tx) => {
    const [therapist] = await tx.db
      .select({ practiceId: therapists.practiceId })
      .from(therapists)
      .where(eq(therapists.id, therapistId));
    if (!therapist) throw notFound();
    const [trusted] = await tx.db
      .update(practices)
      .set({ emailDisownedAt: null, emailBouncedAt: null })
      .where(and(eq(practices.id, therapist.practiceId), isNotNull(practices.emailBouncedAt)))
      .returning({ id: practices.id });
    if (!trusted) return;
    await tx.db
      .update(tasks)
      .set({ doneAt: tx.now, doneBy: tx.actor.kind === "staff" ? tx.actor.id : null })
      .where(and(eq(tasks.kind, "wrong_mailbox"), eq(tasks.subjectId, therapistId), isNull(tasks.doneAt)));
    await audit(tx, "therapist.trust-mailbox", { kind: "therapist", id: therapistId });
    await emit(tx, "therapist/changed", { therapistId });
  });
}
