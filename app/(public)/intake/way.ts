import { paths, withQuery } from "@/lib/paths";
import { findStep, firstOpenStep, stepsFor } from "./steps/all-steps";
import type { Values } from "./steps/fields";
import { isCrisis } from "./steps/situation";
import type { Step, StepId } from "./steps/step";

export const checkPath = paths.intakeStep("check");
const helpPath = paths.intakeStep("help");

/** Whoever came to a step from the list of answers goes back to it. */
export type Origin = "check" | null;
export type Place = { step: Step; values: Values; origin: Origin; now: Date };

export const originOf = (from: unknown): Origin => (from === "check" ? "check" : null);

export const stepPath = (id: StepId, from: Origin) => withQuery(paths.intakeStep(id), { from });

/** Where the button "next" leads; past the help page for who may need it now. */
export function pathAfter(place: Place): string {
  const { step, values, origin } = place;
  if (step.id === "situation" && isCrisis(values)) return withQuery(helpPath, { from: origin });
  return pathAfterHelp(place);
}

export function pathAfterHelp(place: Place): string {
  const { after } = neighboursOf(place);
  return place.origin === "check" || !after ? checkPath : paths.intakeStep(after.id);
}

/** Where the button "back" leads; the list of answers can be shown only when nothing is missing in it. */
export function pathBefore(place: Place): string {
  const { before } = neighboursOf(place);
  if (place.origin === "check" && !firstOpenStep(place.values, place.now)) return checkPath;
  return before ? paths.intakeStep(before.id) : paths.home;
}

/** The page on which help stands belongs to this step. */
export const stepBeforeHelp = findStep("situation")!;

function neighboursOf({ step, values, now }: Place): { before: Step | null; after: Step | null } {
  const asked = stepsFor(values, now);
  const position = asked.indexOf(step);
  return { before: asked[position - 1] ?? null, after: asked[position + 1] ?? null };
}
