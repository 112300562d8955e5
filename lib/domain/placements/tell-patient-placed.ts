import { and, eq, isNull } from "drizzle-orm";
import { placements } from "@/db/schema";
import { type Context, inTransaction } from "@/lib/core/context";
import { forbidden } from "@/lib/core/errors";
import { getSettings } from "../settings/settings";
import { lastDayToConfirm } from "./next-step";
import { tellPatient } from "./tell-about-placement";

/** Tells a patient once of a place, and until when to answer, unless it was answered or given up meanwhile. */
export async function tellPatientPlaced(ctx: Context, { itemId }: { itemId: string }): Promise<void> {
  if (ctx.actor.kind !== "system") throw forbidden();
  await inTransaction(ctx, async (tx) => {
    const [placement] = await tx.db
      .update(placements)
      .set({ toldAt: tx.now })
      .where(and(eq(placements.itemId, itemId), eq(placements.status, "accepted"), isNull(placements.toldAt)))
      .returning();
    if (!placement) return;
    const day = lastDayToConfirm(placement, await getSettings(tx));
    await tellPatient(tx, placement, { template: "acceptance_confirm", day });
  });
}
