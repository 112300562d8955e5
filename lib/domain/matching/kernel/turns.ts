import { type Urgency, urgencies } from "../../vocabulary";
import type { MatchingPatient } from "./records";

/** When somebody's turn is: by urgency class, then since when they wait. */
export type Turn = { rank: number; since: number };

export function turnOf(person: { urgency: Urgency; waitingSince: string | Date }): Turn {
  return {
    rank: urgencies.indexOf(person.urgency),
    since: new Date(person.waitingSince).getTime(),
  };
}

/** Whose turn comes first: urgency class, then waiting time, oldest first; 0 where both are equal. */
export function compareTurns(a: Turn, b: Turn): number {
  return a.rank - b.rank || a.since - b.since;
}

/** Patients in the order in which they are served: by turn, then by id. */
export function patientOrder(patients: readonly MatchingPatient[]): number[] {
  const turns = patients.map(turnOf);
  return [...patients.keys()].toSorted(
    (a, b) => compareTurns(turns[a]!, turns[b]!) || compareText(patients[a]!.id, patients[b]!.id),
  );
}

/** Which place each patient has in an order of all, from 0. */
export function ranksIn(order: readonly number[]): Int32Array {
  const ranks = new Int32Array(order.length);
  order.forEach((p, position) => (ranks[p] = position));
  return ranks;
}

/** By code unit: the same on every machine, whatever its language. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
