import { asc, eq, inArray } from "drizzle-orm";
import { locations, practices, therapists } from "@/db/schema";
import type { Context } from "@/lib/core/context";

/** What these therapists and their practices are called, and the town of their first site. */
export function describeTherapists(ctx: Context, ids: readonly string[]) {
  return ctx.db
    .selectDistinctOn([therapists.id], {
      id: therapists.id,
      title: therapists.title,
      firstName: therapists.firstName,
      lastName: therapists.lastName,
      practiceName: practices.name,
      city: locations.city,
    })
    .from(therapists)
    .innerJoin(practices, eq(practices.id, therapists.practiceId))
    .leftJoin(locations, eq(locations.therapistId, therapists.id))
    .where(inArray(therapists.id, [...ids]))
    .orderBy(asc(therapists.id), asc(locations.id));
}
