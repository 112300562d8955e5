/**
 * How much an inquiry is worth: first the overdue waits that it ends, by `overdueWeight`, then the weighted placements
 * that it adds.
 */
export type Worth = { due: number; gain: number };

/** The patients for whom one therapist could be asked, in the published order, as columns. */
export type CandidateColumns = {
  length: number;
  /** How far a patient is overdue for a first inquiry, by `overdueWeight`; 0 for nobody overdue. */
  due: Float64Array;
  /** What a certain placement of the patient would still be worth. */
  value: Float64Array;
  /** Chance that a practice with a place takes the patient. */
  suits: Float64Array;
};

export type InquirySearch = {
  /** The worth of the best inquiry about at most `maxItems` of the candidates. */
  worthOf(candidates: CandidateColumns, chanceOfPlace: number, more: number): Worth;
  /** Which candidates the best inquiry is about, by their numbers, in order. */
  itemsOf(candidates: CandidateColumns, more: number): number[];
};

/** Columns for up to `capacity` candidates. */
export function emptyColumns(capacity: number): CandidateColumns {
  return {
    length: 0,
    due: new Float64Array(capacity),
    value: new Float64Array(capacity),
    suits: new Float64Array(capacity),
  };
}

/**
 * The chance that a taken patient leaves the practice without a place for the next: a practice takes whom it suits
 * in the order of the inquiry, and after each there is one more place with chance `more`.
 */
export function chanceStillOpen(suits: number, more: number): number {
  return 1 - suits * (1 - more);
}

/**
 * Finds the best inquiry of a therapist, exactly, in time candidates × `maxItems`. From the last candidate to the
 * first: the best inquiry of at most k items either leaves the candidate out, or begins with it and goes on with the
 * best of at most k − 1 later ones, which count as far as a place is still open. That is exact since both parts of
 * the worth only grow with those of the rest.
 */
export function createInquirySearch(maxItems: number, capacity: number): InquirySearch {
  const dueOf = new Float64Array(maxItems + 1);
  const gain = new Float64Array(maxItems + 1);
  const begins = new Uint8Array(capacity * (maxItems + 1));

  function search(candidates: CandidateColumns, more: number, remember: boolean): void {
    dueOf.fill(0);
    gain.fill(0);
    for (let c = candidates.length - 1; c >= 0; c--) {
      const suits = candidates.suits[c]!;
      const own = candidates.value[c]! * suits;
      const due = candidates.due[c]!;
      const open = chanceStillOpen(suits, more);
      for (let k = maxItems; k > 0; k--) {
        const dueWith = due + dueOf[k - 1]!;
        const gainWith = own + open * gain[k - 1]!;
        const better = dueWith > dueOf[k]! || (dueWith === dueOf[k]! && isMore(own, gainWith, gain[k]!));
        if (remember) begins[c * (maxItems + 1) + k] = better ? 1 : 0;
        if (!better) continue;
        dueOf[k] = dueWith;
        gain[k] = gainWith;
      }
    }
  }

  function worthOf(candidates: CandidateColumns, chanceOfPlace: number, more: number): Worth {
    search(candidates, more, false);
    return { due: dueOf[maxItems]!, gain: chanceOfPlace * gain[maxItems]! };
  }

  function itemsOf(candidates: CandidateColumns, more: number): number[] {
    search(candidates, more, true);
    const items: number[] = [];
    for (let c = 0; c < candidates.length && items.length < maxItems; c++) {
      if (begins[c * (maxItems + 1) + maxItems - items.length] === 1) items.push(c);
    }
    return items;
  }

  return { worthOf, itemsOf };
}

/** Of equally good inquiries the one that begins earlier in the published order, but not for nothing. */
function isMore(own: number, gainWith: number, gainWithout: number): boolean {
  return gainWith > gainWithout || (gainWith === gainWithout && own > 0);
}
