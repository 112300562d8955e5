import { z } from "zod";
import { env } from "@/lib/env";
import type { Address } from "../shared-schemas";
import type { Coordinates } from "../vocabulary";

const timeoutMs = 8_000;
const answer = z.array(
  z.object({ lat: z.coerce.number().min(47).max(56), lon: z.coerce.number().min(5).max(16) }),
);

/** The service could not be asked now; nothing is known about the address. */
export class GeocoderUnavailable extends Error {}

export const isGeocoderConfigured = () => env().GEOCODER_URL !== undefined;

/**
 * Asks the configured Nominatim-compatible service (GEOCODER_URL) for a German address. Null when it does not know
 * it; throws GeocoderUnavailable when it does not answer properly within eight seconds.
 * https://nominatim.org/release-docs/latest/api/Search/
 */
export async function geocode(address: Address): Promise<Coordinates | null> {
  const url = new URL("search", env().GEOCODER_URL);
  url.search = new URLSearchParams({
    format: "jsonv2",
    limit: "1",
    countrycodes: "de",
    street: `${address.houseNumber} ${address.street}`.trim(),
    postalcode: address.postalCode,
    city: address.city,
  }).toString();
  try {
    const headers = {
      "User-Agent": `Lotse (${env().OPERATOR_EMAIL ?? env().APP_URL})`,
      Accept: "application/json",
    };
    const response = await fetch(url, { headers, signal: AbortSignal.timeout(timeoutMs), redirect: "error" });
    if (!response.ok) throw new GeocoderUnavailable(`status ${response.status}`);
    return answer.parse(await response.json())[0] ?? null;
  } catch (error) {
    throw error instanceof GeocoderUnavailable ? error : new GeocoderUnavailable("no proper answer");
  }
}
