/** Something the person at the keyboard can put right; its message is one sentence for them. */
export class Problem extends Error {}

/** Ends the program: the sentence of a Problem alone, anything else with where it happened. */
export function fail(error) {
  console.error(error instanceof Problem ? error.message : error);
  process.exit(1);
}
