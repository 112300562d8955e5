import type { Urgency } from "../../vocabulary";
import type { AcceptanceOdds } from "../odds/acceptance-odds";
import { chanceStillOpen, createInquirySearch, emptyColumns } from "./best-inquiry";
import { createLazyQueue } from "./lazy-queue";
import { type Mailbox, listMailboxes, mailboxOrder } from "./mailboxes";
import { type FirstInquirySettings, followingRunSentBy, overdueDays, overdueWeight } from "./overdue";
import type { PairTable } from "../kernel/pair-table";
import { type Chances, createChances } from "./placement-chances";
import { type ComposedInquiry, toComposedInquiry } from "./composed-inquiries";
import { patientOrder } from "../kernel/turns";
import type { ContactBudget, MatchingPatient, MatchingSettings } from "../kernel/records";
import { type RowsByKey, rowsByKey, rowsPerSlice } from "./rows-by-key";
import type { Snapshot } from "../kernel/snapshot";

export type PlacementSettings = MatchingSettings &
  ContactBudget &
  FirstInquirySettings & {
    /** Weighted placements that an inquiry must be expected to add; who is overdue is asked for all the same. */
    minGain: number;
    /** What a placement weighs by urgency, and the weeks of waiting by which the weight grows by as much again. */
    urgencyWeights: Readonly<Record<Urgency, number>>;
    waitingWeeks: number;
  };

/** Weighted placements that an inquiry must be expected to add by default; docs/simulation.md says why. */
export const defaultMinGain = 0.09;

/** With fewer past inquiries too little is known to tell practices apart or to leave one alone. */
export const enoughExperience = 200;

/** What the service knows beyond the snapshot. */
export type PlacementKnowledge = {
  odds: AcceptanceOdds;
  /** Patients for whom a practice has been asked before. */
  askedBefore: ReadonlySet<string>;
};

/**
 * Composes the inquiries from which the most weighted placements are expected. A search in inquiries with chances
 * p1 … pk is placed with chance 1 − Π(1 − p), so another inquiry adds the less the more there are (the objective is
 * monotone and submodular); a practice takes whom it suits in the order of the inquiry while it has places. One
 * inquiry per mailbox, at most `maxItemsPerInquiry` (m) patients, at most `maxParallelInquiries` per search, open ones
 * included, within the contact budget. Greedy, each time the best whole inquiry, found exactly: for however many
 * inquiries n it composes, at least 1/(m + 2) of what any n inquiries could be expected to place (these constraints
 * are (m + 1)-extendible; Fisher, Nemhauser and Wolsey 1978), docs/decisions/0006-composition.md. Of therapists
 * who share a mailbox its order names whom to ask, not the expectation; the plans compared are those that do so too. Who
 * waits too long for a first inquiry comes first, whatever the odds, the more urgent before the others. With equal odds, the practices come by contact order. While there
 * is little experience none is left alone for want of expectation. Within an inquiry the published order stands. The result
 * depends on the records alone, not on their order. Pauses every few milliseconds, yielding the inquiries composed.
 */
export function* composeExpectedPlacements(
  snapshot: Snapshot,
  pairs: PairTable,
  settings: PlacementSettings,
  knowledge: PlacementKnowledge,
): Generator<number, ComposedInquiry[]> {
  const patients = createPatients(snapshot, settings, knowledge);
  yield 0;
  const asks = yield* rowsByTherapist(snapshot, pairs);
  yield 0;
  const chances = yield* createChances(snapshot, pairs, knowledge.odds);
  const shortlist = createShortlist(pairs, asks, patients, chances);
  const minGain = knowledge.odds.experience < enoughExperience ? 0 : settings.minGain;
  const planner = createPlanner(patients, shortlist, chances, { ...settings, minGain });
  yield 0;
  const all = yield* listMailboxes(snapshot.therapists.records, asks, chances.rank);
  const mailboxes: Mailbox[] = [];
  for (const mailbox of all) {
    if (planner.weigh(mailbox)) mailboxes.push(mailbox);
    if (planner.isTimeToPause()) yield 0;
  }
  const queue = createLazyQueue(mailboxes, mailboxOrder(knowledge.odds), planner.weigh);
  const proposals: ComposedInquiry[] = [];
  while (!queue.isEmpty() && proposals.length < (settings.contactBudget ?? Infinity)) {
    const mailbox = queue.step();
    if (mailbox) proposals.push(toComposedInquiry(snapshot, pairs, mailbox.therapist, planner.take(mailbox)));
    if (planner.isTimeToPause()) yield proposals.length;
  }
  return proposals;
}

const dayMs = 86_400_000;

/** What placing the patient weighs: by urgency, growing with the time waited. */
export function placementWeight(
  { urgency, waitingSince }: Pick<MatchingPatient, "urgency" | "waitingSince">,
  at: Date,
  { urgencyWeights, waitingWeeks }: Pick<PlacementSettings, "urgencyWeights" | "waitingWeeks">,
): number {
  const waitedDays = Math.max(0, (at.getTime() - Date.parse(waitingSince)) / dayMs);
  return urgencyWeights[urgency] * (1 + waitedDays / 7 / waitingWeeks);
}

/** So many candidates are weighed between two pauses: a few milliseconds of work. */
const candidatesPerSlice = 50_000;

/** Keeps how far each patient is served, weighs mailboxes by it, and books the inquiries that are taken. */
function createPlanner(
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

  return { weigh, take, isTimeToPause };
}

type Shortlist = ReturnType<typeof createShortlist>;

/** Gathers the patients for whom a therapist can still be asked. */
function createShortlist(pairs: PairTable, asks: RowsByKey, patients: Patients, { suits }: Chances) {
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

function createPatients(
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

/** The rows of each therapist's pairs, in the published order of their patients. */
function* rowsByTherapist(snapshot: Snapshot, pairs: PairTable): Generator<number, RowsByKey> {
  const rank = new Int32Array(snapshot.patients.records.length);
  patientOrder(snapshot.patients.records).forEach((p, position) => (rank[p] = position));
  yield 0;
  const byRank = yield* rowsByKey(pairs.length, rank.length, (row) => rank[pairs.patient[row]!]!);
  const therapistOf = (position: number) => pairs.therapist[byRank.rows[position]!]!;
  const { start, rows } = yield* rowsByKey(pairs.length, snapshot.therapists.records.length, therapistOf);
  for (let i = 0; i < rows.length; i++) {
    rows[i] = byRank.rows[rows[i]!]!;
    if ((i + 1) % rowsPerSlice === 0) yield 0;
  }
  return { start, rows };
}
