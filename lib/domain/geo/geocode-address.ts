import { and, eq, gt, isNull, ne, or } from "drizzle-orm";
import { geocodeCache, locations, patients } from "@/db/schema";
import { audit } from "@/lib/core/audit";
import { type Context, inTransaction } from "@/lib/core/context";
import { blindIndex } from "@/lib/core/crypto";
import { AppError, forbidden } from "@/lib/core/errors";
import type { Address } from "../shared-schemas";
import type { CoordinateSource, Coordinates } from "../vocabulary";
import { ServiceUnavailable } from "./ask-service";
import { geocode, isGeocoderConfigured } from "./geocoder";
import { findPostcode } from "./postcodes";

export type GeocodeSubject = { subject: "patient" | "location"; subjectId: string };

const hourMs = 60 * 60 * 1000;
const cacheMs = { found: 180 * 24 * hourMs, notFound: 7 * 24 * hourMs };

/**
 * Places an address: coordinates that came with it stay; else the geocoder's answer; else the postcode's centroid;
 * else "none". An address that changed meanwhile is left to its own run, and coordinates that came meanwhile stay.
 * Returns where the coordinates are from; throws `unavailable`, after placing the address at its postcode, when the
 * geocoder could not be asked.
 */
export async function geocodeAddress(
  ctx: Context,
  { subject, subjectId }: GeocodeSubject,
): Promise<CoordinateSource> {
  if (ctx.actor.kind !== "system") throw forbidden();
  const table = subject === "patient" ? patients : locations;
  const [row] = await ctx.db.select().from(table).where(eq(table.id, subjectId));
  if (!row) return "none";
  if (row.coordinateSource === "source" && row.lat !== null) return "source";
  const { street, houseNumber, postalCode, city } = row;
  const found = await findCoordinates(ctx, { street, houseNumber, postalCode, city });
  const isStillToBePlaced = and(
    eq(table.id, subjectId),
    eq(table.street, street),
    eq(table.houseNumber, houseNumber),
    eq(table.postalCode, postalCode),
    eq(table.city, city),
    or(ne(table.coordinateSource, "source"), isNull(table.lat)),
  );
  const isPlaced = await inTransaction(ctx, async (tx) => {
    const values = {
      lat: found.at?.lat ?? null,
      lon: found.at?.lon ?? null,
      coordinateSource: found.source,
      geocoderAskedAt: found.asked ? tx.now : null,
    };
    const placed = await tx.db.update(table).set(values).where(isStillToBePlaced).returning({ id: table.id });
    if (placed.length === 0) return false;
    await audit(tx, "geocode.store", { kind: subject, id: subjectId }, { source: found.source });
    return true;
  });
  if (!isPlaced) return presentSource(ctx, table, subjectId);
  if (found.askAgain) throw new AppError("unavailable", "geocoder_unavailable");
  return found.source;
}

async function presentSource(ctx: Context, table: typeof patients | typeof locations, id: string) {
  const [row] = await ctx.db.select({ source: table.coordinateSource }).from(table).where(eq(table.id, id));
  return row?.source ?? "none";
}

type Found = {
  at: Coordinates | null;
  source: CoordinateSource;
  /** The geocoder answered. */
  asked: boolean;
  /** The geocoder could not be asked. */
  askAgain: boolean;
};

async function findCoordinates(ctx: Context, address: Address): Promise<Found> {
  const asks = isGeocoderConfigured() && address.street !== "";
  const exact = asks ? await geocodeCached(ctx, address) : null;
  if (exact && exact !== "unavailable") {
    return { at: exact, source: "geocoder", asked: true, askAgain: false };
  }
  const askAgain = exact === "unavailable";
  const asked = asks && !askAgain;
  const centroid = findPostcode(address.postalCode);
  if (!centroid) return { at: null, source: "none", asked, askAgain };
  return { at: { lat: centroid.lat, lon: centroid.lon }, source: "postcode", asked, askAgain };
}

/** The geocoder's answer, remembered under a keyed hash; that it could not be asked is not remembered. */
async function geocodeCached(ctx: Context, address: Address): Promise<Coordinates | null | "unavailable"> {
  const key = blindIndex(JSON.stringify(address));
  const [known] = await ctx.db
    .select()
    .from(geocodeCache)
    .where(and(eq(geocodeCache.key, key), gt(geocodeCache.expiresAt, ctx.now)));
  if (known) return known.lat === null || known.lon === null ? null : { lat: known.lat, lon: known.lon };
  try {
    const found = await geocode(ctx, address);
    const expiresAt = new Date(ctx.now.getTime() + (found ? cacheMs.found : cacheMs.notFound));
    const row = { lat: found?.lat ?? null, lon: found?.lon ?? null, expiresAt };
    await ctx.db
      .insert(geocodeCache)
      .values({ key, ...row })
      .onConflictDoUpdate({ target: geocodeCache.key, set: row });
    return found;
  } catch (error) {
    if (error instanceof ServiceUnavailable) return "unavailable";
    throw error;
  }
}
