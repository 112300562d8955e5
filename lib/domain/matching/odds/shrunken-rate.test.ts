import fc from "fast-check";
import { expect, test } from "vitest";
import { type Tally, fitPrior, shrunkenRate } from "./shrunken-rate";

const tallies = fc
  .record({ trials: fc.nat(200), share: fc.double({ min: 0, max: 1, noNaN: true }) })
  .map(({ trials, share }) => ({ successes: Math.round(trials * share), trials }));
const priors = fc.record({
  mean: fc.double({ min: 0.01, max: 0.99, noNaN: true }),
  strength: fc.double({ min: 0.5, max: 60, noNaN: true }),
});

test("a rate lies between what is usual and what was seen, and nearer to what was seen the more was seen", () => {
  fc.assert(
    fc.property(tallies, priors, ({ successes, trials }, prior) => {
      fc.pre(trials > 0);
      const seen = successes / trials;
      const rate = shrunkenRate({ successes, trials }, prior);
      expect(rate).toBeGreaterThanOrEqual(Math.min(seen, prior.mean) - 1e-12);
      expect(rate).toBeLessThanOrEqual(Math.max(seen, prior.mean) + 1e-12);
      const twice = shrunkenRate({ successes: 2 * successes, trials: 2 * trials }, prior);
      expect(Math.abs(twice - seen)).toBeLessThanOrEqual(Math.abs(rate - seen) + 1e-12);
    }),
  );
});

test("one more success raises a rate, one more failure lowers it", () => {
  fc.assert(
    fc.property(tallies, priors, ({ successes, trials }, prior) => {
      const rate = shrunkenRate({ successes, trials }, prior);
      expect(shrunkenRate({ successes: successes + 1, trials: trials + 1 }, prior)).toBeGreaterThan(rate);
      expect(shrunkenRate({ successes, trials: trials + 1 }, prior)).toBeLessThan(rate);
    }),
  );
});

test("with nothing seen a rate is the default one", () => {
  const prior = { mean: 0.2, strength: 4 };
  expect(fitPrior([], prior)).toEqual(prior);
  expect(shrunkenRate({ successes: 0, trials: 0 }, prior)).toBe(0.2);
});

test("the common rate is learnt, and units that are alike draw together more than units that differ", () => {
  const byDefault = { mean: 0.5, strength: 4 };
  const alike: Tally[] = Array.from({ length: 100 }, (_, i) => ({ successes: 2 + (i % 3), trials: 15 }));
  const unlike: Tally[] = Array.from({ length: 100 }, (_, i) => ({
    successes: i % 5 === 0 ? 15 : 0,
    trials: 15,
  }));
  const [one, other] = [fitPrior(alike, byDefault), fitPrior(unlike, byDefault)];
  expect(one.mean).toBeCloseTo(0.2, 2);
  expect(other.mean).toBeCloseTo(0.2, 2);
  expect(one.strength).toBe(60);
  expect(other.strength).toBe(1);
});

test("the strength that made the units is found again", () => {
  // 2,000 units whose rates are beta distributed with mean 0.5 and strength 2, that is evenly from 0 to 1.
  const units = Array.from({ length: 2000 }, (_, i) => {
    const rate = (i + 0.5) / 2000;
    const successes = Array.from({ length: 10 }, (_, k) => ((i * 7919 + k * 104_729) % 1009) / 1009).filter(
      (uniform) => uniform < rate,
    ).length;
    return { successes, trials: 10 };
  });
  const { mean, strength } = fitPrior(units, { mean: 0.1, strength: 40 });
  expect(mean).toBeCloseTo(0.5, 1);
  expect(strength).toBeGreaterThan(1.5);
  expect(strength).toBeLessThan(2.7);
});
