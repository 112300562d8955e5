import { type Context, inTransaction, requireAbility } from "@/lib/core/context";
import { AppError } from "@/lib/core/errors";
import { withdrawTherapistFromInquiries } from "../inquiries/withdraw-therapist";
import { line } from "../shared-schemas";
import { moveTherapist } from "./move-therapist";
import { therapistStatusesBefore } from "./status";

export const blockReason = line(500).min(1);

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
