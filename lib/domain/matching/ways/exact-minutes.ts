import { setTimeout } from "node:timers/promises";
import type { Context } from "@/lib/core/context";
import { logUnexpected } from "@/lib/core/unexpected";
import { type AskedHome, createAsker } from "./ask-homes";
import type { ExactMinutes } from "../kernel/place-judge";
import { loadExactMinutes } from "./load-exact-minutes";
import { type OpenQuestion, openQuestions } from "./open-questions";
import type { Snapshot } from "../kernel/snapshot";
import type { UndecidedScope } from "./undecided-homes";

export type AskOptions = UndecidedScope & {
  /** Do not begin another question after so many milliseconds. */
  forMs: number;
};

/**
 * Asks the configured routers for the ways of a snapshot that decide and are not known yet, in the order of
 * `openQuestions`, what is repeated last. Answers are kept, so that this can be repeated until `left` is 0: it counts
 * homes for which time was too short, not necessarily all. Never throws for a router that fails.
 */
export async function askRouters(
  ctx: Context,
  snapshot: Snapshot,
  options: AskOptions,
): Promise<{ asked: number; left: number }> {
  const askAbout = createAsker(ctx, performance.now() + options.forMs);
  const repeated: OpenQuestion[] = [];
  const homes: Record<AskedHome, number> = { answered: 0, left: 0, failed: 0, spared: 0 };
  const ask = async (question: OpenQuestion) => {
    homes[await askAbout(question)]++;
  };
  for await (const questions of openQuestions(ctx, snapshot, options)) {
    for (const question of questions) {
      if (question.isRepeated) repeated.push(question);
      else await ask(question);
    }
    if (homes.left > 0) break;
  }
  for (const question of repeated) await ask(question);
  return { asked: homes.answered, left: homes.left };
}

/** So long a page waits for routers, in milliseconds. */
const pagePatienceMs = 3000;

/**
 * For a page about few people: asks what is missing and returns what is known after three seconds at the latest. A
 * question that takes longer is finished in the background, and its answer is there for the next look.
 */
export async function exactMinutesFor(
  ctx: Context,
  snapshot: Snapshot,
  options: Omit<AskOptions, "forMs"> = {},
): Promise<ExactMinutes | undefined> {
  const asking = askRouters(ctx, snapshot, { ...options, forMs: pagePatienceMs }).catch((error: unknown) =>
    logUnexpected(error, "routing"),
  );
  await Promise.race([asking, setTimeout(pagePatienceMs, undefined, { ref: false })]);
  return loadExactMinutes(ctx, snapshot);
}
