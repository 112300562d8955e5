import { addDays, germanClock, germanInstant, minutesOf, weekdayOf } from "../german-time";
import type { FederalState } from "../geo/federal-states";
import { isContactDay } from "../outreach/contact-calendar";
import type { WeeklyHours } from "../vocabulary";

/** When a practice can be called: its hours for the telephone, and the state whose holidays it keeps. */
export type PhoneLine = { hours: WeeklyHours; state: FederalState | null };

/** A call takes one slot; practices often take calls for 20 to 50 minutes a day. */
const slotMinutes = 5;
/** Farther ahead nothing is looked for: who has no phone hours within a month has none. */
const horizonDays = 31;

/** Used where a practice states no hours for the telephone; shown as an assumption. */
const usualHours: WeeklyHours = Object.fromEntries(
  (["mon", "tue", "wed", "thu", "fri"] as const).map((day) => [
    day,
    [
      { from: "09:00", to: "12:00" },
      { from: "14:00", to: "16:00" },
    ],
  ]),
);

/** Whether the practice states any hour at which it takes calls. */
export function statesPhoneHours(hours: WeeklyHours): boolean {
  return Object.values(hours).some((ranges) => ranges.length > 0);
}

/**
 * The first slot that begins at `from` or later, lies wholly inside the line's phone hours, on no weekend and no
 * holiday, and is not taken; the first taken one where all are. Null when there is none within a month.
 */
export function nextPhoneSlot(
  line: PhoneLine,
  from: Date,
  isTaken: (slot: Date) => boolean = () => false,
): Date | null {
  let firstTaken: Date | null = null;
  const { day: today } = germanClock(from);
  for (let offset = 0; offset <= horizonDays; offset++) {
    const day = addDays(today, offset);
    for (const { start, end } of rangesOn(line, day)) {
      for (let minutes = start; minutes + slotMinutes <= end; minutes += slotMinutes) {
        const slot = germanInstant(day, minutes);
        if (slot < from) continue;
        if (!isTaken(slot)) return slot;
        firstTaken ??= slot;
      }
    }
  }
  return firstTaken;
}

/** Until when the practice takes calls, if it does at some moment of the half hour from `now` on; else null. */
export function reachableUntil(line: PhoneLine, now: Date): Date | null {
  const { day, minutes } = germanClock(now);
  const range = rangesOn(line, day).find(({ start, end }) => start < minutes + 30 && end > minutes);
  return range ? germanInstant(day, range.end) : null;
}

/** The phone hours of one day in minutes since midnight, in order; none on weekends and holidays. */
function rangesOn({ hours, state }: PhoneLine, day: string): { start: number; end: number }[] {
  if (!isContactDay(day, state)) return [];
  const stated = statesPhoneHours(hours) ? hours : usualHours;
  return (stated[weekdayOf(day)] ?? [])
    .map(({ from, to }) => ({ start: minutesOf(from), end: minutesOf(to) }))
    .toSorted((a, b) => a.start - b.start);
}
