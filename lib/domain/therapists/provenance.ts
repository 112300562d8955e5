import type { Provenance } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { isoDayOf } from "@/lib/format";

/** Fields set by staff or by a token are fixed: no import touches them. */
export function fixesFields(ctx: Context): boolean {
  return ctx.actor.kind === "staff" || ctx.actor.kind === "api";
}

/** Says of these fields that the actor set them today. */
export function provenanceOf(ctx: Context, fields: readonly string[]): Provenance {
  const source = ctx.actor.kind === "system" ? ctx.actor.job : ctx.actor.kind;
  const on = isoDayOf(ctx.now);
  return Object.fromEntries(fields.map((field) => [field, { source, on }]));
}
