import { isoDayOf } from "@/lib/format";
import { addDays, germanInstant, minutesOf, weekdayOf } from "../german-time";
import type { FederalState } from "../geo/federal-states";
import { isPublicHoliday } from "../geo/public-holidays";
import { findPostcode } from "../geo/postcodes";
import type { WeeklyHours } from "../vocabulary";

/** A little over two weeks: Christmas and New Year leave no longer gap in weekly hours. */
const daysAhead = 21;

/** The federal state whose holidays count for an address; null when the postcode is unknown. */
export const stateOf = (postalCode: string | null | undefined): FederalState | null =>
  (postalCode && findPostcode(postalCode)?.state) || null;

/** Whether people may be written to or called on a day ("YYYY-MM-DD"): Monday to Friday and no public holiday. */
export function isContactDay(day: string, state: FederalState | null): boolean {
  return !["sat", "sun"].includes(weekdayOf(day)) && !isPublicHoliday(day, state);
}

/**
 * The first instant from `now` on that lies inside the hours of a contact day, German local time: `now` itself when it
 * does. Null when the hours have no such instant in the next three weeks.
 */
export function nextContactTime(
  now: Date,
  { state, hours }: { state: FederalState | null; hours: WeeklyHours },
): Date | null {
  const today = isoDayOf(now);
  for (let ahead = 0; ahead < daysAhead; ahead++) {
    const day = addDays(today, ahead);
    if (!isContactDay(day, state)) continue;
    const next = hoursOn(day, hours).find(({ end }) => end > now);
    if (next) return next.start > now ? next.start : now;
  }
  return null;
}

/** The hours of one day as instants, the earliest first. */
function hoursOn(day: string, hours: WeeklyHours): { start: Date; end: Date }[] {
  return (hours[weekdayOf(day)] ?? [])
    .map(({ from, to }) => ({
      start: germanInstant(day, minutesOf(from)),
      end: germanInstant(day, minutesOf(to)),
    }))
    .sort((a, b) => a.start.getTime() - b.start.getTime());
}
