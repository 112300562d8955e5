import { type CapacityNotice, isStale, noticeSince, placesSoon } from "../../therapists/has-capacity";
import type { PlaceKind } from "../../vocabulary";
import type { LastHeard } from "./kept-odds";
import { daysBetween } from "./past-inquiries";

/** An answer that tells whether there was a place and whether one may be left. */
export type PlaceAnswer = { at: Date; room: boolean; roomLeft: boolean };

/** What a therapist's chance of a place is on the whole, and of one more after an accepted patient. */
export type PlaceRates = { usual: number; more: number };

/** What was heard last, for each kind of places that may come into question. */
export type HeardByKind = Readonly<Record<PlaceKind, LastHeard | null>>;

export const nothingHeard: HeardByKind = { individual: null, group: null, either: null };

/** What is heard fresh is nearly believed. */
const chanceHeardOpen = 0.9;
const chanceHeardFull = 0.03;

/** Good news never makes a place less likely than it is on the whole, nor bad news more. */
const heardOpen = ({ usual }: PlaceRates) => Math.max(usual, chanceHeardOpen);
const heardFull = ({ usual, more }: PlaceRates) => Math.min(usual, more, chanceHeardFull);

/**
 * The freshest word on a practice's places. Places come and go, so its effect fades: the chance of a place moves from
 * what was heard back to what is usual for the practice, by half every `halfLifeDays`. A notice tells individual places
 * from those in a group, and a day that lies ahead: places that open while an inquiry waits for its answer count as
 * open, later ones as none so far. Null when nothing was heard.
 */
export function hearLast(
  notice: CapacityNotice | null,
  answers: readonly PlaceAnswer[],
  rates: PlaceRates,
  halfLifeDays: number,
  at: Date,
): HeardByKind {
  const answer = answers.reduce<PlaceAnswer | null>(
    (last, each) => (last && last.at > each.at ? last : each),
    null,
  );
  const answerAge = answer ? daysBetween(answer.at, at) : Infinity;
  const factorOf = (heard: number, ageDays: number) =>
    faded(heard, rates.usual, ageDays, halfLifeDays) / rates.usual;
  // A notice bears a day, an answer an instant: of the same day, the notice was given with the answer.
  if (notice && !isStale(notice, at) && daysBetween(new Date(notice.notedOn), at) < answerAge + 1) {
    const ageDays = daysBetween(new Date(notice.notedOn), at);
    const { individual, group } = notice;
    const from = noticeSince(notice) > at ? notice.from : null;
    const hear = (kind: PlaceKind): LastHeard => {
      const places = placesSoon(notice, kind, at);
      const factor =
        places > 0
          ? factorOf(heardOpen(rates), daysBetween(noticeSince(notice), at))
          : factorOf(heardFull(rates), ageDays);
      return { source: "notice", ageDays, places, notice: { individual, group, from }, factor };
    };
    return { individual: hear("individual"), group: hear("group"), either: hear("either") };
  }
  if (!answer) return nothingHeard;
  const factor = factorOf(answer.roomLeft ? rates.more : heardFull(rates), answerAge);
  const heard = { source: "answer", ageDays: answerAge, places: answer.roomLeft ? null : 0, factor } as const;
  return { individual: heard, group: heard, either: heard };
}

const defaultHalfLifeDays = 28;
const halfLivesDays = [7, 14, 28, 56, 112];
/** How much less likely than the default a half-life of twice or half of it is, before any history. */
const doublingPenalty = 1;

/**
 * After how many days half of what was heard of places is outdated: the most likely of some half-lives, given what
 * successive answers of the same practices said; 28 days while too little is known. Each entry holds the answers of
 * one therapist, in any order, and the therapist's rates.
 */
export function learnHalfLife(
  heard: readonly { answers: readonly PlaceAnswer[]; places: PlaceRates }[],
): number {
  const scores = halfLivesDays.map((days) => -doublingPenalty * Math.log2(days / defaultHalfLifeDays) ** 2);
  for (const { answers, places } of heard) {
    const inOrder = answers.toSorted((a, b) => a.at.getTime() - b.at.getTime());
    for (let i = 1; i < inOrder.length; i++) {
      const [before, next] = [inOrder[i - 1]!, inOrder[i]!];
      const told = before.roomLeft ? places.more : heardFull(places);
      halfLivesDays.forEach((days, k) => {
        const chance = faded(told, places.usual, daysBetween(before.at, next.at), days);
        scores[k]! += Math.log(next.room ? chance : 1 - chance);
      });
    }
  }
  return halfLivesDays[scores.indexOf(Math.max(...scores))]!;
}

function faded(heard: number, usual: number, ageDays: number, halfLifeDays: number): number {
  return usual + (heard - usual) * 0.5 ** (Math.max(0, ageDays) / halfLifeDays);
}
