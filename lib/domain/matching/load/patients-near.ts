import { and, eq, inArray, or, sql } from "drizzle-orm";
import { patients, searches } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { estimateReachKm } from "../../geo/travel-estimate";
import { farthestReach } from "../../geo/travel-times";
import { runningSearchStatuses } from "../../searches/status";
import { travelModes } from "../../vocabulary";

const kmPerDegree = 111.2;

/**
 * The patients with a running search who may live within `reach` times their travel limit of one of the therapist's
 * sites, or who are open to video where the therapist works by video: a bound on the generous side, so that the kernel
 * need not look at a whole country. With `unlocated` also those of whom nobody knows how far the way would be.
 */
export async function patientIdsNear(
  ctx: Context,
  therapistId: string,
  reach: number,
  { unlocated = false } = {},
): Promise<string[]> {
  const kmPerMinute = travelModes.map((mode) => sql`when ${mode} then ${estimateReachKm(mode, 1)}::float8`);
  const reachOf = travelModes.map((mode) => sql`when ${mode} then ${farthestReach(mode, reach)}::float8`);
  const limitKm = sql`least(coalesce(${patients.travelMaxKm}, 'infinity'), coalesce(${patients.travelMaxMinutes} * case ${patients.travelMode} ${sql.join(kmPerMinute, sql` `)} end, 'infinity'))`;
  // One tenth and a kilometre more than enough: degrees of longitude are not equally wide within the box.
  const box = sql`(${limitKm} * case ${patients.travelMode} ${sql.join(reachOf, sql` `)} end * 1.1 + 1)`;
  const near = sql`exists (select 1 from locations site where site.therapist_id = ${therapistId}
    and abs(site.lat - ${patients.lat}) * ${kmPerDegree}::float8 <= ${box}
    and abs(site.lon - ${patients.lon}) * ${kmPerDegree}::float8 * cos(radians(site.lat)) <= ${box})`;
  const byVideo = sql`${patients.openToVideo} and exists (select 1 from therapists
    where therapists.id = ${therapistId} and therapists.video = 'yes')`;
  const somewhere = sql`${patients.lat} is null or ${patients.lon} is null or exists (select 1 from locations site
    where site.therapist_id = ${therapistId} and (site.lat is null or site.lon is null))`;
  const rows = await ctx.db
    .select({ id: patients.id })
    .from(searches)
    .innerJoin(patients, eq(patients.id, searches.patientId))
    .where(
      and(
        inArray(searches.status, [...runningSearchStatuses]),
        or(near, byVideo, unlocated ? somewhere : undefined),
      ),
    );
  return rows.map((row) => row.id);
}
