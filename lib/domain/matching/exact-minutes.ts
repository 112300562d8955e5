import { setTimeout } from "node:timers/promises";
import type { Context } from "@/lib/core/context";
import { logUnexpected } from "@/lib/core/unexpected";
import { ServiceUnavailable } from "../geo/ask-service";
import { askTravelTimes } from "../geo/ask-travel-times";
import { noWay } from "../geo/routed-minutes";
import { type KnownTimes, type Origin, findTravelTimes, isRouterConfigured } from "../geo/travel-times";
import { travelModes } from "../vocabulary";
import { inSlices } from "./in-slices";
import type { ExactMinutes } from "./kernel";
import type { Snapshot } from "./snapshot";
import { type UndecidedScope, originsOf, siteCells, undecidedHomes } from "./undecided-homes";

export type AskOptions = UndecidedScope & {
  /** Do not begin another question after so many milliseconds. */
  forMs: number;
};

export type AskedHomes = { asked: number; left: number; unanswered: number };

/**
 * Asks the configured routers for the ways that are not known yet and that decide: of patients with a limit in minutes,
 * to every site that fits otherwise and could be near enough at the greatest speed. Who waits longest comes first; homes
 * on which a router has failed before, or where doubtful answers are only renewed, come last, so that they keep nobody
 * waiting. Answers are kept, so that this can be repeated until `left` is 0: it counts homes for which time was too
 * short, not necessarily all; `unanswered` counts homes on which a router failed or was being left alone. Never throws for a router that fails. Between slices of a few milliseconds the process goes
 * on answering.
 */
export async function askRouters(ctx: Context, snapshot: Snapshot, options: AskOptions): Promise<AskedHomes> {
  const endsAt = performance.now() + options.forMs;
  const leftAlone = new Set<string>();
  const later: Question[] = [];
  const homes = { answered: 0, left: 0, failed: 0, spared: 0 };
  const ask = async (question: Question) => {
    homes[await askAboutHome(ctx, question, leftAlone, endsAt)]++;
  };
  for await (const undecided of undecidedHomes(snapshot, options)) {
    const known = await findTravelTimes(ctx, [...undecided.keys()]);
    for (const [origin, cells] of undecided) {
      const times = known.get(origin.key);
      const question = { origin, cells: missingCells(ctx, times, cells) };
      if (question.cells.length === 0) continue;
      const isNew = !times?.askAgainAt && question.cells.some((cell) => !times?.outdated.has(cell));
      if (isNew) await ask(question);
      else later.push(question);
    }
    if (homes.left > 0) break;
  }
  for (const question of later) await ask(question);
  return { asked: homes.answered, left: homes.left, unanswered: homes.failed + homes.spared };
}

type Question = { origin: Origin; cells: string[] };

/**
 * Asks about one home unless time is over or it or its router is being left alone. That the router fails on one home
 * says nothing of others.
 */
async function askAboutHome(
  ctx: Context,
  { origin, cells }: Question,
  leftAlone: Set<string>,
  endsAt: number,
): Promise<"answered" | "left" | "failed" | "spared"> {
  if (leftAlone.has(origin.mode) || leftAlone.has(origin.key)) return "spared";
  if (performance.now() >= endsAt) return "left";
  try {
    const { left } = await askTravelTimes(ctx, origin, cells, endsAt);
    return left === 0 ? "answered" : "left";
  } catch (error) {
    if (!(error instanceof ServiceUnavailable)) throw error;
    leftAlone.add(error.wasAsked ? origin.key : origin.mode);
    return error.wasAsked ? "failed" : "spared";
  }
}

/**
 * What the routers are known to say about the pairs of a snapshot, for `collectPairs`, `whoFitsPatient`,
 * `whoFitsTherapist` and `explainPair`; undefined where no router is configured. Asks nobody, and pauses every few
 * milliseconds.
 */
export async function loadExactMinutes(ctx: Context, snapshot: Snapshot): Promise<ExactMinutes | undefined> {
  if (!travelModes.some(isRouterConfigured)) return undefined;
  const { start } = snapshot.therapists.locations;
  const origins = await inSlices(originsOf(snapshot));
  const known = await findTravelTimes(
    ctx,
    origins.filter((origin) => origin !== null),
  );
  const timesOf = origins.map((origin) => (origin ? known.get(origin.key)?.minutes : undefined));
  const cells = await inSlices(siteCells(snapshot));
  return (patient, therapist, location) => {
    const minutes = timesOf[patient]?.[cells[start[therapist]! + location]!];
    if (minutes === undefined || minutes === null) return undefined;
    return minutes === noWay ? Infinity : minutes;
  };
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

function missingCells(ctx: Context, known: KnownTimes | undefined, cells: Set<string>): string[] {
  if (known?.askAgainAt && known.askAgainAt > ctx.now) return [];
  return [...cells].filter((cell) => known?.minutes[cell] === undefined);
}
