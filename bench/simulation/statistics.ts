/** A mean over seeds with its 95 % confidence interval. */
export type Estimate = { mean: number; low: number | null; high: number | null };

/**
 * The mean of one value per seed and its 95 % confidence interval (Student's t); null when some seed has no value. A
 * single seed has no interval.
 */
export function estimate(values: readonly (number | null)[]): Estimate | null {
  if (values.length === 0 || values.some((value) => value === null)) return null;
  const known = values as readonly number[];
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  if (known.length === 1) return { mean: rounded(mean), low: null, high: null };
  const variance = known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (known.length - 1);
  const half = studentT(known.length - 1) * Math.sqrt(variance / known.length);
  return { mean: rounded(mean), low: rounded(mean - half), high: rounded(mean + half) };
}

/** The value under which 97.5 % of Student's distribution lie (Hill's expansion around the normal one). */
export function studentT(degrees: number): number {
  const exact = [12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262];
  if (degrees <= exact.length) return exact[degrees - 1]!;
  const z = 1.959964;
  return z + (z ** 3 + z) / (4 * degrees) + (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * degrees ** 2);
}

/** The smallest value that at least this share of all do not exceed. */
export function quantile(values: readonly number[], share: number): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
