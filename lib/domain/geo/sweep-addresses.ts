import { type SQL, and, eq, exists, inArray, isNull, lt, ne, or, sql } from "drizzle-orm";
import { locations, patients, searches } from "@/db/schema";
import { type Context, inTransaction } from "@/lib/core/context";
import { forbidden } from "@/lib/core/errors";
import { emitAll } from "@/lib/core/outbox";
import { isGeocoderConfigured } from "./geocoder";

const monthMs = 30 * 24 * 60 * 60 * 1000;
/** At one question a second both together take less than the hour between two sweeps. */
const perSweep = 1000;

/**
 * Announces addresses again that stand at the middle of their postcode, or nowhere, although a geocoder could know
 * better: because it was configured later or could not be asked. One that said it does not know an address is asked
 * again after a month; nobody is asked about a patient who does not search. Returns how many were announced.
 */
export async function sweepAddresses(ctx: Context): Promise<number> {
  if (ctx.actor.kind !== "system") throw forbidden();
  if (!isGeocoderConfigured()) return 0;
  const searching = ctx.db
    .select({ one: sql`1` })
    .from(searches)
    .where(and(eq(searches.patientId, patients.id), inArray(searches.status, ["active", "paused"])));
  return inTransaction(ctx, async (tx) => {
    const homes = await imprecise(tx, patients, exists(searching));
    const sites = await imprecise(tx, locations);
    await emitAll(tx, "address/changed", [
      ...homes.map(({ id }) => ({ subject: "patient" as const, subjectId: id })),
      ...sites.map(({ id }) => ({ subject: "location" as const, subjectId: id })),
    ]);
    return homes.length + sites.length;
  });
}

function imprecise(ctx: Context, table: typeof patients | typeof locations, only?: SQL) {
  const monthAgo = new Date(ctx.now.getTime() - monthMs);
  return ctx.db
    .select({ id: table.id })
    .from(table)
    .where(
      and(
        only,
        inArray(table.coordinateSource, ["postcode", "none"]),
        ne(table.street, ""),
        or(isNull(table.geocoderAskedAt), lt(table.geocoderAskedAt, monthAgo)),
      ),
    )
    .orderBy(table.id)
    .limit(perSweep);
}
