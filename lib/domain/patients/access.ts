import { type SQL, eq } from "drizzle-orm";
import { type PgColumn } from "drizzle-orm/pg-core";
import { type Context, requireAbility } from "@/lib/core/context";
import { notFound } from "@/lib/core/errors";
import type { Ability } from "@/lib/core/permissions";

/**
 * Which rows the actor may touch: those of its own patient for a patient's link, all for staff and tokens with
 * `ability`. Whatever lies outside is not found; throws `forbidden` when there is nothing the actor may touch.
 */
export function patientScope(ctx: Context, ability: Ability, patientId: PgColumn): SQL | undefined {
  if (ctx.actor.kind === "patient") return eq(patientId, ctx.actor.patientId);
  requireAbility(ctx, ability);
  return undefined;
}

/** The same for a patient whose id is known: `not-found` for the link of somebody else. */
export function requirePatientAccess(ctx: Context, ability: Ability, patientId: string): void {
  if (ctx.actor.kind !== "patient") return requireAbility(ctx, ability);
  if (ctx.actor.patientId !== patientId) throw notFound();
}
