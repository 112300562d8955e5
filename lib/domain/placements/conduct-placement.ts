import { and, eq, isNull } from "drizzle-orm";
import { placements } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { type Context, inTransaction } from "@/lib/core/context";
import { forbidden } from "@/lib/core/errors";
import { getSettings } from "../settings/settings";
import { type PlacementRow, lockPlacement } from "./access";
import { failPlacement } from "./fail-placement";
import { tellPatient, tellPractice } from "./tell-about-placement";
import { handOverPlacement } from "./placement-tasks";
import { type PlacementStep, lastDayToConfirm } from "./next-step";
import { stepOf } from "./step-of";

/** What happens next with a placement, as its workflow has to know it; `end` once it was deleted with its patient. */
export async function findPlacementStep(ctx: Context, placementId: string): Promise<PlacementStep> {
  if (ctx.actor.kind !== "system") throw forbidden();
  const [placement] = await ctx.db.select().from(placements).where(eq(placements.id, placementId));
  return placement ? stepOf(ctx, placement, await getSettings(ctx)) : { action: "end", at: null };
}

/**
 * Does what is due with a placement now: reminds, lets an offer lapse of which the patient may have heard, asks how it
 * went, or makes a task of it, each once. Does nothing when nothing is due any more. Tells what it did.
 */
export async function conductPlacement(
  ctx: Context,
  placementId: string,
): Promise<PlacementStep["action"] | "none"> {
  if (ctx.actor.kind !== "system") throw forbidden();
  return inTransaction(ctx, async (tx) => {
    const placement = await lockPlacement(tx, placementId);
    const step = await stepOf(tx, placement, await getSettings(tx));
    if (step.at === null || step.at > tx.now) return "none";
    if (step.action === "lapse") await failPlacement(tx, { placementId, reason: "lapsed" });
    else if (step.action === "hand-over") await handOverPlacement(tx, placement);
    else await ask(tx, placement);
    return step.action;
  });
}

/** The reminder to a patient who has not answered yet, and later the question to both how it went. */
async function ask(ctx: Context, { id, status }: PlacementRow): Promise<void> {
  const [asked] = await ctx.db
    .update(placements)
    .set({ askedAt: ctx.now })
    .where(and(eq(placements.id, id), isNull(placements.askedAt)))
    .returning();
  if (!asked) return;
  await audit(ctx, "placement.ask", { kind: "placement", id }, { state: status });
  if (status === "accepted") {
    const day = lastDayToConfirm(asked, await getSettings(ctx));
    return tellPatient(ctx, asked, { template: "acceptance_reminder", day });
  }
  const about = status === "confirmed" ? "first_talk" : "progress";
  // A first talk that is put off is asked about again.
  const round = ctx.now.toISOString();
  await tellPatient(ctx, asked, { template: `${about}_patient`, round });
  await tellPractice(ctx, asked, { template: `${about}_practice`, round });
}
