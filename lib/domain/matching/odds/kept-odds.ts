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
