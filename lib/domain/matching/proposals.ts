import { urgencies } from "../vocabulary";
import type { PairTable } from "./pair-table";
import type { MatchingPatient, MatchingTherapist } from "./records";
import { type RuleId, rulesIn } from "./rules";
import type { Snapshot } from "./snapshot";

export type ProposedItem = {
  patientId: string;
  /** From 1. */
  position: number;
  /** Null where the way is not known, which only video allows. */
  km: number | null;
  minutes: number | null;
  /** The best site, counted among the therapist's own. */
  location: number | null;
  /** Rules whose answer is unknown and that a person should look at. */
  check: RuleId[];
};

/** One inquiry to one therapist about up to six patients, first in line first. */
export type Proposal = { therapistId: string; mailbox: string; items: ProposedItem[] };

/** Makes the proposal of an inquiry to a therapist from the rows of its pairs, in the order of its items. */
export function toProposal(
  snapshot: Snapshot,
  pairs: PairTable,
  therapist: number,
  rows: readonly number[],
): Proposal {
  const { id, mailbox } = snapshot.therapists.records[therapist]!;
  const items = rows.map((row, i) => proposedItem(snapshot, pairs, row, i + 1));
  return { therapistId: id, mailbox, items };
}

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

/** Numbers the mailboxes; who shares one has the same number. */
export function numberMailboxes(therapists: readonly MatchingTherapist[]): Int32Array {
  const numbers = new Map<string, number>();
  return Int32Array.from(therapists, ({ mailbox }) => {
    if (!numbers.has(mailbox)) numbers.set(mailbox, numbers.size);
    return numbers.get(mailbox)!;
  });
}

/** Whether an inquiry can be brought to the therapist at all. */
export function isReachable({ email, hasPhone }: MatchingTherapist): boolean {
  return email !== null || hasPhone;
}

export function kmOrFar(km: number): number {
  return Number.isNaN(km) ? 1e9 : km;
}

/** By code unit: the same on every machine, whatever its language. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function proposedItem({ patients }: Snapshot, pairs: PairTable, row: number, position: number): ProposedItem {
  const known = (value: number) => (Number.isFinite(value) ? value : null);
  const location = pairs.location[row]!;
  return {
    patientId: patients.records[pairs.patient[row]!]!.id,
    position,
    km: known(pairs.km[row]!),
    minutes: known(pairs.minutes[row]!),
    location: location < 0 ? null : location,
    check: rulesIn(pairs.unknown[row]!),
  };
}
