import { and, eq, inArray, isNotNull } from "drizzle-orm";
import { inquiries } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { type Context, inTransaction, requireAbility } from "@/lib/core/context";
import { conflict, forbidden } from "@/lib/core/errors";
import { emit } from "@/lib/core/outbox";
import { releaseMails } from "../mail/release-mails";
import { closeHolderTasks } from "./ask-holders";
import { setAside } from "./set-aside";
import { restartFirstMail } from "./put-off";

/**
 * A person goes on with an inquiry by hand: nothing happens by itself any more, a mail that was queued to ask stays,
 * and calls leave the list. The practice
 * can still answer. Conflict when it is closed or somebody has it already.
 */
export async function takeOverInquiry(ctx: Context, inquiryId: string): Promise<void> {
  requireAbility(ctx, "inquiries.review");
  if (ctx.actor.kind !== "staff") throw forbidden();
  await setAside(ctx, inquiryId, "inquiry.take-over", { takenOverAt: ctx.now, takenOverBy: ctx.actor.id });
}

/**
 * Gives an inquiry back: it goes on by itself where it stood, what came due meanwhile happens now, and a call that was
 * taken off the list is planned anew. Conflict when nobody had it or it was closed meanwhile.
 */
export async function handBackInquiry(ctx: Context, inquiryId: string): Promise<void> {
  requireAbility(ctx, "inquiries.review");
  await inTransaction(ctx, async (tx) => {
    const [back] = await tx.db
      .update(inquiries)
      .set({ takenOverAt: null, takenOverBy: null })
      .where(
        and(
          eq(inquiries.id, inquiryId),
          inArray(inquiries.status, ["approved", "sent"]),
          isNotNull(inquiries.takenOverAt),
        ),
      )
      .returning({ id: inquiries.id });
    if (!back) throw conflict("inquiry_closed");
    await noteHandBack(tx, [inquiryId]);
  });
}

/** Gives back whatever this person holds, who cannot go on with it any more, in the caller's transaction. */
export async function handBackInquiriesOf(ctx: Context, staffId: string): Promise<void> {
  const back = await ctx.db
    .update(inquiries)
    .set({ takenOverAt: null, takenOverBy: null })
    .where(and(eq(inquiries.takenOverBy, staffId), inArray(inquiries.status, ["approved", "sent"])))
    .returning({ id: inquiries.id });
  await noteHandBack(
    ctx,
    back.map(({ id }) => id),
  );
}

async function noteHandBack(tx: Context, inquiryIds: string[]): Promise<void> {
  for (const inquiryId of inquiryIds) {
    await restartFirstMail(tx, inquiryId, tx.now);
    await releaseMails(tx, [{ inquiryId }]);
    await audit(tx, "inquiry.hand-back", { kind: "inquiry", id: inquiryId });
    await emit(tx, "inquiry/changed", { inquiryId });
  }
  if (inquiryIds.length > 0) await closeHolderTasks(tx);
}
