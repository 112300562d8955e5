import { daysBetween } from "./past-inquiries";
import type { LastHeard } from "../schemas";

/** Places announced: how many, from which day, and the day of the notice ("YYYY-MM-DD"). */
export type CapacityNotice = { individual: number; group: number; from: string; notedOn: string };

/** An answer that tells whether there was a place and whether one may be left. */
export type PlaceAnswer = { at: Date; room: boolean; roomLeft: boolean };

/** What a therapist's chance of a place is on the whole, and of one more after an accepted patient. */
export type PlaceRates = { usual: number; more: number };

/** A notice of places counts for eight weeks at most. */
const noticeDays = 56;
/** What is heard fresh is nearly believed. */
const chanceHeardOpen = 0.9;
const chanceHeardFull = 0.03;

/**
 * The freshest word on a practice's places. Places come and go, so its effect fades: the chance of a place moves from
 * what was heard back to what is usual for the practice, by half every `halfLifeDays`. Null when nothing was heard.
 */
export function hearLast(
  notice: CapacityNotice | null,
  answers: readonly PlaceAnswer[],
  { usual, more }: PlaceRates,
  halfLifeDays: number,
  at: Date,
): LastHeard | null {
  const answer = answers.reduce<PlaceAnswer | null>(
    (last, each) => (last && last.at > each.at ? last : each),
    null,
  );
  const noticeAge = notice ? daysBetween(new Date(notice.notedOn), at) : Infinity;
  const answerAge = answer ? daysBetween(answer.at, at) : Infinity;
  const factorOf = (heard: number, ageDays: number) => faded(heard, usual, ageDays, halfLifeDays) / usual;
  // A notice bears a day, an answer an instant: of the same day, the notice was given with the answer.
  if (notice && noticeAge <= noticeDays && noticeAge < answerAge + 1) {
    const places = new Date(notice.from) <= at ? notice.individual + notice.group : 0;
    const factor = factorOf(places > 0 ? chanceHeardOpen : chanceHeardFull, noticeAge);
    return { source: "notice", ageDays: noticeAge, places, factor };
  }
  if (!answer) return null;
  const factor = factorOf(answer.roomLeft ? more : chanceHeardFull, answerAge);
  return { source: "answer", ageDays: answerAge, places: answer.roomLeft ? null : 0, factor };
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
      const told = before.roomLeft ? places.more : chanceHeardFull;
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
