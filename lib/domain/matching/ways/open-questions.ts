import type { Context } from "@/lib/core/context";
import { type Origin, findTravelTimes, missingCells } from "../../geo/travel-times";
import type { Snapshot } from "../kernel/snapshot";
import { type UndecidedScope, undecidedHomes } from "./undecided-homes";

/** The ways from one home that a router is to be asked for. */
export type Question = { origin: Origin; cells: string[] };

export type OpenQuestion = Question & {
  /** Somebody who lives there. */
  patientId: string;
  /** A router has failed on this home before, or doubtful answers are only renewed: comes last, to keep nobody waiting. */
  isRepeated: boolean;
};

/**
 * Slice by slice, what is not known yet of the ways that decide: of patients with a limit in minutes, to every site that
 * fits otherwise and could be near enough at the greatest speed. Who waits longest comes first. Asks nobody; between
 * slices of a few milliseconds the process goes on answering.
 */
export async function* openQuestions(
  ctx: Context,
  snapshot: Snapshot,
  scope: UndecidedScope = {},
): AsyncGenerator<OpenQuestion[]> {
  for await (const homes of undecidedHomes(snapshot, scope)) {
    const known = await findTravelTimes(
      ctx,
      homes.map(({ origin }) => origin),
    );
    const questions = homes.map(({ patient, origin, cells }): OpenQuestion => {
      const times = known.get(origin.key);
      const missing = missingCells(ctx, times, cells);
      const isNew = !times?.askAgainAt && missing.some((cell) => !times?.outdated.has(cell));
      const patientId = snapshot.patients.records[patient]!.id;
      return { patientId, origin, cells: missing, isRepeated: !isNew };
    });
    yield questions.filter(({ cells }) => cells.length > 0);
  }
}
