import { z } from "zod";
import type { Context } from "@/lib/core/context";
import { env } from "@/lib/env";
import type { Address } from "../shared-schemas";
import type { Coordinates } from "../vocabulary";
import { askService } from "./ask-service";
import { distanceKm } from "./distance";
import { findPostcode } from "./postcodes";

/** Nominatim writes numbers as text. `place_rank` 26 and more is a street or a house in it. */
const place = z.object({
  lat: z.coerce.number().min(-90).max(90),
  lon: z.coerce.number().min(-180).max(180),
  place_rank: z.number().optional(),
});
const noPlace = () => [];
const answers = {
  200: z.union([z.array(place), z.object({ error: z.literal("Unable to geocode") }).transform(noPlace)]),
  /** The question makes no sense to it. */
  400: z.object({ error: z.unknown() }).transform(noPlace),
};
const streetRank = 26;
/** Farther from the middle of its postcode a place is another one of the same name. */
const maxKmFromPostcode = 30;

export const isGeocoderConfigured = () => env().GEOCODER_URL !== undefined;

/**
 * Asks the configured Nominatim-compatible service (GEOCODER_URL) for a German address. Null when it does not know the
 * street, or names a place that is not near the postcode; throws ServiceUnavailable when it does not answer properly.
 * https://nominatim.org/release-docs/latest/api/Search/
 */
export async function geocode(ctx: Context, address: Address): Promise<Coordinates | null> {
  const base = env().GEOCODER_URL!;
  const url = new URL("search", base.endsWith("/") ? base : `${base}/`);
  url.search = new URLSearchParams({
    format: "jsonv2",
    limit: "1",
    countrycodes: "de",
    street: `${address.houseNumber} ${address.street}`.trim(),
    postalcode: address.postalCode,
    city: address.city,
  }).toString();
  const found = await askService(ctx, {
    url,
    answers,
    timeoutMs: 8_000,
    maxBytes: 100_000,
  });
  const [first] = found;
  if (!first || (first.place_rank ?? streetRank) < streetRank) return null;
  const at = { lat: first.lat, lon: first.lon };
  const centroid = findPostcode(address.postalCode);
  return centroid && distanceKm(at, centroid) > maxKmFromPostcode ? null : at;
}
