import { type Context, requireAbility } from "@/lib/core/context";
import { standingObjections } from "./keep-objection";
import { loadTherapistRows } from "./load-therapist";
import { type ObjectionView, viewObjections } from "./view-objections";

/** Every objection that holds for a therapist, one of a kind, the earliest first. `not-found` when there is no such therapist. */
export async function listObjections(ctx: Context, therapistId: string): Promise<ObjectionView[]> {
  requireAbility(ctx, "therapists.read");
  const { practice } = await loadTherapistRows(ctx, therapistId);
  const standing = await standingObjections(ctx, therapistId);
  return viewObjections(ctx, standing, { email: practice.email, therapistId });
}
