import type { Context } from "@/lib/core/context";
import type { PlacementRow } from "./access";
import { type PlacementSpans, type PlacementStep, nextPlacementStep } from "./next-step";
import { offerReach } from "./offer-reach";

/** What happens next with a placement, with all that decides it; whether the patient heard is asked only where it does. */
export async function stepOf(
  ctx: Context,
  placement: PlacementRow,
  spans: PlacementSpans,
): Promise<PlacementStep> {
  const isHeld = placement.status === "accepted" && placement.askedAt !== null;
  const reach = isHeld ? await offerReach(ctx, placement.id) : "heard";
  return nextPlacementStep({ ...placement, reach }, spans);
}
