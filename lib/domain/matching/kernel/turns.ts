import { urgencies } from "../../vocabulary";
import type { MatchingPatient } from "./records";

type InLine = Pick<MatchingPatient, "urgency" | "waitingSince">;

const turnOf = ({ urgency, waitingSince }: InLine) => ({
  rank: urgencies.indexOf(urgency),
  since: Date.parse(waitingSince),
});
type Turn = ReturnType<typeof turnOf>;
const compare = (a: Turn, b: Turn) => a.rank - b.rank || a.since - b.since;

/** Whose turn comes first: urgency class, then waiting time, oldest first; 0 where both are equal. */
export function compareTurns(a: InLine, b: InLine): number {
  return compare(turnOf(a), turnOf(b));
}

/** Patients in the order in which they are served: by turn, then by id. */
export function patientOrder(patients: readonly MatchingPatient[]): number[] {
  const turns = patients.map(turnOf);
  return [...patients.keys()].toSorted(
    (a, b) => compare(turns[a]!, turns[b]!) || compareText(patients[a]!.id, patients[b]!.id),
  );
}

/** By code unit: the same on every machine, whatever its language. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
