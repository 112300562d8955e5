import { and, eq, inArray, isNull } from "drizzle-orm";
import { inquiries } from "@/db/schema";
import { type Act, audit } from "@/lib/core/audit";
import { type Context, inTransaction } from "@/lib/core/context";
import { conflict } from "@/lib/core/errors";
import { emit } from "@/lib/core/outbox";
import { releaseMails } from "../mail/release-mails";
import { putOffCalls, restartFirstMail } from "./put-off";

/**
 * Changes an inquiry that goes on by itself so that it does not for now, and takes its planned calls off the list,
 * to be planned anew when it goes on. Conflict when it is closed or a person has it. The caller has made sure who acts.
 */
export async function setAside(
  ctx: Context,
  inquiryId: string,
  act: Extract<Act, "inquiry.postpone" | "inquiry.take-over">,
  changes: Partial<typeof inquiries.$inferInsert>,
): Promise<void> {
  const goesOn = and(inArray(inquiries.status, ["approved", "sent"]), isNull(inquiries.takenOverAt));
  await inTransaction(ctx, async (tx) => {
    const [changed] = await tx.db
      .update(inquiries)
      .set(changes)
      .where(and(eq(inquiries.id, inquiryId), goesOn))
      .returning({ id: inquiries.id });
    if (!changed) throw conflict("inquiry_closed");
    await putOffCalls(tx, inquiryId);
    if (changes.postponedUntil) await restartFirstMail(tx, inquiryId, changes.postponedUntil);
    await releaseMails(tx, [{ inquiryId }]);
    await audit(tx, act, { kind: "inquiry", id: inquiryId });
    await emit(tx, "inquiry/changed", { inquiryId });
  });
}
