import { type Context, inTransaction, requireAbility } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { withdrawTherapistFromInquiries } from "../inquiries/withdraw-therapist";
import { moveTherapist } from "./move-therapist";
import { blockReason } from "./schemas";
import { therapistStatusesBefore } from "./status";

/**
 * Blocks a therapist: nothing more is sent there, and open inquiries are cancelled. `invalid` without a reason,
 * `conflict` when blocked already or inactive.
 */
export async function blockTherapist(ctx: Context, id: string, reason: string): Promise<void> {
  requireAbility(ctx, "therapists.write");
  const given = blockReason.safeParse(reason);
  if (!given.success) {
    const key = reason.trim() === "" ? "required" : "invalid";
    throw new AppError("invalid", "invalid", { fields: { reason: key } });
  }
  await inTransaction(ctx, async (tx) => {
    await moveTherapist(tx, id, {
      from: therapistStatusesBefore("blocked"),
      to: "blocked",
      act: "therapist.block",
      set: { blockedReason: given.data, blockedAt: tx.now },
    });
    await withdrawTherapistFromInquiries(tx, id);
  });
}
