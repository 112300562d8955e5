const firstMs = 10_000;
const mostMs = 2 * 3_600_000;

/** How long to wait after the nth failed attempt (from 0): 10 s, doubled each time up to 2 h, a quarter more or less. */
export function retryDelayMs(attempt: number): number {
  const base = Math.min(mostMs, firstMs * 2 ** Math.min(attempt, 20));
  return Math.round(base * (0.75 + Math.random() / 2));
}
