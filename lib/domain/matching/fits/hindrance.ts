import { distanceKm } from "../../geo/distance";
import { estimateTravelMinutes } from "../../geo/travel-estimate";
import type { ExactMinutes } from "../kernel/place-judge";
import type { RuleId } from "../kernel/rules";
import type { TravelLimit } from "../kernel/records";
import type { Snapshot } from "../kernel/snapshot";
import type { WishId } from "./cost-of-wish";
import type { Candidate } from "./who-fits";

/** The one limit that is too short, and with which the way would just do. */
export type WiderLimit = { by: "limit"; limit: "minutes" | "km"; now: number; needed: number };

/** How many times the travel limit a near miss may be away. */
export const missReach = 2;

/** What would have to be otherwise: one wish or limit of the patient, or one wish of the therapist about patients. */
export type Hindrance =
  | WiderLimit
  | { by: "wish"; wish: Exclude<WishId, "distance"> }
  | { by: "practice"; rule: RuleId };

/**
 * The limit that keeps a pair apart, and with which it would not: for the best site, or, where that one has steps, for
 * the site that surely has none and needs least, measured by the limit. Null where no one limit does.
 */
export function limitBehind(
  snapshot: Snapshot,
  candidate: Candidate,
  exactMinutes: ExactMinutes | undefined,
): WiderLimit | null {
  const { patientId, failed } = candidate;
  const { travel } = snapshot.patients.records[snapshot.patients.indexById.get(patientId)!]!;
  if (failed.includes("access")) return widerLimitToOthers(snapshot, candidate, exactMinutes);
  return failed.includes("distance") ? widerLimit(travel, candidate) : null;
}

function widerLimitToOthers(
  { patients, therapists }: Snapshot,
  { patientId, therapistId }: Candidate,
  exactMinutes: ExactMinutes | undefined,
): WiderLimit | null {
  const [p, t] = [patients.indexById.get(patientId)!, therapists.indexById.get(therapistId)!];
  const { coordinates: home, travel } = patients.records[p]!;
  const limits = therapists.records[t]!.locations.flatMap(({ coordinates, stepFree }, site) => {
    if (!home || !coordinates || stepFree !== "yes") return [];
    const km = distanceKm(home, coordinates);
    const minutes = exactMinutes?.(p, t, site) ?? estimateTravelMinutes(travel.mode, km);
    const limit = Number.isFinite(minutes) ? widerLimit(travel, { km, minutes }) : null;
    return limit && limit.needed <= limit.now * missReach ? [limit] : [];
  });
  return limits.toSorted((a, b) => a.needed / a.now - b.needed / b.now)[0] ?? null;
}

/** What is known of the way to the best site. */
type Way = { km: number | null; minutes: number | null };

/** The limit that alone is too short for a way; null where none is, or both are. */
function widerLimit({ maxKm, maxMinutes }: TravelLimit, { km, minutes }: Way): WiderLimit | null {
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
