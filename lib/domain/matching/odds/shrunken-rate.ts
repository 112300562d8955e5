import type { Prior } from "./kept-odds";

/** Successes among trials; fractions where older ones count less. */
export type Tally = { successes: number; trials: number };

/**
 * The rate that a tally suggests, drawn towards the prior: the mean of the posterior of a beta-binomial model. Always
 * between the prior's mean and the tally's own rate, and the nearer to the latter the more trials there were.
 */
export function shrunkenRate({ successes, trials }: Tally, { mean, strength }: Prior): number {
  return (successes + mean * strength) / (trials + strength);
}

/** A service-wide mean is believed after a few dozen trials, whatever the default says. */
const strengthOfDefaultMean = 10;
/** How different units are shows only in units with several trials; with fewer of those the default strength stays. */
const trialsToTellDifferences = 60;
const weakest = 1;
const strongest = 60;

/**
 * The prior that many units (therapists) suggest for one more of their kind: the common rate, and a strength that is
 * small where units differ more than chance explains. Moments of the beta-binomial distribution (Kleinman 1973,
 * J. Am. Stat. Assoc. 68:46–54). With little history it is the given default.
 */
export function fitPrior(tallies: readonly Tally[], byDefault: Prior): Prior {
  const total = tallies.reduce(added, { successes: 0, trials: 0 });
  const mean = shrunkenRate(total, { ...byDefault, strength: strengthOfDefaultMean });
  const telling = tallies.filter(({ trials }) => trials >= 2);
  const repeats = telling.reduce((sum, { trials }) => sum + trials - 1, 0);
  if (repeats < trialsToTellDifferences) return { mean, strength: byDefault.strength };
  const spread = telling.reduce((sum, tally) => sum + tally.trials * (rate(tally) - mean) ** 2, 0);
  // By chance alone, every unit adds mean × (1 − mean) to the spread; what is above comes from real differences.
  const likeness = (spread / (mean * (1 - mean)) - (telling.length - 1)) / repeats;
  const strength = likeness <= 0 ? strongest : 1 / Math.min(1, likeness) - 1;
  return { mean, strength: Math.min(strongest, Math.max(weakest, strength)) };
}

/** The sum of two tallies. */
export function added(a: Tally, b: Tally): Tally {
  return { successes: a.successes + b.successes, trials: a.trials + b.trials };
}

function rate({ successes, trials }: Tally): number {
  return successes / trials;
}
