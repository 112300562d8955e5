import { setImmediate } from "node:timers/promises";

/** Runs a generator to its end, letting others have a turn after each slice. */
export async function inSlices<T>(
  slices: Generator<number, T>,
  report?: (done: number) => Promise<void>,
): Promise<T> {
  for (;;) {
    const slice = slices.next();
    if (slice.done) return slice.value;
    await setImmediate();
    await report?.(slice.value);
  }
}
