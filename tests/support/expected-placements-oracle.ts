/**
 * The expected number of placements a second time, slow and plain, from the text alone: a practice with a place takes
 * the patients whom it suits in order, and after each there is another place with chance `more`.
 */

/** The chance that a practice with a place takes a patient, after all others named before it in the inquiry. */
export function chanceTaken(suits: number, earlier: readonly number[], more: number): number {
  let chance = 0;
  // Every way in which the earlier ones suit or do not.
  for (let suiting = 0; suiting < 1 << earlier.length; suiting++) {
    let likely = 1;
    let stillOpen = 1;
    earlier.forEach((each, i) => {
      const suited = (suiting & (1 << i)) !== 0;
      likely *= suited ? each : 1 - each;
      if (suited) stillOpen *= more;
    });
    chance += likely * stillOpen;
  }
  return suits * chance;
}

export type PlannedInquiry = { place: number; more: number; items: { patient: string; suits: number }[] };

/** The expected weighted placements of a plan: who is in several inquiries is placed unless all of them fail. */
export function expectedPlacements(
  plan: readonly PlannedInquiry[],
  weightOf: (patient: string) => number,
): number {
  const unplaced = new Map<string, number>();
  for (const { place, more, items } of plan) {
    items.forEach(({ patient, suits }, i) => {
      const earlier = items.slice(0, i).map((item) => item.suits);
      const chance = place * chanceTaken(suits, earlier, more);
      unplaced.set(patient, (unplaced.get(patient) ?? 1) * (1 - chance));
    });
  }
  return [...unplaced].reduce((sum, [patient, chance]) => sum + weightOf(patient) * (1 - chance), 0);
}
