import { compareInMailbox, contactRank } from "./contact-order";
import type { PairTable } from "./pair-table";
import {
  type Proposal,
  compareText,
  isReachable,
  kmOrFar,
  numberMailboxes,
  patientOrder,
  toProposal,
} from "./proposals";
import type { MatchingSettings, MatchingTherapist } from "./records";
import { atOnce, mapRows } from "./slices";
import type { Snapshot } from "./snapshot";

/**
 * Composes inquiries, oldest first: patients by urgency class, then waiting time, then id; each joins or opens
 * inquiries until the search is part of `maxParallelInquiries`, open ones included. A patient's practices come by
 * contact order, then certain before "to check", then those with an inquiry that has room before new ones (so that an
 * inquiry fills up), then the nearest, then by id. One inquiry per mailbox, to the therapist whom the mailbox's order
 * names among those who fit the patient that opens it. Who can be reached neither by mail nor by phone is left out.
 * The result depends on the records alone, not on their order.
 */
export function composeOldestFirst(...input: Parameters<typeof composeOldestFirstInSlices>): Proposal[] {
  return atOnce(composeOldestFirstInSlices(...input));
}

/** So many pairs are looked at between two pauses: a few milliseconds of work. */
const pairsPerSlice = 10_000;

/** The same with pauses, yielding the number of patients done. */
export function* composeOldestFirstInSlices(
  snapshot: Snapshot,
  pairs: PairTable,
  settings: MatchingSettings,
): Generator<number, Proposal[]> {
  const { patients, therapists } = snapshot;
  const board = createBoard(therapists.records, pairs, settings);
  yield 0;
  const rowsOf = yield* rowsByPatient(pairs, patients.records.length);
  let looked = 0;
  for (const [done, p] of patientOrder(patients.records).entries()) {
    const free = settings.maxParallelInquiries - patients.records[p]!.openInquiries;
    if (free <= 0) continue;
    const rows = rowsOf(p);
    board.place(rows, free);
    looked += rows.length;
    if (looked < pairsPerSlice) continue;
    looked = 0;
    yield done + 1;
  }
  return yield* mapRows(board.inquiries, ({ therapist, rows }) =>
    toProposal(snapshot, pairs, therapist, rows),
  );
}

type Inquiry = { therapist: number; rows: number[] };

/** The inquiries composed so far, one per mailbox at most. */
function createBoard(therapists: readonly MatchingTherapist[], pairs: PairTable, settings: MatchingSettings) {
  const mailbox = numberMailboxes(therapists);
  const rank = Uint8Array.from(therapists, contactRank);
  const reachable = therapists.map(isReachable);
  const inquiries: Inquiry[] = [];
  const inquiryOf = new Map<number, Inquiry>();

  /** Puts a patient, given as the rows of the patient's pairs, into the best `free` inquiries. */
  function place(rows: ArrayLike<number>, free: number): void {
    for (const row of candidates(rows).toSorted(compare).slice(0, free)) {
      const therapist = pairs.therapist[row]!;
      const open = inquiryOf.get(mailbox[therapist]!);
      if (open) {
        open.rows.push(row);
        continue;
      }
      const opened = { therapist, rows: [row] };
      inquiries.push(opened);
      inquiryOf.set(mailbox[therapist]!, opened);
    }
  }

  /** One pair per mailbox: with the therapist of its inquiry while there is room, else with whom to address. */
  function candidates(rows: ArrayLike<number>): number[] {
    const chosen = new Map<number, number>();
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]!;
      const therapist = pairs.therapist[row]!;
      if (!reachable[therapist]) continue;
      const box = mailbox[therapist]!;
      const open = inquiryOf.get(box);
      if (open && (open.therapist !== therapist || open.rows.length >= settings.maxItemsPerInquiry)) continue;
      const rival = chosen.get(box);
      if (rival === undefined || isAddressedBefore(therapist, pairs.therapist[rival]!)) chosen.set(box, row);
    }
    return [...chosen.values()];
  }

  function isAddressedBefore(a: number, b: number): boolean {
    return compareInMailbox(therapists[a]!, therapists[b]!) < 0;
  }

  function compare(a: number, b: number): number {
    const [one, other] = [pairs.therapist[a]!, pairs.therapist[b]!];
    return (
      rank[one]! - rank[other]! ||
      Number(pairs.unknown[a] !== 0) - Number(pairs.unknown[b] !== 0) ||
      Number(inquiryOf.has(mailbox[other]!)) - Number(inquiryOf.has(mailbox[one]!)) ||
      kmOrFar(pairs.km[a]!) - kmOrFar(pairs.km[b]!) ||
      compareText(therapists[one]!.id, therapists[other]!.id)
    );
  }

  return { inquiries, place };
}

/** The rows of each patient's pairs, whatever the order of the table. */
function* rowsByPatient(
  pairs: PairTable,
  patientCount: number,
): Generator<number, (p: number) => ArrayLike<number>> {
  const start = new Int32Array(patientCount + 1);
  for (let row = 0; row < pairs.length; row++) start[pairs.patient[row]! + 1]!++;
  for (let p = 0; p < patientCount; p++) start[p + 1]! += start[p]!;
  yield 0;
  const next = start.slice();
  const rows = new Int32Array(pairs.length);
  for (let row = 0; row < pairs.length; row++) rows[next[pairs.patient[row]!]!++] = row;
  yield 0;
  return (p) => rows.subarray(start[p]!, start[p + 1]!);
}
