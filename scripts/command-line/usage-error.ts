import { Problem } from "../start/problem";

/** What is wrong with a call, or with a file that it names, in one sentence for the person at the keyboard. */
export class UsageError extends Problem {}

/**
 * Says what went wrong: in one sentence where somebody can put it right, else with where it happened. Sets the exit
 * code: 2 for a call or a file that cannot be used, 1 for the rest.
 */
export function tellProblem(error: unknown): void {
  console.error(error instanceof Problem ? error.message : error);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
