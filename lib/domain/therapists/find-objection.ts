import { type Context, requireAbility } from "@/lib/core/context";
import { type StandingObjection, standingObjections } from "./keep-objection";

/** Why this therapist is not to be asked for good, the earliest objection first; null when nobody objected. `not-found` when there is no such therapist. */
export async function findObjection(ctx: Context, therapistId: string): Promise<StandingObjection | null> {
  requireAbility(ctx, "therapists.read");
  const [earliest] = await standingObjections(ctx, therapistId);
  return earliest ?? null;
}
