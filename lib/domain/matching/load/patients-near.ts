import { type SQL, and, eq, inArray, or, sql } from "drizzle-orm";
import { locations, patients, searches, therapists } from "@/db/schema";
import type { Context } from "@/lib/core/context";
import { estimateReachKm } from "../../geo/travel-estimate";
import { farthestReach } from "../../geo/travel-times";
import { runningSearchStatuses } from "../../searches/status";
import { type Coordinates, travelModes } from "../../vocabulary";

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
  const { sites, byVideo } = await placesOf(ctx, therapistId);
  const isLost = or(sql`${patients.lat} is null`, sql`${patients.lon} is null`);
  const everybody = unlocated && sites.some((site) => site === null);
  const isMeant = or(
    ...sites.map((site) => site && isNear(site, reach)).filter((condition) => condition !== null),
    byVideo ? patients.openToVideo : undefined,
    unlocated ? isLost : undefined,
  );
  const rows = await ctx.db
    .select({ id: patients.id })
    .from(searches)
    .innerJoin(patients, eq(patients.id, searches.patientId))
    .where(
      and(
        inArray(searches.status, [...runningSearchStatuses]),
        everybody ? undefined : (isMeant ?? sql`false`),
      ),
    );
  return rows.map((row) => row.id);
}

/** Where a therapist works, null for a site of which nobody knows where it is; as constants the search is quick. */
async function placesOf(ctx: Context, therapistId: string) {
  const rows = await ctx.db
    .select({ video: therapists.video, lat: locations.lat, lon: locations.lon })
    .from(therapists)
    .innerJoin(locations, eq(locations.therapistId, therapists.id))
    .where(eq(therapists.id, therapistId));
  return {
    sites: rows.map(({ lat, lon }) => (lat === null || lon === null ? null : { lat, lon })),
    byVideo: rows.some(({ video }) => video === "yes"),
  };
}

/** Within a box, one tenth and a kilometre more than enough: degrees of longitude are not equally wide within it. */
function isNear({ lat, lon }: Coordinates, reach: number): SQL {
  const kmPerLon = kmPerDegree * Math.cos((lat * Math.PI) / 180);
  return sql`greatest(abs(${patients.lat} - ${lat}::float8) * ${kmPerDegree}::float8,
    abs(${patients.lon} - ${lon}::float8) * ${kmPerLon}::float8) <= ${reachKm(reach)} * 1.1 + 1`;
}

/** So far a patient may live from a site, in kilometres; without a limit everywhere. */
function reachKm(reach: number): SQL {
  const byMode = travelModes.map((mode) => {
    const kmPerMinute = estimateReachKm(mode, 1);
    const times = farthestReach(mode, reach);
    return sql`when ${mode} then least(coalesce(${patients.travelMaxKm}, 'infinity') * ${times}::float8,
      coalesce(${patients.travelMaxMinutes}, 'infinity') * ${kmPerMinute * times}::float8)`;
  });
  return sql`case ${patients.travelMode} ${sql.join(byMode, sql` `)} end`;
}
