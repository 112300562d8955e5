import { type Answer, fail, pass, unsure } from "./answer";
import type { PatientColumns } from "./pack-patients";
import type { TherapistColumns } from "./pack-therapists";
import {
  type ChordBounds,
  chordBounds,
  holdsExactly,
  kmBetween,
  limitHolds,
  squaredChordBetween,
} from "./travel-limits";

/**
 * Minutes on a real network, Infinity where no way leads, or undefined where only the estimate is at hand. `location` as
 * in `Pair`.
 */
export type ExactMinutes = (patient: number, therapist: number, location: number) => number | undefined;

/** Judges distance and access together, since both must hold at one and the same site. */
export function createPlaceJudge(
  P: PatientColumns,
  T: TherapistColumns,
  exactMinutes: ExactMinutes | undefined,
) {
  const { start, stepFree } = T.locations;
  let bounds: ChordBounds = { low: -1, high: -1 };
  let boundsOf = -1;
  const chosen = { site: -1, distance: pass as Answer, access: pass as Answer, choose };

  /** The best site: fewest failures, then fewest unknowns, then the nearest, then the first. */
  function choose(p: number, t: number): void {
    if (boundsOf !== p) {
      bounds = chordBounds(P, p, 1);
      boundsOf = p;
    }
    const byVideo = P.openToVideo[p] === 1 && T.video[t] === 1;
    const needsStepFree = P.needsStepFree[p] === 1;
    chosen.site = -1;
    chosen.distance = byVideo ? pass : unsure;
    chosen.access = needsStepFree ? unsure : pass;
    let bestRank = Infinity;
    let bestChord = Infinity;
    const end = start[t + 1]!;
    for (let site = start[t]!; site < end; site++) {
      const chord = squaredChordBetween(P, T, p, site);
      const distance = byVideo ? pass : judgeDistance(p, t, site, chord);
      const access: Answer =
        !needsStepFree || stepFree[site] === 0 ? pass : stepFree[site] === 1 ? unsure : fail;
      const rank = rankOf(distance) + rankOf(access);
      // An unknown place is farther than any known one: NaN compares false, so it never displaces.
      if (chosen.site >= 0 && (rank > bestRank || (rank === bestRank && !(chord < bestChord)))) continue;
      bestRank = rank;
      bestChord = Number.isNaN(chord) ? Infinity : chord;
      chosen.site = site;
      chosen.distance = distance;
      chosen.access = access;
    }
  }

  function judgeDistance(p: number, t: number, site: number, chord: number): Answer {
    if (Number.isNaN(chord) || P.hasLimit[p] === 0) return unsure;
    const exact = exactMinutes?.(p, t, site - start[t]!);
    if (exact !== undefined) return limitHolds(P, p, kmBetween(P, T, p, site), exact, 1) ? pass : fail;
    if (chord <= bounds.low) return pass;
    return chord <= bounds.high && holdsExactly(P, T, p, site, 1) ? pass : fail;
  }

  return chosen;
}

function rankOf(answer: Answer): number {
  return answer === fail ? 8 : answer === unsure ? 1 : 0;
}
