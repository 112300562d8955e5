import { phaseDays } from "./story";

/** The phase in which something happens that is due `days` after phase `from`; null when the run ends before. */
export function phaseAfter(from: number, days: number): number | null {
  const phase = phaseDays.findIndex((day) => day >= phaseDays[from]! + days);
  return phase < 0 ? null : phase;
}

/** Whether something due in phase `due` happens although everything stops in phase `stop` (null: nothing stops it). */
export function happens(due: number, stop: number | null): "must" | "may" | "no" {
  if (stop === null || due < stop) return "must";
  return due === stop ? "may" : "no";
}

/**
 * When an offer that was accepted in phase `accepted` lapses if the patient says nothing: three days to the reminder, and
 * the fourth day after it is the last.
 */
export function lapseAfter(accepted: number): number | null {
  const reminded = phaseAfter(accepted, 3);
  return reminded === null ? null : phaseAfter(reminded, 5);
}
