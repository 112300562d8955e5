import { AppError } from "@/lib/core/errors";
import type { Address } from "../shared-schemas";
import { findPostcode, postcodeTownMismatch } from "./postcodes";

type Place = Pick<Address, "postalCode" | "city">;

/** Why an address is probably mistyped: the field, and what we know of it for the sentence. */
export type Doubt =
  | { field: "postalCode"; key: "postal_code_unknown"; params: { postalCode: string } }
  | { field: "city"; key: "city_differs"; params: { postalCode: string; city: string } };

/** What is doubtful about a postcode and its town; null when nothing is. A town may be left out. */
export function doubtAddress({ postalCode, city }: Place): Doubt | null {
  const check = postcodeTownMismatch(postalCode, city);
  if (check === "ok") return null;
  if (check === "unknown-postcode")
    return { field: "postalCode", key: "postal_code_unknown", params: { postalCode } };
  const known = findPostcode(postalCode.trim())!.towns.slice(0, 3).join(", ");
  return { field: "city", key: "city_differs", params: { postalCode, city: known } };
}

/**
 * Throws `invalid` at the first doubtful address, for a program, which confirms by asking once more. `at` is the path
 * of each address in the input.
 */
export function refuseDoubtful(addresses: readonly { at: string; address: Place }[]): void {
  for (const { at, address } of addresses) {
    const doubt = doubtAddress(address);
    if (!doubt) continue;
    const { key, params } = doubt;
    throw new AppError("invalid", "invalid", { fields: { [`${at}.${doubt.field}`]: `${key}_api` }, params });
  }
}
