import type { PlaceKind } from "../../vocabulary";

/** One rate of one therapist: the estimate, the tally it rests on (older counts less), and what is usual with the like. */
export type OddsRate = { value: number; usual: number; successes: number; trials: number };

/** What was heard last of the practice's places and how much the odds of a place change by it. */
export type LastHeard = {
  source: "notice" | "answer";
  ageDays: number;
  /** How many places in question there are by the time of an answer; null when an answer left open whether one is left. */
  places: number | null;
  /** All that a notice said, with the day from which if that lay ahead; missing when an answer was heard last. */
  notice?: { individual: number; group: number; from: string | null };
  factor: number;
};

/**
 * What a proposal rested on: the estimated chance that this practice accepts this patient when asked for alone, and
 * what makes it up. Numbers about the practice and the way; nothing about who the patient is.
 */
export type ItemOdds = {
  chance: number;
  reply: OddsRate;
  room: OddsRate;
  suits: OddsRate;
  lastHeard: LastHeard | null;
  /** Which places come into question; missing in odds that were kept before places were told apart. */
  places?: PlaceKind;
  /** How much the way and a possible group change the chance to suit; 1 is as usual. */
  way: number;
  group: number;
};

/** What to believe of a rate before anything is known of it: `mean`, worth as much as `strength` trials. */
export type Prior = { mean: number; strength: number };

/** What is usual with the therapists of a service, as far as it bears on each: by kind of therapist, or for all. */
export type UsualRates = {
  reply: Readonly<Record<string, Prior>>;
  room: Readonly<Record<string, Prior>>;
  suits: Prior;
  more: Prior;
};

/** How much a way of so many minutes (by band), or a possible group (no, yes), changes the chance to be taken. */
export type PairFactors = { ways: readonly number[]; groups: readonly number[] };

/** What a service's history says of practices in general, as a matching run learned it. */
export type UsualOdds = UsualRates &
  PairFactors & {
    /** After so many days half of what was heard of places is outdated. */
    halfLifeDays: number;
  };
