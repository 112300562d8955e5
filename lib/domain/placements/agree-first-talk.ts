import { and, eq } from "drizzle-orm";
import { placements } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { type Context, inTransaction } from "@/lib/core/context";
import { AppError, conflict } from "@/lib/core/errors";
import { emit } from "@/lib/core/outbox";
import { isoDayOf } from "@/lib/format";
import { addDays } from "../german-time";
import { isoDay } from "../shared-schemas";
import { lockPlacement, refuseColleague } from "./access";
import { closePlacementTasks } from "./placement-tasks";

/**
 * Notes the day of the first talk, so that nobody is asked about it before. A later one replaces it. `invalid` for a
 * day that is over or more than a year ahead, `conflict` unless the patient confirmed and the talk is still ahead. For patient, practice, staff.
 */
export async function agreeFirstTalk(
  ctx: Context,
  { placementId, on }: { placementId: string; on: string },
): Promise<void> {
  refuseColleague(ctx);
  const day = isoDay.parse(on);
  if (day < isoDayOf(ctx.now)) throw new AppError("invalid", "invalid", { fields: { on: "date_in_past" } });
  if (day > addDays(isoDayOf(ctx.now), 366))
    throw new AppError("invalid", "invalid", { fields: { on: "talk_too_far" } });
  await inTransaction(ctx, async (tx) => {
    const { status, searchId } = await lockPlacement(tx, placementId);
    const [agreed] = await tx.db
      .update(placements)
      .set({ firstTalkOn: day, askedAt: null, handedOverAt: null })
      .where(and(eq(placements.id, placementId), eq(placements.status, "confirmed")))
      .returning({ id: placements.id });
    if (!agreed) throw conflict(`placement_${status}`);
    await closePlacementTasks(tx, { id: placementId, searchId });
    await audit(tx, "placement.agree", { kind: "placement", id: placementId });
    await emit(tx, "placement/changed", { placementId });
  });
}
