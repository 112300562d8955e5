import type { RuleId } from "../kernel/rules";
import type { TravelLimit } from "../kernel/records";
import type { WishId } from "./cost-of-wish";

/** The one limit that is too short, and with which the way would just do. */
export type WiderLimit = { by: "limit"; limit: "minutes" | "km"; now: number; needed: number };

/** What would have to be otherwise: one wish or limit of the patient, or one wish of the therapist about patients. */
export type Hindrance =
  | WiderLimit
  | { by: "wish"; wish: Exclude<WishId, "distance"> }
  | { by: "practice"; rule: RuleId };

/** What is known of the way to the best site. */
type Way = { km: number | null; minutes: number | null };

/** The limit that alone is too short for a way; null where none is, or both are. */
export function widerLimit({ maxKm, maxMinutes }: TravelLimit, { km, minutes }: Way): WiderLimit | null {
  const tooLong = minutes !== null && maxMinutes !== null && minutes > maxMinutes;
  const tooFar = km !== null && maxKm !== null && km > maxKm;
  if (tooLong === tooFar) return null;
  return tooLong
    ? { by: "limit", limit: "minutes", now: maxMinutes, needed: Math.ceil(minutes) }
    : { by: "limit", limit: "km", now: maxKm!, needed: Math.ceil(km!) };
}

/** The travel limits with the wider one. */
export function widened(travel: TravelLimit, { limit, needed }: WiderLimit): TravelLimit {
  return limit === "minutes" ? { ...travel, maxMinutes: needed } : { ...travel, maxKm: needed };
}
