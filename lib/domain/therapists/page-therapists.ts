import { and, asc, eq, gt, inArray } from "drizzle-orm";
import { locations, practices, therapists } from "@/db/schema";
import { type Context, requireAbility } from "@/lib/core/context";
import { type TherapistRecord, therapistRecord } from "./get-therapist";
import type { TherapistPageFilter } from "./schemas";

/** The next therapists in order of their creation, for lists that are read to the end while others write. */
export async function pageTherapists(
  ctx: Context,
  { status, after, limit }: TherapistPageFilter,
): Promise<TherapistRecord[]> {
  requireAbility(ctx, "therapists.read");
  const rows = await ctx.db
    .select({ therapist: therapists, practice: practices })
    .from(therapists)
    .innerJoin(practices, eq(practices.id, therapists.practiceId))
    .where(and(status && eq(therapists.status, status), after ? gt(therapists.id, after) : undefined))
    .orderBy(asc(therapists.id))
    .limit(limit);
  const ids = rows.map((row) => row.therapist.id);
  const sites = await ctx.db
    .select()
    .from(locations)
    .where(inArray(locations.therapistId, ids))
    .orderBy(asc(locations.id));
  const sitesOf = Map.groupBy(sites, (site) => site.therapistId);
  return rows.map(({ therapist, practice }) =>
    therapistRecord(therapist, practice, sitesOf.get(therapist.id) ?? []),
  );
}
