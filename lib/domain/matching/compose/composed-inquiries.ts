import type { PairTable } from "../kernel/pair-table";
import type { MatchingTherapist } from "../kernel/records";
import { type RuleId, rulesIn } from "../kernel/rules";
import type { Snapshot } from "../kernel/snapshot";

export type ComposedItem = {
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
export type ComposedInquiry = { therapistId: string; mailbox: string; items: ComposedItem[] };

/** Makes the proposal of an inquiry to a therapist from the rows of its pairs, in the order of its items. */
export function toComposedInquiry(
  snapshot: Snapshot,
  pairs: PairTable,
  therapist: number,
  rows: readonly number[],
): ComposedInquiry {
  const { id, mailbox } = snapshot.therapists.records[therapist]!;
  const items = rows.map((row, i) => composedItem(snapshot, pairs, row, i + 1));
  return { therapistId: id, mailbox, items };
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

function composedItem({ patients }: Snapshot, pairs: PairTable, row: number, position: number): ComposedItem {
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
