import { compareInMailbox, contactRanks } from "./contact-order";
import { firstInOrder } from "../kernel/first-in-order";
import { type FirstInquirySettings, followingRunSentBy, overdueDays } from "./overdue";
import type { PairTable } from "../kernel/pair-table";
import {
  type ComposedInquiry,
  isReachable,
  kmOrFar,
  numberMailboxes,
  toComposedInquiry,
} from "./composed-inquiries";
import { compareText, patientOrder, ranksIn } from "../kernel/turns";
import type { ContactBudget, MatchingSettings, MatchingTherapist } from "../kernel/records";
import { rowsByKey } from "./rows-by-key";
import { mapRows } from "../kernel/slices";
import type { Snapshot } from "../kernel/snapshot";

export type OldestFirstSettings = MatchingSettings & FirstInquirySettings & ContactBudget;

/** So many pairs are looked at between two pauses: a few milliseconds of work. */
const pairsPerSlice = 10_000;

/**
 * Composes inquiries, oldest first, in two passes. First who would wait too long for a first inquiry, one inquiry each:
 * nobody gets a second while such a person has none and somebody fitting can be asked. Then everybody, until the search
 * is part of `maxParallelInquiries`, open ones included. In both, patients come by urgency class, then waiting time,
 * then id, and join or open inquiries: a patient's practices come by contact order, then certain before "to check",
 * then those with an inquiry that has room before new ones (so that an inquiry fills up), then the nearest, then by id.
 * One inquiry per mailbox, to the therapist whom the mailbox's order names among those who fit the patient that opens
 * it; no more inquiries than the contact budget allows. Who can be reached neither by mail nor by phone is left out.
 * Within an inquiry the published order stands. The result depends on the records alone, not on their order. Pauses
 * every few milliseconds, yielding the inquiries composed.
 */
export function* composeOldestFirst(
  snapshot: Snapshot,
  pairs: PairTable,
  settings: OldestFirstSettings,
  { askedBefore }: { askedBefore: ReadonlySet<string> },
): Generator<number, ComposedInquiry[]> {
  const { records } = snapshot.patients;
  const board = createBoard(snapshot, pairs, settings);
  yield 0;
  const { start, rows } = yield* rowsByKey(pairs.length, records.length, (row) => pairs.patient[row]!);
  const order = patientOrder(records);
  const by = followingRunSentBy(snapshot.at);
  const overdue = order.filter((p) => overdueDays(records[p]!, by, settings, askedBefore) > 0);
  const free = Int32Array.from(records, (record) => settings.maxParallelInquiries - record.openInquiries);
  let looked = 0;
  for (const [turn, p] of [...overdue, ...order].entries()) {
    const most = Math.min(free[p]!, turn < overdue.length ? 1 : Infinity);
    if (most <= 0) continue;
    free[p]! -= board.place(rows.subarray(start[p]!, start[p + 1]!), most);
    looked += start[p + 1]! - start[p]!;
    if (looked < pairsPerSlice) continue;
    looked = 0;
    yield board.inquiries.length;
  }
  const rank = ranksIn(order);
  return yield* mapRows(board.inquiries, ({ therapist, rows }) => {
    const inOrder = rows.toSorted((a, b) => rank[pairs.patient[a]!]! - rank[pairs.patient[b]!]!);
    return toComposedInquiry(snapshot, pairs, therapist, inOrder);
  });
}

type Inquiry = { therapist: number; rows: number[] };

/** The inquiries composed so far, one per mailbox at most. */
function createBoard(
  snapshot: Snapshot,
  pairs: PairTable,
  { maxItemsPerInquiry: mostItems, contactBudget }: MatchingSettings & ContactBudget,
) {
  const therapists = snapshot.therapists.records;
  const mailbox = numberMailboxes(therapists);
  const reachable = therapists.map(isReachable);
  const inquiries: Inquiry[] = [];
  const inquiryOf = new Map<number, Inquiry>();
  const onePerMailbox = createMailboxChoice(therapists, pairs, mailbox);
  const compare = compareCandidates(snapshot, pairs, (t) => inquiryOf.has(mailbox[t]!));
  const isSpent = () => contactBudget !== null && inquiries.length >= contactBudget;

  /** Puts a patient, given as the rows of the patient's pairs, into the `most` best inquiries; returns into how many. */
  function place(rows: Int32Array, most: number): number {
    const best = firstInOrder(onePerMailbox(rows.filter(isOpen)), most, compare);
    const placed = best.filter(put).length;
    // When the budget ran out on the way, what is left joins inquiries that have room.
    return placed === best.length ? placed : placed + place(rows, most - placed);
  }

  /** Puts a pair into the inquiry of its mailbox, opening it if the budget allows. */
  function put(row: number): boolean {
    const therapist = pairs.therapist[row]!;
    let inquiry = inquiryOf.get(mailbox[therapist]!);
    if (!inquiry) {
      if (isSpent()) return false;
      inquiry = { therapist, rows: [] };
      inquiries.push(inquiry);
      inquiryOf.set(mailbox[therapist]!, inquiry);
    }
    inquiry.rows.push(row);
    return true;
  }

  /** Whether a pair's patient can join the inquiry of its mailbox, or open it. */
  function isOpen(row: number): boolean {
    const therapist = pairs.therapist[row]!;
    if (!reachable[therapist]) return false;
    const inquiry = inquiryOf.get(mailbox[therapist]!);
    if (!inquiry) return !isSpent();
    const { rows } = inquiry;
    return inquiry.therapist === therapist && rows.length < mostItems && !rows.includes(row);
  }

  return { inquiries, place };
}

/** Leaves of a patient's pairs one per mailbox: with whom its order names. */
function createMailboxChoice(
  therapists: readonly MatchingTherapist[],
  pairs: PairTable,
  mailbox: Int32Array,
): (rows: Int32Array) => Int32Array {
  const none = -1;
  const chosen = new Int32Array(therapists.length).fill(none);
  const therapistOf = (row: number) => pairs.therapist[row]!;
  return (rows) => {
    const boxes: number[] = [];
    for (const row of rows) {
      const box = mailbox[therapistOf(row)]!;
      const rival = chosen[box]!;
      if (rival === none) boxes.push(box);
      else if (compareInMailbox(therapists[therapistOf(rival)]!, therapists[therapistOf(row)]!) <= 0)
        continue;
      chosen[box] = row;
    }
    const found = Int32Array.from(boxes, (box) => chosen[box]!);
    for (const box of boxes) chosen[box] = none;
    return found;
  };
}

/** The order of a patient's pairs; `isOpen` tells whether the mailbox of a therapist has an inquiry already. */
function compareCandidates(
  { patients, therapists: { records: therapists } }: Snapshot,
  pairs: PairTable,
  isOpen: (therapist: number) => boolean,
): (a: number, b: number) => number {
  const ranks = contactRanks(therapists);
  return (a, b) => {
    // Both pairs are of one patient.
    const rank = ranks[Number(patients.records[pairs.patient[a]!]!.openToGroup)]!;
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
