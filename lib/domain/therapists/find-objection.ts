import { and, asc, eq, or } from "drizzle-orm";
import { objections } from "@/db/schema";
import { type Context, requireAbility } from "@/lib/core/context";
import { loadTherapistRows } from "./load-therapist";
import type { ObjectionKind } from "./objection-kinds";
import { objectionKeys } from "./objection-index";

export type StandingObjection = { kind: ObjectionKind; since: Date };

/** Why this therapist is not to be asked for good, the earliest objection first; null when nobody objected. `not-found` when there is no such therapist. */
export async function findObjection(ctx: Context, therapistId: string): Promise<StandingObjection | null> {
  requireAbility(ctx, "therapists.read");
  const { therapist, practice, sites } = await loadTherapistRows(ctx, therapistId);
  const person = { ...therapist, email: practice.email, postalCodes: sites.map((site) => site.postalCode) };
  const keys = objectionKeys(person).map(({ kind, value }) =>
    and(eq(objections.kind, kind), eq(objections.value, value)),
  );
  if (keys.length === 0) return null;
  const [objection] = await ctx.db
    .select({ kind: objections.kind, since: objections.createdAt })
    .from(objections)
    .where(or(...keys))
    .orderBy(asc(objections.createdAt))
    .limit(1);
  return objection ?? null;
}
