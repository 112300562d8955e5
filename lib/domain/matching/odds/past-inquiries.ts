import type { ItemOutcome } from "../../inquiries/status";
import type { Tally } from "./shrunken-rate";

/**
 * What is kept of an item for estimating odds: what became of it and how far the way was. Nothing about who the
 * patient is: no age, gender, payer, language, diagnosis or need may ever stand here.
 */
export type PastItem = { outcome: ItemOutcome; minutes: number | null; groupPossible: boolean };

/** An inquiry that was answered or expired. */
export type PastInquiry = {
  therapistId: string;
  /** When it was answered, else when it expired. */
  closedAt: Date;
  items: readonly PastItem[];
};

/** What an inquiry says about its therapist. */
export type Lesson = {
  /** Whether an answer came; null when there was nothing left to answer. */
  answered: boolean | null;
  /** Whether there was a place; null when no answer tells. */
  room: boolean | null;
  /** Patients accepted among those who were not refused for want of a place, also where nobody was. */
  suits: Tally;
  /** Times that another place followed an accepted patient. */
  more: Tally;
  /** Whether a place may be left: no when someone was refused for want of one, null when no answer tells. */
  roomLeft: boolean | null;
};

type Meaning = "accepted" | "full" | "unsuited" | "silent" | "nothing";

/** What an outcome says of the therapist. */
const meanings: Readonly<Record<ItemOutcome, Meaning>> = {
  pending: "nothing",
  accepted: "accepted",
  later: "full",
  rejected_capacity: "full",
  rejected_unsuitable: "unsuited",
  rejected_other: "unsuited",
  no_answer: "silent",
  placed_elsewhere: "nothing",
  withdrawn: "nothing",
  no_show: "accepted",
  in_trial_sessions: "accepted",
};

const nothing: Tally = { successes: 0, trials: 0 };

/** Reads off an inquiry what it says; items that were withdrawn or placed elsewhere say nothing. */
export function lessonOf({ items }: PastInquiry): Lesson {
  const counts: Record<Meaning, number> = { accepted: 0, full: 0, unsuited: 0, silent: 0, nothing: 0 };
  for (const { outcome } of items) counts[meanings[outcome]]++;
  const { accepted, full, unsuited, silent } = counts;
  const answered = accepted + full + unsuited > 0;
  return {
    answered: answered || silent > 0 ? answered : null,
    room: accepted > 0 ? true : full > 0 ? false : null,
    suits: { successes: accepted, trials: accepted + unsuited },
    more: accepted > 0 ? { successes: accepted - 1, trials: accepted - 1 + (full > 0 ? 1 : 0) } : nothing,
    roomLeft: full > 0 ? false : accepted > 0 ? true : null,
  };
}

/** Whether an item was accepted (true), refused for another reason than want of a place (false), or neither. */
export function suitedItem({ outcome }: PastItem): boolean | null {
  const meaning = meanings[outcome];
  return meaning === "accepted" ? true : meaning === "unsuited" ? false : null;
}

const halfLifeDays = 365;

/** What an inquiry of that age still counts: half after a year. In 4096ths, so that sums of it are exact. */
export function weightOfAge(ageDays: number): number {
  return Math.round(4096 * 0.5 ** (Math.max(0, ageDays) / halfLifeDays)) / 4096;
}

export function daysBetween(from: Date, to: Date): number {
  return (to.getTime() - from.getTime()) / 86_400_000;
}
