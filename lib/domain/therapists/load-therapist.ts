import { asc, eq } from "drizzle-orm";
import { locations, practices, therapists } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { notFound } from "@/lib/core/errors";
import type { LocationRow, PracticeRow, TherapistRow } from "./therapist-rows";

type Rows = { therapist: TherapistRow; practice: PracticeRow; sites: LocationRow[] };

/** Everything stored about one therapist; `not-found` when there is none. */
export async function loadTherapistRows(ctx: Context, id: string): Promise<Rows> {
  const [found] = await ctx.db
    .select({ therapist: therapists, practice: practices })
    .from(therapists)
    .innerJoin(practices, eq(practices.id, therapists.practiceId))
    .where(eq(therapists.id, id));
  if (!found) throw notFound();
  const sites = await ctx.db
    .select()
    .from(locations)
    .where(eq(locations.therapistId, id))
    .orderBy(asc(locations.id));
  return { ...found, sites };
}

/** Holds the therapist until the end of the caller's transaction. */
export async function lockTherapist(ctx: Context, id: string): Promise<void> {
  const [row] = await ctx.db
    .select({ id: therapists.id })
    .from(therapists)
    .where(eq(therapists.id, id))
    .for("no key update");
  if (!row) throw notFound();
}
