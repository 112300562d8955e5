import { type Context, inTransaction, requireAbility } from "@/lib/core/context";
import { withdrawTherapistFromInquiries } from "../inquiries/withdraw-therapist";
import { moveTherapist } from "./move-therapist";
import { therapistStatusesBefore } from "./status";

/** Takes a therapist out of service, with open inquiries cancelled. `conflict` when inactive already. */
export async function deactivateTherapist(ctx: Context, id: string): Promise<void> {
  requireAbility(ctx, "therapists.write");
  await inTransaction(ctx, async (tx) => {
    await moveTherapist(tx, id, {
      from: therapistStatusesBefore("inactive"),
      to: "inactive",
      act: "therapist.deactivate",
      set: { blockedReason: null, blockedAt: null },
    });
    await withdrawTherapistFromInquiries(tx, id);
  });
}
