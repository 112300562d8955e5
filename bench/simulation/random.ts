/** A row of numbers from 0 to 1. */
export type Random = () => number;

/**
 * One number from 0 to 1 that the keys fix. What happens to somebody is drawn by who it is and when, not by how many
 * numbers were drawn before, so every strategy meets the same world (common random numbers).
 */
export function draw(...keys: readonly number[]): number {
  return (mixed(keys) >>> 0) / 4_294_967_296;
}

/** A row of numbers that the keys fix (mulberry32). */
export function streamOf(...keys: readonly number[]): Random {
  let state = mixed(keys);
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let word = Math.imul(state ^ (state >>> 15), state | 1);
    word ^= word + Math.imul(word ^ (word >>> 7), word | 61);
    return ((word ^ (word >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A waiting time with this mean and no memory. */
export function exponential(uniform: number, mean: number): number {
  return -Math.log(1 - uniform) * mean;
}

export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** A gamma variable of mean 1; the smaller the shape, the more unequal (Marsaglia and Tsang 2000). */
export function gammaOfMeanOne(random: Random, shape: number): number {
  return gamma(random, shape) / shape;
}

/** A beta variable with this mean; the smaller the strength, the more unequal. */
export function beta(random: Random, mean: number, strength: number): number {
  const yes = gamma(random, mean * strength);
  return yes / (yes + gamma(random, (1 - mean) * strength));
}

function gamma(random: Random, shape: number): number {
  if (shape < 1) return gamma(random, shape + 1) * random() ** (1 / shape);
  const d = shape - 1 / 3;
  for (;;) {
    const x = normal(random);
    const v = (1 + x / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(1 - random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** Mixes the keys into 32 bits (the steps of MurmurHash3). */
function mixed(keys: readonly number[]): number {
  let hash = 0x2545f491;
  for (const key of keys) {
    hash = Math.imul(hash ^ Math.imul(key | 0, 0xcc9e2d51), 0x85ebca6b);
    hash ^= hash >>> 13;
    hash = Math.imul(hash, 0xc2b2ae35);
    hash ^= hash >>> 16;
  }
  return hash;
}
