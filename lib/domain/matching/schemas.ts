/** One rate of one therapist: the estimate, the tally it rests on (older counts less), and what is usual with the like. */
export type OddsRate = { value: number; usual: number; successes: number; trials: number };

/** What was heard last of the practice's places and how much the odds of a place change by it. */
export type LastHeard = {
  source: "notice" | "answer";
  ageDays: number;
  /** How many places there were; null when an answer left it open whether one is left. */
  places: number | null;
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
  /** How much the way and a possible group change the chance to suit; 1 is as usual. */
  way: number;
  group: number;
};
