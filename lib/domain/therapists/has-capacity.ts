const staleAfterMs = 8 * 7 * 24 * 60 * 60 * 1000;

type Capacity = { individual: number; group: number; from: string; notedOn: string };

/**
 * Whether places are announced that exist by `now`. A notice counts for eight weeks: from the day it was given, or from
 * the day it speaks of, when that lies ahead.
 */
export function hasCapacity(capacity: Capacity | null, now: Date): boolean {
  if (!capacity || capacity.individual + capacity.group === 0) return false;
  const since = Math.max(Date.parse(capacity.notedOn), Date.parse(capacity.from));
  const age = now.getTime() - since;
  return age >= 0 && age <= staleAfterMs;
}
