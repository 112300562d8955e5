import { type ComposedInquiry, toComposedInquiry } from "./composed-inquiries";
import { createLazyQueue } from "./lazy-queue";
import { type Mailbox, listMailboxes, mailboxOrder } from "./mailboxes";
import { createChances } from "./placement-chances";
import { type PlacementKnowledge, type PlacementSettings, enoughExperience } from "./placement-settings";
import { createPatients, createPlanner, createShortlist } from "./planner";
import { type RowsByKey, rowsByKey, rowsPerSlice } from "./rows-by-key";
import { createSuccession } from "./succession";
import type { PairTable } from "../kernel/pair-table";
import type { Snapshot } from "../kernel/snapshot";
import { patientOrder, ranksIn } from "../kernel/turns";

/**
 * Composes the inquiries from which the most weighted placements are expected. A search in inquiries with chances
 * p1 … pk is placed with chance 1 − Π(1 − p), so another inquiry adds the less the more there are (the objective is
 * monotone and submodular); a practice takes whom it suits in the order of the inquiry while it has places. One
 * inquiry per mailbox, at most `maxItemsPerInquiry` (m) patients, at most `maxParallelInquiries` per search, open ones
 * included, within the contact budget.
 *
 * Greedy, each time the best whole inquiry, found exactly. Where nobody is overdue and odds are learned, the n
 * inquiries that it composes are expected to place at least 1/(m + 2) of what any n inquiries could that ask, at each
 * mailbox, whom its order names at the beginning: these constraints are (m + 1)-extendible, and a greedy choice keeps
 * 1/(k + 1) under k-extendible ones (Fisher, Nemhauser and Wolsey 1978), docs/decisions/0006-composition.md.
 *
 * Who waits too long for a first inquiry comes first, whatever the odds, the more urgent before the others. Of
 * therapists who share a mailbox its order names whom to ask, not the expectation: the first for whom an inquiry is
 * still worth while. With equal odds, the practices come by contact order. While there is little experience none is
 * left alone for want of expectation. Within an inquiry the published order stands. The result depends on the records
 * alone, not on their order. Pauses every few milliseconds, yielding the inquiries composed.
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
  const { weighAnew, moveOn } = createSuccession(planner);
  yield 0;
  const all = yield* listMailboxes(snapshot.therapists.records, asks, chances.rank);
  const mailboxes: Mailbox[] = [];
  for (const mailbox of all) {
    if (weighAnew(mailbox)) mailboxes.push(mailbox);
    if (planner.isTimeToPause()) yield 0;
  }
  const queue = createLazyQueue(mailboxes, mailboxOrder(knowledge.odds), weighAnew);
  const proposals: ComposedInquiry[] = [];
  while (!queue.isEmpty() && proposals.length < (settings.contactBudget ?? Infinity)) {
    const mailbox = queue.step();
    if (mailbox) {
      const rows = planner.take(mailbox);
      proposals.push(toComposedInquiry(snapshot, pairs, mailbox.therapist, rows));
      const booked = rows.map((row) => pairs.patient[row]!);
      for (const moved of moveOn(mailbox, booked)) queue.push(moved);
    }
    if (planner.isTimeToPause()) yield proposals.length;
  }
  return proposals;
}

/** The rows of each therapist's pairs, in the published order of their patients. */
function* rowsByTherapist(snapshot: Snapshot, pairs: PairTable): Generator<number, RowsByKey> {
  const rank = ranksIn(patientOrder(snapshot.patients.records));
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
