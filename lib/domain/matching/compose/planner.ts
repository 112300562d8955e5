import { chanceStillOpen, createInquirySearch, emptyColumns } from "./best-inquiry";
import { type PlacementKnowledge, type PlacementSettings, placementWeight } from "./placement-settings";
import type { Mailbox } from "./mailboxes";
import { followingRunSentBy, overdueDays, overdueWeight } from "./overdue";
import type { Chances } from "./placement-chances";
import type { PairTable } from "../kernel/pair-table";
import type { RowsByKey } from "./rows-by-key";
import type { Snapshot } from "../kernel/snapshot";

/** So many candidates are weighed between two pauses: a few milliseconds of work. */
const candidatesPerSlice = 50_000;

export type Planner = ReturnType<typeof createPlanner>;

/** Keeps how far each patient is served, weighs mailboxes by it, and books the inquiries that are taken. */
export function createPlanner(
  patients: Patients,
  shortlist: Shortlist,
  chances: Chances,
  settings: PlacementSettings,
) {
  const { candidates, rowOf, gather } = shortlist;
  const search = createInquirySearch(settings.maxItemsPerInquiry, rowOf.length);
  let weighed = 0;

  /**
   * Weighs a mailbox anew: by the best inquiry to the first therapist in its order for whom one is worth while, before
   * all to the first for whom one ends an overdue wait. False when there is none any more.
   */
  function weigh(mailbox: Mailbox): boolean {
    mailbox.worth = { due: 0, gain: 0 };
    let isFound = false;
    for (const t of mailbox.therapists) {
      weighed += gather(t);
      const worth = search.worthOf(candidates, chances.place[t]!, chances.more[t]!);
      const isDue = worth.due > 0;
      if (!isDue && (isFound || worth.gain <= 0 || worth.gain < settings.minGain)) continue;
      Object.assign(mailbox, { worth, therapist: t });
      isFound = true;
      if (isDue) break;
    }
    return isFound;
  }

  /** Whom the best inquiry to a mailbox just weighed is about. */
  function patientsOf({ therapist }: Mailbox): number[] {
    weighed += gather(therapist);
    return search.itemsOf(candidates, chances.more[therapist]!).map((c) => candidates.patient[c]!);
  }

  /** Books the best inquiry to a mailbox just weighed and returns the rows of its pairs. */
  function take({ therapist }: Mailbox): number[] {
    weighed += gather(therapist);
    const more = chances.more[therapist]!;
    const items = search.itemsOf(candidates, more);
    let open = chances.place[therapist]!;
    for (const c of items) {
      patients.book(candidates.patient[c]!, open * candidates.suits[c]!);
      open *= chanceStillOpen(candidates.suits[c]!, more);
    }
    return items.map((c) => rowOf[c]!);
  }

  function isTimeToPause(): boolean {
    if (weighed < candidatesPerSlice) return false;
    weighed = 0;
    return true;
  }

  return { weigh, patientsOf, take, isTimeToPause };
}

type Shortlist = ReturnType<typeof createShortlist>;

/** Gathers the patients for whom a therapist can still be asked. */
export function createShortlist(pairs: PairTable, asks: RowsByKey, patients: Patients, { suits }: Chances) {
  const largest = asks.start.reduce((max, end, t) => Math.max(max, end - (asks.start[t - 1] ?? 0)), 0);
  const candidates = { ...emptyColumns(largest), patient: new Int32Array(largest) };
  const rowOf = new Int32Array(largest);

  /** Fills `candidates` and `rowOf`; returns how many patients it looked at. */
  function gather(t: number): number {
    candidates.length = 0;
    for (let i = asks.start[t]!; i < asks.start[t + 1]!; i++) {
      const row = asks.rows[i]!;
      const p = pairs.patient[row]!;
      if (patients.free[p]! <= 0) continue;
      const c = candidates.length++;
      rowOf[c] = row;
      candidates.patient[c] = p;
      candidates.due[c] = patients.due[p]!;
      candidates.value[c] = patients.value[p]!;
      candidates.suits[c] = suits[row]!;
    }
    return asks.start[t + 1]! - asks.start[t]!;
  }

  return { candidates, rowOf, gather };
}

type Patients = ReturnType<typeof createPatients>;

/** How far each patient is served: how often more may be asked, how overdue, and what a placement is still worth. */
export function createPatients(
  { at, patients: { records } }: Snapshot,
  settings: PlacementSettings,
  { odds, askedBefore }: PlacementKnowledge,
) {
  const free = Int32Array.from(records, (record) => settings.maxParallelInquiries - record.openInquiries);
  const by = followingRunSentBy(at);
  const due = Float64Array.from(records, (record) =>
    overdueWeight(record.urgency, overdueDays(record, by, settings, askedBefore)),
  );
  // Inquiries that are open already may place the patient too.
  const value = Float64Array.from(
    records,
    (record) => placementWeight(record, at, settings) * (1 - odds.usualChance) ** record.openInquiries,
  );

  function book(p: number, chance: number): void {
    free[p]!--;
    due[p] = 0;
    value[p]! *= 1 - chance;
  }

  return { free, due, value, book };
}
