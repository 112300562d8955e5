import { runInThisContext } from "node:vm";

/** So much more than a linear reading needs, and so much less than a quadratic one, that no busy machine blurs it. */
const patienceMs = 15_000;

/**
 * Runs a reading of hostile text and breaks it off with an error where it does not come to an end, instead of keeping
 * the whole test run waiting.
 */
export function finishes<Result>(work: () => Result): Result {
  let result: Result | undefined;
  Object.assign(globalThis, { workThatMustEnd: () => (result = work()) });
  try {
    runInThisContext("workThatMustEnd()", { timeout: patienceMs });
  } finally {
    Reflect.deleteProperty(globalThis, "workThatMustEnd");
  }
  return result as Result;
}
