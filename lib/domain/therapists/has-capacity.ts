const staleAfterMs = 8 * 7 * 24 * 60 * 60 * 1000;

type Capacity = { individual: number; group: number; from: string; notedOn: string };

/** Whether places are announced that exist by `now`; a notice older than eight weeks no longer counts. */
export function hasCapacity(capacity: Capacity | null, now: Date): boolean {
  if (!capacity || capacity.individual + capacity.group === 0) return false;
  const age = now.getTime() - Date.parse(capacity.notedOn);
  return age <= staleAfterMs && Date.parse(capacity.from) <= now.getTime();
}
