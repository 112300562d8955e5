import type { MatchingTherapist } from "../kernel/records";
import { mapRows } from "../kernel/slices";
import { compareText } from "../kernel/turns";
import type { AcceptanceOdds } from "../odds/acceptance-odds";
import type { Worth } from "./best-inquiry";
import { isReachable, numberMailboxes } from "./composed-inquiries";
import { compareInMailbox } from "./contact-order";
import type { RowsByKey } from "./rows-by-key";

/** A mailbox with the therapists who may be asked there, in its order, and its best inquiry as last weighed. */
export type Mailbox = { therapists: number[]; therapist: number; worth: Worth; rank: number; id: string };

/** The mailboxes at which somebody can be asked, each not weighed yet; `ranks` are the contact ranks of the therapists. */
export function* listMailboxes(
  therapists: readonly MatchingTherapist[],
  { start }: RowsByKey,
  ranks: Uint8Array,
): Generator<number, Mailbox[]> {
  const numbers = numberMailboxes(therapists);
  yield 0;
  const eligible = [...therapists.keys()].filter(
    (t) => start[t]! < start[t + 1]! && isReachable(therapists[t]!),
  );
  const byMailbox = [...Map.groupBy(eligible, (t) => numbers[t]!).values()];
  yield 0;
  return yield* mapRows(byMailbox, (members) => {
    const sorted = members.toSorted((a, b) => compareInMailbox(therapists[a]!, therapists[b]!));
    const rank = Math.min(...sorted.map((t) => ranks[t]!));
    const worth = { due: 0, gain: 0 };
    return { therapists: sorted, therapist: sorted[0]!, worth, rank, id: therapists[sorted[0]!]!.id };
  });
}

/** By worth; while the odds tell practices not apart, by contact order first. Then by id. */
export function mailboxOrder({ areEstimates }: AcceptanceOdds): (a: Mailbox, b: Mailbox) => boolean {
  return (a, b) => {
    const order =
      b.worth.due - a.worth.due ||
      (areEstimates ? 0 : a.rank - b.rank) ||
      b.worth.gain - a.worth.gain ||
      a.rank - b.rank ||
      compareText(a.id, b.id);
    return order < 0;
  };
}
