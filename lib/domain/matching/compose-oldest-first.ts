import { type Urgency, urgencies } from "../vocabulary";
import { compareInMailbox, contactRank } from "./contact-order";
import type { PairTable } from "./pair-table";
import type { MatchingPatient, MatchingSettings, MatchingTherapist } from "./records";
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

/**
 * Composes inquiries, oldest first: patients by urgency class, then waiting time, then id; each joins or opens
 * inquiries until the search is part of `maxParallelInquiries`, open ones included. A patient's practices come by
 * contact order, then certain before "to check", then those with an inquiry that has room before new ones (so that an
 * inquiry fills up), then the nearest, then by id. One inquiry per mailbox, to the therapist whom the mailbox's order
 * names among those who fit the patient that opens it. Who can be reached neither by mail nor by phone is left out.
 * The result depends on the records alone, not on their order.
 */
export function composeOldestFirst(
  snapshot: Snapshot,
  pairs: PairTable,
  settings: MatchingSettings,
): Proposal[] {
  const { patients, therapists } = snapshot;
  const board = createBoard(therapists.records, pairs, settings);
  const rowsOf = rowsByPatient(pairs, patients.records.length);
  for (const p of patientOrder(patients.records)) {
    const free = settings.maxParallelInquiries - patients.records[p]!.openInquiries;
    if (free > 0) board.place(rowsOf(p), free);
  }
  return board.inquiries.map(({ therapist, rows }) => ({
    therapistId: therapists.records[therapist]!.id,
    mailbox: therapists.records[therapist]!.mailbox,
    items: rows.map((row, i) => proposedItem(snapshot, pairs, row, i + 1)),
  }));
}

/** Patients in the order in which they are served: urgency class, waiting time (oldest first), id. */
export function patientOrder(patients: readonly MatchingPatient[]): number[] {
  const since = patients.map(({ waitingSince }) => Date.parse(waitingSince));
  const urgency = new Map<Urgency, number>(urgencies.map((kind, rank) => [kind, rank]));
  return [...patients.keys()].toSorted(
    (a, b) =>
      urgency.get(patients[a]!.urgency)! - urgency.get(patients[b]!.urgency)! ||
      since[a]! - since[b]! ||
      compareText(patients[a]!.id, patients[b]!.id),
  );
}

type Inquiry = { therapist: number; rows: number[] };

/** The inquiries composed so far, one per mailbox at most. */
function createBoard(therapists: readonly MatchingTherapist[], pairs: PairTable, settings: MatchingSettings) {
  const mailbox = numberMailboxes(therapists);
  const rank = Uint8Array.from(therapists, contactRank);
  const reachable = therapists.map(({ email, hasPhone }) => email !== null || hasPhone);
  const inquiries: Inquiry[] = [];
  const inquiryOf = new Map<number, Inquiry>();

  /** Puts a patient, given as the rows of the patient's pairs, into the best `free` inquiries. */
  function place(rows: readonly number[], free: number): void {
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
  function candidates(rows: readonly number[]): number[] {
    const chosen = new Map<number, number>();
    for (const row of rows) {
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

function numberMailboxes(therapists: readonly MatchingTherapist[]): Int32Array {
  const numbers = new Map<string, number>();
  return Int32Array.from(therapists, ({ mailbox }) => {
    if (!numbers.has(mailbox)) numbers.set(mailbox, numbers.size);
    return numbers.get(mailbox)!;
  });
}

/** The rows of each patient's pairs, whatever the order of the table. */
function rowsByPatient(pairs: PairTable, patientCount: number): (p: number) => readonly number[] {
  const rows: number[][] = Array.from({ length: patientCount }, () => []);
  for (let row = 0; row < pairs.length; row++) rows[pairs.patient[row]!]!.push(row);
  return (p) => rows[p]!;
}

function proposedItem({ patients }: Snapshot, pairs: PairTable, row: number, position: number): ProposedItem {
  const known = (value: number) => (Number.isNaN(value) ? null : value);
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

function kmOrFar(km: number): number {
  return Number.isNaN(km) ? 1e9 : km;
}

/** By code unit: the same on every machine, whatever its language. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
