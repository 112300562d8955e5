import type { PlaceAnswer } from "./last-heard";
import { type PastInquiry, daysBetween, lessonOf, weightOfAge } from "./past-inquiries";
import { type Tally, added } from "./shrunken-rate";

/** What the history says of one therapist; older inquiries count less. */
export type TherapistRecord = {
  /** Inquiries answered. */
  reply: Tally;
  /** Answers with a place. */
  room: Tally;
  /** Patients accepted, of those not refused for want of a place. */
  suits: Tally;
  /** Times that another place followed an accepted patient. */
  more: Tally;
  /** Answers that tell of places, in no order. */
  answers: PlaceAnswer[];
};

/** Sums up the history by therapist. */
export function recordsByTherapist(history: readonly PastInquiry[], at: Date): Map<string, TherapistRecord> {
  const records = new Map<string, TherapistRecord>();
  for (const inquiry of history) {
    const record = records.get(inquiry.therapistId) ?? emptyRecord();
    records.set(inquiry.therapistId, record);
    learn(record, inquiry, weightOfAge(daysBetween(inquiry.closedAt, at)));
  }
  return records;
}

const nothing: Tally = { successes: 0, trials: 0 };

export function emptyRecord(): TherapistRecord {
  return { reply: nothing, room: nothing, suits: nothing, more: nothing, answers: [] };
}

function learn(record: TherapistRecord, inquiry: PastInquiry, weight: number): void {
  const { answered, room, suits, more, roomLeft } = lessonOf(inquiry);
  const counted = ({ successes, trials }: Tally) => ({
    successes: successes * weight,
    trials: trials * weight,
  });
  const once = (answer: boolean | null) =>
    answer === null ? nothing : counted({ successes: Number(answer), trials: 1 });
  record.reply = added(record.reply, once(answered));
  record.room = added(record.room, once(room));
  record.suits = added(record.suits, counted(suits));
  record.more = added(record.more, counted(more));
  if (room !== null && roomLeft !== null) record.answers.push({ at: inquiry.closedAt, room, roomLeft });
}
