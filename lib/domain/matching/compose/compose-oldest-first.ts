import { compareInMailbox, contactRank } from "./contact-order";
import { firstInOrder } from "../kernel/first-in-order";
import { type FirstInquirySettings, followingRunSentBy, overdueDays } from "./overdue";
import type { PairTable } from "../kernel/pair-table";
import { type Proposal, isReachable, kmOrFar, numberMailboxes, toProposal } from "./proposals";
import { compareText, patientOrder } from "../kernel/turns";
import type { ContactBudget, MatchingSettings, MatchingTherapist } from "../kernel/records";
import { rowsByKey } from "./rows-by-key";
import { mapRows } from "../kernel/slices";
import type { Snapshot } from "../kernel/snapshot";

export type OldestFirstSettings = MatchingSettings & FirstInquirySettings & ContactBudget;

/** So many pairs are looked at between two pauses: a few milliseconds of work. */
const pairsPerSlice = 10_000;

/**
 * Composes inquiries, oldest first: patients by urgency class, then waiting time, then id, but who would wait too long for a
 * first inquiry before all others; each joins or opens inquiries until the search is part of `maxParallelInquiries`,
 * open ones included. A patient's practices come by contact order, then certain before "to check", then those with an
 * inquiry that has room before new ones (so that an inquiry fills up), then the nearest, then by id. One inquiry per
 * mailbox, to the therapist whom the mailbox's order names among those who fit the patient that opens it; no more
 * inquiries than the contact budget allows. Who can be reached neither by mail nor by phone is left out. Within an
 * inquiry the published order stands. The result depends on the records alone, not on their order. Pauses every few
 * milliseconds, yielding the inquiries composed.
 */
export function* composeOldestFirst(
  snapshot: Snapshot,
  pairs: PairTable,
  settings: OldestFirstSettings,
  { askedBefore }: { askedBefore: ReadonlySet<string> },
): Generator<number, Proposal[]> {
  const { records } = snapshot.patients;
  const board = createBoard(snapshot.therapists.records, pairs, settings);
  yield 0;
  const { start, rows } = yield* rowsByKey(pairs.length, records.length, (row) => pairs.patient[row]!);
  const order = patientOrder(records);
  const by = followingRunSentBy(snapshot.at);
  const isOverdue = (p: number) => overdueDays(records[p]!, by, settings, askedBefore) > 0;
  let looked = 0;
  for (const p of [...order.filter(isOverdue), ...order.filter((p) => !isOverdue(p))]) {
    const free = settings.maxParallelInquiries - records[p]!.openInquiries;
    if (free <= 0) continue;
    board.place(rows.subarray(start[p]!, start[p + 1]!), free);
    looked += start[p + 1]! - start[p]!;
    if (looked < pairsPerSlice) continue;
    looked = 0;
    yield board.inquiries.length;
  }
  const rank = new Int32Array(records.length);
  order.forEach((p, position) => (rank[p] = position));
  return yield* mapRows(board.inquiries, ({ therapist, rows }) => {
    const inOrder = rows.toSorted((a, b) => rank[pairs.patient[a]!]! - rank[pairs.patient[b]!]!);
    return toProposal(snapshot, pairs, therapist, inOrder);
  });
}

type Inquiry = { therapist: number; rows: number[] };

/** The inquiries composed so far, one per mailbox at most. */
function createBoard(
  therapists: readonly MatchingTherapist[],
  pairs: PairTable,
  { maxItemsPerInquiry: mostItems, contactBudget }: MatchingSettings & ContactBudget,
) {
  const mailbox = numberMailboxes(therapists);
  const reachable = therapists.map(isReachable);
  const inquiries: Inquiry[] = [];
  const inquiryOf = new Map<number, Inquiry>();
  const compare = compareCandidates(therapists, pairs, (t) => inquiryOf.has(mailbox[t]!));
  const isSpent = () => contactBudget !== null && inquiries.length >= contactBudget;

  /** Puts a patient, given as the rows of the patient's pairs, into the best `free` inquiries. */
  function place(rows: Int32Array, free: number): void {
    for (const row of firstInOrder(candidates(rows), free, compare)) {
      const therapist = pairs.therapist[row]!;
      const open = inquiryOf.get(mailbox[therapist]!);
      if (open) {
        open.rows.push(row);
        continue;
      }
      if (isSpent()) continue;
      const opened = { therapist, rows: [row] };
      inquiries.push(opened);
      inquiryOf.set(mailbox[therapist]!, opened);
    }
  }

  const none = -1;
  const chosen = new Int32Array(therapists.length).fill(none);

  /** One pair per mailbox: with the therapist of its inquiry while there is room, else with whom to address. */
  function candidates(rows: Int32Array): Int32Array {
    const boxes: number[] = [];
    for (const row of rows) {
      const therapist = pairs.therapist[row]!;
      if (!reachable[therapist]) continue;
      const box = mailbox[therapist]!;
      const open = inquiryOf.get(box);
      if (open ? open.therapist !== therapist || open.rows.length >= mostItems : isSpent()) continue;
      const rival = chosen[box]!;
      if (rival === none) boxes.push(box);
      else if (compareInMailbox(named(rival), therapists[therapist]!) <= 0) continue;
      chosen[box] = row;
    }
    const found = Int32Array.from(boxes, (box) => chosen[box]!);
    for (const box of boxes) chosen[box] = none;
    return found;
  }

  const named = (row: number) => therapists[pairs.therapist[row]!]!;

  return { inquiries, place };
}

/** The order of a patient's pairs; `isOpen` tells whether the mailbox of a therapist has an inquiry already. */
function compareCandidates(
  therapists: readonly MatchingTherapist[],
  pairs: PairTable,
  isOpen: (therapist: number) => boolean,
): (a: number, b: number) => number {
  const rank = Uint8Array.from(therapists, contactRank);
  return (a, b) => {
    const [one, other] = [pairs.therapist[a]!, pairs.therapist[b]!];
    return (
      rank[one]! - rank[other]! ||
      Number(pairs.unknown[a] !== 0) - Number(pairs.unknown[b] !== 0) ||
      Number(isOpen(other)) - Number(isOpen(one)) ||
      kmOrFar(pairs.km[a]!) - kmOrFar(pairs.km[b]!) ||
      compareText(therapists[one]!.id, therapists[other]!.id)
    );
  };
}
