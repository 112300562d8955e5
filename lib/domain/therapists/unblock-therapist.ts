import { type Context, inTransaction, requireAbility } from "@/lib/core/context";
import { moveTherapist } from "./move-therapist";

/** Lifts a block; the therapist is active again. `conflict` when there is no block. */
export async function unblockTherapist(ctx: Context, id: string): Promise<void> {
  requireAbility(ctx, "therapists.write");
  await inTransaction(ctx, (tx) =>
    moveTherapist(tx, id, {
      from: ["blocked"],
      to: "active",
      act: "therapist.unblock",
      set: { blockedReason: null, blockedAt: null },
    }),
  );
}
