/** A wait that ended after so many days, or is not over after so many. */
export type Wait = { days: number; ended: boolean };

/**
 * The day by which half of all waits have ended (Kaplan and Meier's estimate, which uses waits that are not over for
 * what they are); null when that day is not seen.
 */
export function medianWait(waits: readonly Wait[]): number | null {
  const sorted = waits.toSorted((a, b) => a.days - b.days || Number(b.ended) - Number(a.ended));
  let waiting = 1;
  for (let i = 0; i < sorted.length; i++) {
    if (!sorted[i]!.ended) continue;
    waiting *= 1 - 1 / (sorted.length - i);
    if (waiting <= 0.5) return sorted[i]!.days;
  }
  return null;
}
