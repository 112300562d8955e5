import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { inquiries, practices, tasks, therapists } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { type Context, inTransaction } from "@/lib/core/context";
import { forbidden } from "@/lib/core/errors";
import { emit } from "@/lib/core/outbox";
import { revokeForward, revokeTokens } from "@/lib/core/tokens";
import { cancelInquiry } from "../inquiries/cancel-inquiry";
import { openInquiryStatuses } from "../inquiries/status";

/**
 * Who reads an inquiry says that this is not the practice's mailbox: nothing is written there any more, every link that
 * was sent there is closed, since profiles stand behind them, open inquiries are withdrawn, and staff get one task to
 * find the right address. Who got the inquiry from a colleague closes only the own link. Repeating it changes nothing.
 */
export async function disownMailbox(ctx: Context): Promise<void> {
  if (ctx.actor.kind === "colleague") return closeForward(ctx, ctx.actor);
  if (ctx.actor.kind !== "therapist") throw forbidden();
  const { inquiryId } = ctx.actor;
  await inTransaction(ctx, async (tx) => {
    const [inquiry] = await tx.db.select().from(inquiries).where(eq(inquiries.id, inquiryId));
    if (!inquiry) throw forbidden();
    const { practiceId, therapistId } = inquiry;
    await closeInquiries(tx, practiceId);
    const [marked] = await tx.db
      .update(practices)
      .set({ emailDisownedAt: tx.now, emailBouncedAt: tx.now })
      .where(and(eq(practices.id, practiceId), isNull(practices.emailDisownedAt)))
      .returning({ id: practices.id });
    if (!marked) return;
    await tx.db.insert(tasks).values({
      kind: "wrong_mailbox",
      subjectKind: "therapist",
      subjectId: therapistId,
      dueAt: tx.now,
      createdAt: tx.now,
    });
    await audit(tx, "therapist.disown-mailbox", { kind: "therapist", id: therapistId }, { inquiryId });
    await emitForAll(tx, practiceId);
  });
}

async function closeForward(
  ctx: Context,
  { inquiryId, forwardId }: { inquiryId: string; forwardId: string },
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    await revokeForward(tx, forwardId);
    await audit(tx, "therapist.disown-mailbox", { kind: "inquiry", id: inquiryId }, { forwardId });
  });
}

async function closeInquiries(ctx: Context, practiceId: string): Promise<void> {
  const asked = await ctx.db
    .select({ id: inquiries.id, status: inquiries.status })
    .from(inquiries)
    .where(eq(inquiries.practiceId, practiceId))
    .orderBy(asc(inquiries.id));
  for (const { id, status } of asked) {
    if (openInquiryStatuses.some((open) => open === status)) await cancelInquiry(ctx, id, "wrong_mailbox");
    await revokeTokens(ctx, "respond", id);
  }
}

async function emitForAll(ctx: Context, practiceId: string): Promise<void> {
  const sharing = await ctx.db
    .select({ id: therapists.id })
    .from(therapists)
    .where(and(eq(therapists.practiceId, practiceId), inArray(therapists.status, ["active"])));
  for (const { id } of sharing) await emit(ctx, "therapist/changed", { therapistId: id });
}
