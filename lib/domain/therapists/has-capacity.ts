import type { PlaceKind } from "../vocabulary";

/** Places that a practice told of: how many of each kind, from which day, and the day it told ("YYYY-MM-DD"). */
export type CapacityNotice = { individual: number; group: number; from: string; notedOn: string };

const dayMs = 24 * 60 * 60 * 1000;
const countsForDays = 8 * 7;
/** So long an inquiry may wait for its answer; a place that opens by then can be given away in the answer. */
const answeringDays = 28;

/** When a notice begins to count: the day it was given, or the day its places open, when that lies ahead. */
export function noticeSince(notice: CapacityNotice): Date {
  const noted = Date.parse(notice.notedOn);
  return new Date(placesOf(notice, "either") === 0 ? noted : Math.max(noted, Date.parse(notice.from)));
}

/** Whether a notice says nothing any more: it counts for eight weeks. */
export function isStale(notice: CapacityNotice, now: Date): boolean {
  return now.getTime() - noticeSince(notice).getTime() > countsForDays * dayMs;
}

/** Whether places are announced that exist by `now`. */
export function hasCapacity(notice: CapacityNotice | null, now: Date): boolean {
  return notice !== null && isOpenBy(notice, now, now);
}

/** How many places of a kind are announced that exist by the time an inquiry sent `now` is answered. */
export function placesSoon(notice: CapacityNotice, kind: PlaceKind, now: Date): number {
  const answered = new Date(now.getTime() + answeringDays * dayMs);
  return isOpenBy(notice, answered, now) ? placesOf(notice, kind) : 0;
}

/** Of which kind a practice has places when an inquiry sent `now` is answered, by what it told; null for none. */
export function availableKind(
  told: { potentiallyAvailable: boolean; capacity: CapacityNotice | null },
  now: Date,
): PlaceKind | null {
  if (told.potentiallyAvailable) return "either";
  const has = (kind: PlaceKind) => told.capacity !== null && placesSoon(told.capacity, kind, now) > 0;
  if (has("individual")) return has("group") ? "either" : "individual";
  return has("group") ? "group" : null;
}

/** The places of a kind that a notice tells of, whenever they open. */
function placesOf({ individual, group }: CapacityNotice, kind: PlaceKind): number {
  return (kind === "group" ? 0 : individual) + (kind === "individual" ? 0 : group);
}

function isOpenBy(notice: CapacityNotice, by: Date, now: Date): boolean {
  return placesOf(notice, "either") > 0 && noticeSince(notice) <= by && !isStale(notice, now);
}
