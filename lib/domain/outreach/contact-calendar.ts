import { isoDayOf, timeZone } from "@/lib/format";
import type { FederalState } from "../geo/federal-states";
import { isPublicHoliday } from "../geo/public-holidays";
import { findPostcode } from "../geo/postcodes";
import { type WeeklyHours, weekdays } from "../vocabulary";

/** A little over two weeks: Christmas and New Year leave no longer gap in weekly hours. */
const daysAhead = 21;
const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** The federal state whose holidays count for an address; null when the postcode is unknown. */
export const stateOf = (postalCode: string | null | undefined): FederalState | null =>
  (postalCode && findPostcode(postalCode)?.state) || null;

/** Whether people may be written to or called on a day ("YYYY-MM-DD"): Monday to Friday and no public holiday. */
export function isContactDay(day: string, state: FederalState | null): boolean {
  const weekday = new Date(`${day}T00:00Z`).getUTCDay();
  return weekday >= 1 && weekday <= 5 && !isPublicHoliday(day, state);
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
  const weekday = weekdays[(new Date(`${day}T00:00Z`).getUTCDay() + 6) % 7]!;
  return (hours[weekday] ?? [])
    .map(({ from, to }) => ({ start: germanInstant(day, from), end: germanInstant(day, to) }))
    .sort((a, b) => a.start.getTime() - b.start.getTime());
}

/**
 * The instant at which a German clock shows this time ("HH:MM", also "24:00") on a day. A time that the change to
 * summer leaves out is read with the offset before it; of one that comes twice in autumn the first is meant.
 */
export function germanInstant(day: string, time: string): Date {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  const asUtc = Date.parse(`${day}T00:00Z`) + (hour * 60 + minute) * minuteMs;
  const summer = new Date(asUtc - 120 * minuteMs);
  return offsetMinutes(summer) === 120 ? summer : new Date(asUtc - 60 * minuteMs);
}

/** The day so many days later, "YYYY-MM-DD". */
function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

const germanHour = new Intl.DateTimeFormat("en", { timeZone, hour: "numeric", hourCycle: "h23" });

/** Minutes that German clocks are ahead of UTC. */
function offsetMinutes(instant: Date): number {
  const ahead = (Number(germanHour.format(instant)) - instant.getUTCHours() + 24) % 24;
  return ahead * 60;
}
